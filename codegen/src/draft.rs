//! The raw files with every name found: what the checks read, before a model may exist.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::arch::{Arch, Arches};
use crate::diagnostic::{Diagnostic, KeyPath};
use crate::load::{Files, Form, Role};
use crate::parallel;
use crate::raw;
use crate::types::{Base, Int, Length, TypeExpr};

/// The parsed content of all files.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) revision: String,
    /// The number of the file, its stem, and what it says.
    pub(crate) chapters: Vec<(usize, String, raw::Chapter)>,
    pub(crate) sources: BTreeMap<String, raw::Source>,
    pub(crate) errata: Vec<(KeyPath, raw::Erratum)>,
    pub(crate) dialects: Vec<(usize, String, raw::Dialect)>,
}

impl Parsed {
    /// Parses every file and collects what is wrong with any of them.
    pub(crate) fn new(files: &Files, form: Form) -> (Self, Vec<Diagnostic>) {
        let mut parsed = Self::default();
        let mut diagnostics = Vec::new();
        for (index, (file, result)) in files.list.iter().zip(read_all(files, form)).enumerate() {
            match result {
                Ok(Content::Chapter(chapter)) => {
                    parsed.sources.extend(chapter.sources.0.clone());
                    let chapter = (index, file.stem().to_owned(), chapter);
                    parsed.chapters.push(chapter);
                }
                Ok(Content::Sources(list)) => {
                    parsed.revision = list.revision;
                    parsed.sources.extend(list.sources.0);
                }
                Ok(Content::Errata(list)) => {
                    let root = KeyPath::file(index).key("errata");
                    let errata = list.errata.into_iter().enumerate();
                    parsed
                        .errata
                        .extend(errata.map(|(at, erratum)| (root.index(at), erratum)));
                }
                Ok(Content::Dialect(dialect)) => {
                    let dialect = (index, file.stem().to_owned(), dialect);
                    parsed.dialects.push(dialect);
                }
                Err(found) => diagnostics.extend(found),
            }
        }
        (parsed, diagnostics)
    }

    /// The dialect that a dialect is like.
    pub(crate) fn base_of(&self, dialect: &raw::Dialect) -> Option<&raw::Dialect> {
        let like = dialect.like.as_ref()?;
        self.dialects
            .iter()
            .find_map(|(_, stem, base)| (stem == like).then_some(base))
    }
}

/// What a file says.
#[expect(
    clippy::large_enum_variant,
    reason = "a spec has a few dozen files, read once"
)]
enum Content {
    Chapter(raw::Chapter),
    Sources(raw::SourceList),
    Errata(raw::ErrataList),
    Dialect(raw::Dialect),
}

/// The content of each file, in their order. Reading is most of the work, so that the processors share it.
fn read_all(files: &Files, form: Form) -> Vec<Result<Content, Vec<Diagnostic>>> {
    let read = |index: usize| match files.list[index].role() {
        Role::Chapter => files.parse(index, form).map(Content::Chapter),
        Role::Sources => files.parse(index, form).map(Content::Sources),
        Role::Errata => files.parse(index, form).map(Content::Errata),
        Role::Dialect => files.parse(index, form).map(Content::Dialect),
    };
    parallel::each(files.list.len(), read)
}

/// One item of one chapter.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) chapter: usize,
    pub(crate) item: &'a raw::Item,
    pub(crate) arches: Arches,
    pub(crate) path: KeyPath,
}

impl<'a> Entry<'a> {
    pub(crate) fn name(&self) -> &'a str {
        &self.item.name
    }
}

/// A place where an item mentions a type.
#[derive(Clone, Debug)]
pub(crate) struct Mention<'a> {
    pub(crate) text: &'a str,
    /// The architectures for which the mention counts.
    pub(crate) arches: Arches,
    pub(crate) path: KeyPath,
    /// Whether the item contains the type, so that its layout depends on it.
    pub(crate) inside: bool,
}

/// All items by name.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) parsed: &'a Parsed,
    pub(crate) entries: Vec<Entry<'a>>,
    by_name: HashMap<&'a str, Vec<usize>>,
    /// Names with a meaning of their own on each architecture.
    split: HashSet<&'a str>,
}

/// Bytes and alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) size: u64,
    pub(crate) align: u64,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(parsed: &'a Parsed) -> Self {
        let mut entries = Vec::new();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (chapter, (file, _, content)) in parsed.chapters.iter().enumerate() {
            let items = KeyPath::file(*file).key("items");
            for (index, item) in content.items.iter().enumerate() {
                let choice = item.body.common().arch.or(content.arch);
                let arches = choice.map_or(Arches::BOTH, Arches::from);
                by_name.entry(&item.name).or_default().push(entries.len());
                entries.push(Entry {
                    chapter,
                    item,
                    arches,
                    path: items.index(index),
                });
            }
        }
        let mut draft = Self {
            parsed,
            entries,
            by_name,
            split: HashSet::new(),
        };
        draft.split = draft.split_names();
        draft
    }

    /// The names that mean something else on each architecture: those declared more than once,
    /// and those that mention such a name for both.
    fn split_names(&self) -> HashSet<&'a str> {
        let declared = self.by_name.iter().filter(|(_, entries)| entries.len() > 1);
        let mut split: HashSet<&str> = declared.map(|(name, _)| *name).collect();
        // What may become one of them, with the names that it mentions.
        let mut others: Vec<(&str, Vec<&str>)> = Vec::new();
        for entry in &self.entries {
            // The name of a register or message stays one; only its type differs.
            let one_name = matches!(
                entry.item.body,
                raw::Body::Register(_) | raw::Body::Message(_)
            );
            if entry.arches.single().is_some() || one_name {
                continue;
            }
            if names_each_arch(entry.item) {
                split.insert(entry.name());
                continue;
            }
            let mentioned = self.mentions(entry);
            let names =
                mentioned
                    .iter()
                    .filter_map(|mention| match TypeExpr::parse(mention.text)?.base {
                        Base::Name(name) => Some(name),
                        Base::Int(_) => None,
                    });
            others.push((entry.name(), names.collect()));
        }
        loop {
            let before = split.len();
            for (name, mentioned) in &others {
                if mentioned.iter().any(|mentioned| split.contains(mentioned)) {
                    split.insert(name);
                }
            }
            if split.len() == before {
                return split;
            }
        }
    }

    /// Whether the name has a meaning of its own on each architecture.
    pub(crate) fn is_split(&self, name: &str) -> bool {
        self.split.contains(name)
    }

    /// The item of that name on an architecture.
    pub(crate) fn find(&self, name: &str, arch: Arch) -> Option<&Entry<'a>> {
        let entries = self.by_name.get(name)?;
        entries
            .iter()
            .map(|&index| &self.entries[index])
            .find(|entry| entry.arches.contains(arch))
    }

    /// All items of that name.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Entry<'a>> {
        self.by_name
            .get(name)
            .into_iter()
            .flatten()
            .map(|&index| &self.entries[index])
    }

    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.by_name.keys().copied()
    }

    /// The integer that stores an alias, enum or bit-field, or the integer itself.
    pub(crate) fn storage(&self, text: &str, arch: Arch) -> Option<Int> {
        self.storage_within(text, arch, 16)
    }

    fn storage_within(&self, text: &str, arch: Arch, depth: u32) -> Option<Int> {
        match TypeExpr::parse(text)? {
            TypeExpr {
                length: Length::One,
                base: Base::Int(int),
            } => Some(int),
            TypeExpr {
                length: Length::One,
                base: Base::Name(name),
            } if depth > 0 => match &self.find(name, arch)?.item.body {
                raw::Body::Alias(alias) => self.storage_within(&alias.r#type, arch, depth - 1),
                raw::Body::Enum(body) => Int::parse(&body.storage),
                raw::Body::Bitfield(body) => Int::parse(&body.storage),
                _ => None,
            },
            _ => None,
        }
    }

    /// The number of elements of an array; nothing if it is no array of known length.
    pub(crate) fn count(&self, length: Length<'_>, arch: Arch) -> Option<u64> {
        match length {
            Length::One => Some(1),
            Length::Count(count) => Some(count),
            Length::Constant(name) => match &self.find(name, arch)?.item.body {
                raw::Body::Constant(constant) => Some(constant.value),
                _ => None,
            },
            Length::Tail => Some(0),
        }
    }

    /// Size and alignment of a type as declared; nothing where the type is not known.
    pub(crate) fn layout(&self, text: &str, arch: Arch) -> Option<Layout> {
        self.layout_within(text, arch, 16)
    }

    fn layout_within(&self, text: &str, arch: Arch, depth: u32) -> Option<Layout> {
        let expr = TypeExpr::parse(text)?;
        let one = match expr.base {
            Base::Int(int) => Layout {
                size: int.bytes.into(),
                align: int.bytes.into(),
            },
            Base::Name(name) => match &self.find(name, arch)?.item.body {
                raw::Body::Alias(alias) if depth > 0 => {
                    self.layout_within(&alias.r#type, arch, depth - 1)?
                }
                raw::Body::Struct(body) => Layout {
                    size: body.size,
                    align: body.align,
                },
                raw::Body::Union(body) => Layout {
                    size: body.size,
                    align: body.align,
                },
                _ => {
                    let int = self.storage_within(name, arch, depth)?;
                    Layout {
                        size: int.bytes.into(),
                        align: int.bytes.into(),
                    }
                }
            },
        };
        let size = one.size.checked_mul(self.count(expr.length, arch)?)?;
        Some(Layout {
            size,
            align: one.align,
        })
    }

    /// Every place where an item mentions a type.
    pub(crate) fn mentions(&self, entry: &Entry<'a>) -> Vec<Mention<'a>> {
        mentions(entry)
    }
}

/// Whether an item names another type for each architecture.
fn names_each_arch(item: &raw::Item) -> bool {
    match &item.body {
        raw::Body::Hypercall(call) => [
            &call.input,
            &call.input_element,
            &call.output,
            &call.output_element,
        ]
        .into_iter()
        .any(|parameter| matches!(parameter, Some(raw::PerArch::Each(_)))),
        _ => false,
    }
}

fn mentions<'a>(entry: &Entry<'a>) -> Vec<Mention<'a>> {
    let path = &entry.path;
    let inside = |text: &'a str, path: KeyPath| Mention {
        text,
        arches: entry.arches,
        path,
        inside: true,
    };
    let outside = |text: &'a str, path: KeyPath| Mention {
        text,
        arches: entry.arches,
        path,
        inside: false,
    };
    match &entry.item.body {
        raw::Body::Constant(body) => vec![outside(&body.r#type, path.key("type"))],
        raw::Body::Alias(body) => vec![inside(&body.r#type, path.key("type"))],
        raw::Body::Enum(_) | raw::Body::StatusCode(_) => Vec::new(),
        raw::Body::Bitfield(body) => {
            let bits = body.bits.iter().enumerate();
            let typed = bits.filter_map(|(at, bits)| Some((at, bits.r#type.as_deref()?)));
            typed
                .map(|(at, text)| inside(text, path.key("bits").index(at).key("type")))
                .collect()
        }
        raw::Body::Struct(body) => {
            let mut mentions = Vec::new();
            for (at, field) in body.fields.iter().enumerate() {
                let path = path.key("fields").index(at);
                mentions.extend(
                    field
                        .r#type
                        .as_deref()
                        .map(|text| inside(text, path.key("type"))),
                );
                mentions.extend(
                    field
                        .reserved
                        .as_deref()
                        .map(|text| inside(text, path.key("reserved"))),
                );
            }
            mentions
        }
        raw::Body::Union(body) => {
            let members = body.members.iter().enumerate();
            let mention = |(at, member): (usize, &'a raw::Member)| Mention {
                text: &member.r#type,
                arches: member.arch.map_or(entry.arches, Arches::from),
                path: path.key("members").index(at).key("type"),
                inside: true,
            };
            members.map(mention).collect()
        }
        raw::Body::Register(body) => each_arch(&body.value, entry, "value"),
        raw::Body::Msr(body) => vec![outside(&body.value, path.key("value"))],
        raw::Body::Ioctl(body) => body
            .argument
            .as_deref()
            .map(|argument| outside(argument, path.key("argument")))
            .into_iter()
            .collect(),
        raw::Body::Cpuid(body) => vec![outside(&body.value, path.key("value"))],
        raw::Body::Hypercall(body) => {
            let parameters = [
                (&body.input, "input"),
                (&body.input_element, "input-element"),
                (&body.output, "output"),
                (&body.output_element, "output-element"),
            ];
            let given = parameters
                .into_iter()
                .filter_map(|(parameter, key)| Some((parameter.as_ref()?, key)));
            let mut mentions: Vec<_> = given
                .flat_map(|(parameter, key)| each_arch(parameter, entry, key))
                .collect();
            if let Some(header) = &body.variable_header {
                mentions.push(outside(
                    &header.element,
                    path.key("variable-header").key("element"),
                ));
            }
            mentions
        }
        raw::Body::Message(body) => body
            .payload
            .iter()
            .flat_map(|payload| each_arch(payload, entry, "payload"))
            .collect(),
    }
}

fn each_arch<'a>(types: &'a raw::PerArch, entry: &Entry<'_>, key: &str) -> Vec<Mention<'a>> {
    let path = entry.path.key(key);
    match types {
        raw::PerArch::Same(text) => vec![Mention {
            text,
            arches: entry.arches,
            path,
            inside: false,
        }],
        raw::PerArch::Each(each) => {
            let x64 = each.x64.as_deref().map(|text| (text, Arch::X64));
            let arm64 = each.arm64.as_deref().map(|text| (text, Arch::Arm64));
            let both = x64.into_iter().chain(arm64);
            both.map(|(text, arch)| Mention {
                text,
                arches: arch.into(),
                path: path.key(arch.name()),
                inside: false,
            })
            .collect()
        }
    }
}

/// The type that one architecture has.
pub(crate) fn on_arch(types: &raw::PerArch, arch: Arch) -> Option<&str> {
    match types {
        raw::PerArch::Same(text) => Some(text),
        raw::PerArch::Each(each) => match arch {
            Arch::X64 => each.x64.as_deref(),
            Arch::Arm64 => each.arm64.as_deref(),
        },
    }
}
