//! From a draft that passed every check to a model.

use std::collections::{BTreeMap, HashMap};

use crate::arch::{Arch, Arches};
use crate::draft::{Draft, Entry, on_arch};
use crate::naming;
use crate::parallel;
use crate::raw::{self, Body};
use crate::types::{Int, Length, TypeExpr};

use super::dialect;
use super::resolve::Resolver;
use super::*;

mod records;

/// An entry on the architectures where it is the same.
struct Instance<'e, 'a> {
    entry: &'e Entry<'a>,
    arches: Arches,
    split: bool,
}

impl Instance<'_, '_> {
    /// An architecture whose names it sees; if it has both, they mean the same on each.
    fn arch(&self) -> Arch {
        self.arches.single().unwrap_or(Arch::X64)
    }
}

pub(super) fn lower(draft: &Draft<'_>, files: HeaderFiles) -> Model {
    let parsed = draft.parsed;
    let instances: Vec<Instance<'_, '_>> = draft
        .entries
        .iter()
        .flat_map(|entry| instances(draft, entry))
        .collect();
    let mut by_name: ByName = HashMap::with_capacity(instances.len());
    for (index, instance) in instances.iter().enumerate() {
        let of_arch = by_name.entry(instance.entry.name().to_owned()).or_default();
        for arch in instance.arches.iter() {
            of_arch[arch as usize] = Some(ItemId(index));
        }
    }
    let lowering = Lowering {
        resolver: Resolver::new(draft, &by_name),
    };
    let chapters = lowering.chapters();
    let items = parallel::each(instances.len(), |index| {
        lowering.item(ItemId(index), &instances[index])
    });
    let mut model = Model {
        revision: parsed.revision.clone(),
        sources: parsed.sources.clone(),
        errata: parsed
            .errata
            .iter()
            .map(|(_, erratum)| erratum.clone())
            .collect(),
        chapters,
        items,
        dialects: Vec::new(),
        by_name,
    };
    model.dialects = parallel::each(parsed.dialects.len(), |index| {
        let (_, stem, raw) = &parsed.dialects[index];
        dialect::lower(&model, stem, raw, parsed.base_of(raw), files)
    });
    model
}

fn instances<'e, 'a>(draft: &Draft<'a>, entry: &'e Entry<'a>) -> Vec<Instance<'e, 'a>> {
    let split = draft.is_split(entry.name());
    if split && entry.arches.single().is_none() {
        return entry
            .arches
            .iter()
            .map(|arch| Instance {
                entry,
                arches: arch.into(),
                split,
            })
            .collect();
    }
    vec![Instance {
        entry,
        arches: entry.arches,
        split,
    }]
}

struct Lowering<'d, 'a> {
    resolver: Resolver<'d, 'a>,
}

impl Lowering<'_, '_> {
    fn draft(&self) -> &Draft<'_> {
        self.resolver.draft
    }

    fn chapters(&self) -> Vec<Chapter> {
        let chapter = |(_, stem, content): &(usize, String, raw::Chapter)| Chapter {
            name: stem.clone(),
            title: content.chapter.clone(),
            doc: content.doc.clone().unwrap_or_default(),
        };
        self.draft().parsed.chapters.iter().map(chapter).collect()
    }

    fn item(&self, id: ItemId, instance: &Instance<'_, '_>) -> Item {
        let entry = instance.entry;
        let common = entry.item.body.common();
        Item {
            id,
            name: entry.name().to_owned(),
            rust: rust_name(instance, common.rust),
            chapter: entry.chapter,
            arches: instance.arches,
            split: instance.split,
            facts: self.item_facts(entry),
            kind: self.kind(instance),
        }
    }

    fn item_facts(&self, entry: &Entry<'_>) -> Facts {
        let common = entry.item.body.common();
        Facts {
            doc: doc(common.doc),
            sources: places(self.cited(entry)),
            status: common.status.unwrap_or(Standing::Documented),
            since: common.since.map(str::to_owned),
            until: common.until.map(str::to_owned),
            errata: self.errata(common.errata),
        }
    }

    /// What an item cites: its own sources, else those of its chapter.
    fn cited<'e>(&'e self, entry: &'e Entry<'_>) -> &'e raw::Sources {
        let own = entry.item.body.common().source;
        if own.0.is_empty() {
            &self.draft().parsed.chapters[entry.chapter].2.source
        } else {
            own
        }
    }

    /// What is known about a part of an item: what it says itself, else what the item says.
    fn part_facts(
        &self,
        entry: &Entry<'_>,
        own: (Option<&str>, &raw::Sources, Option<Standing>),
        versions: (Option<&str>, Option<&str>),
        errata: &[String],
    ) -> Facts {
        let (text, cited, status) = own;
        let of_item = entry.item.body.common().status;
        Facts {
            doc: doc(text),
            sources: places(if cited.0.is_empty() {
                self.cited(entry)
            } else {
                cited
            }),
            status: status.or(of_item).unwrap_or(Standing::Documented),
            since: versions.0.map(str::to_owned),
            until: versions.1.map(str::to_owned),
            errata: self.errata(errata),
        }
    }

    fn errata(&self, ids: &[String]) -> Vec<usize> {
        let known = &self.draft().parsed.errata;
        ids.iter()
            .filter_map(|id| known.iter().position(|(_, erratum)| erratum.id == *id))
            .collect()
    }

    fn kind(&self, instance: &Instance<'_, '_>) -> Kind {
        let arch = instance.arch();
        let resolver = &self.resolver;
        match &instance.entry.item.body {
            Body::Constant(body) => Kind::Constant(Constant {
                r#type: resolver.type_of(&body.r#type, arch),
                storage: resolver.storage(&body.r#type, arch),
                value: body.value,
            }),
            Body::Alias(body) => Kind::Alias(Alias {
                r#type: resolver.type_of(&body.r#type, arch),
            }),
            Body::Enum(body) => Kind::Enum(self.lower_enum(instance, body)),
            Body::Bitfield(body) => Kind::Bitfield(self.lower_bitfield(instance, body)),
            Body::Struct(body) => Kind::Struct(self.lower_struct(instance, body)),
            Body::Union(body) => Kind::Union(self.lower_union(instance, body)),
            Body::Register(body) => Kind::Register(Register {
                number: body.number,
                value: self.for_arch(instance, &body.value),
                grant: body
                    .grant
                    .as_ref()
                    .and_then(|grant| resolver.grant(grant, arch)),
            }),
            Body::Msr(body) => Kind::Msr(Msr {
                number: body.number,
                access: body.access,
                scope: body.scope,
                value: resolver.type_of(&body.value, arch),
                grant: body
                    .grant
                    .as_ref()
                    .and_then(|grant| resolver.grant(grant, arch)),
            }),
            Body::Ioctl(body) => Kind::Ioctl(self.lower_ioctl(body, arch)),
            Body::Cpuid(body) => Kind::Cpuid(Cpuid {
                leaf: body.leaf,
                subleaf: body.subleaf,
                value: resolver.id(&body.value, arch),
            }),
            Body::StatusCode(body) => Kind::StatusCode(StatusCode { value: body.value }),
            Body::Hypercall(body) => {
                Kind::Hypercall(Box::new(self.lower_hypercall(instance, body)))
            }
            Body::Message(body) => Kind::Message(Message {
                number: body.number,
                payload: body
                    .payload
                    .as_ref()
                    .map(|payload| self.for_arch(instance, payload)),
            }),
        }
    }

    fn for_arch(&self, instance: &Instance<'_, '_>, types: &raw::PerArch) -> ForArch<Type> {
        let on = |arch: Arch| {
            let text = on_arch(types, arch).filter(|_| instance.entry.arches.contains(arch))?;
            Some(self.resolver.type_of(text, arch))
        };
        ForArch {
            x64: on(Arch::X64),
            arm64: on(Arch::Arm64),
        }
    }

    fn lower_enum(&self, instance: &Instance<'_, '_>, body: &raw::Enum) -> Enum {
        let mut values: Vec<Value> = match body.collects {
            Some(kind) => self.collect(instance.entry.name(), kind),
            None => body
                .values
                .iter()
                .map(|value| self.lower_value(instance, value))
                .collect(),
        };
        values.sort_by_key(|value| value.value);
        Enum {
            storage: Int::parse(&body.storage).unwrap_or(Int {
                bytes: 4,
                signed: false,
            }),
            values,
            closed: body.closed,
            collects: body.collects,
            error: body.error.as_deref().map(naming::type_name),
        }
    }

    fn lower_value(&self, instance: &Instance<'_, '_>, value: &raw::EnumValue) -> Value {
        let owner = instance.entry.name();
        Value {
            name: value.name.clone(),
            rust: value
                .rust
                .clone()
                .unwrap_or_else(|| naming::value_name(owner, &value.name)),
            value: value.value,
            arches: value.arch.map_or(Arches::BOTH, Arches::from),
            same_as: value.same_as.clone(),
            facts: self.part_facts(
                instance.entry,
                (value.doc.as_deref(), &value.source, value.status),
                (value.since.as_deref(), value.until.as_deref()),
                &value.errata,
            ),
        }
    }

    /// The items of a kind as the values of the enum that collects them, each name once.
    fn collect(&self, owner: &str, kind: raw::Collects) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        let mut by_number: HashMap<u64, Vec<usize>> = HashMap::new();
        for entry in &self.draft().entries {
            let number: u64 = match (&entry.item.body, kind) {
                (Body::Hypercall(body), raw::Collects::Hypercall) => body.code.into(),
                (Body::Message(body), raw::Collects::Message) => body.number.into(),
                (Body::Register(body), raw::Collects::Register) => body.number.into(),
                (Body::StatusCode(body), raw::Collects::StatusCode) => body.value.into(),
                (Body::Cpuid(body), raw::Collects::Cpuid) => body.leaf.into(),
                _ => continue,
            };
            let of_number = by_number.entry(number).or_default();
            let same = of_number
                .iter()
                .find(|index| values[**index].name == entry.name());
            if let Some(&same) = same {
                let same = &mut values[same];
                same.arches = same.arches.and(entry.arches);
                continue;
            }
            let earlier = of_number
                .iter()
                .map(|index| &values[*index])
                .find(|value| value.same_as.is_none() && value.arches.meet(entry.arches));
            let same_as = earlier.map(|value| value.name.clone());
            of_number.push(values.len());
            values.push(Value {
                name: entry.name().to_owned(),
                rust: collected_name(owner, entry.item),
                value: number,
                arches: entry.arches,
                same_as,
                facts: self.item_facts(entry),
            });
        }
        values
    }

    fn lower_ioctl(&self, body: &raw::Ioctl, arch: Arch) -> Ioctl {
        let argument = body.argument.as_deref();
        let size = argument.map_or(0, |text| self.resolver.layout(text, arch).size);
        let direction = match body.direction {
            Direction::None => 0,
            Direction::Write => 1,
            Direction::Read => 2,
            Direction::ReadWrite => 3,
        };
        Ioctl {
            device: body.device.clone(),
            magic: body.magic,
            number: body.number,
            direction: body.direction,
            argument: argument.map(|text| self.resolver.type_of(text, arch)),
            request: direction << 30
                | u32::try_from(size).unwrap_or(0) << 16
                | u32::from(body.magic) << 8
                | u32::from(body.number),
        }
    }

    fn lower_hypercall(&self, instance: &Instance<'_, '_>, body: &raw::Hypercall) -> Hypercall {
        let arch = instance.arch();
        let parameter = |types: &Option<raw::PerArch>| {
            let text = on_arch(types.as_ref()?, arch)?;
            Some(self.resolver.type_of(text, arch))
        };
        Hypercall {
            code: body.code,
            shape: body.shape,
            input: parameter(&body.input),
            variable_header: body.variable_header.as_ref().map(|header| VariableHeader {
                offset: header.at,
                element: self.resolver.type_of(&header.element, arch),
                doc: doc(header.doc.as_deref()),
            }),
            input_element: parameter(&body.input_element),
            output: parameter(&body.output),
            output_element: parameter(&body.output_element),
            count_only: body.count_only,
            fast: body.fast,
            grant: body
                .grant
                .iter()
                .filter_map(|grant| self.resolver.grant(grant, arch))
                .collect(),
            returns: body.returns.clone(),
        }
    }
}

/// The Rust name of an item as a value of the enum that collects it. A hypercall is a type as well,
/// whose name this one follows.
pub(crate) fn collected_name(owner: &str, item: &raw::Item) -> String {
    match (&item.body, item.body.common().rust) {
        (Body::Hypercall(_), rust) => naming::value_name(owner, rust.unwrap_or(&item.name)),
        (_, Some(rust)) => rust.to_owned(),
        (_, None) => naming::value_name(owner, &item.name),
    }
}

fn rust_name(instance: &Instance<'_, '_>, own: Option<&str>) -> String {
    let name = instance.entry.name();
    match (&instance.entry.item.body, own, instance.arches.single()) {
        (Body::Constant(_), own, Some(arch)) if instance.split => {
            naming::arch_constant_name(own.unwrap_or(name), arch.type_word())
        }
        (Body::Constant(_) | Body::Msr(_) | Body::Ioctl(_), ..) => own.unwrap_or(name).to_owned(),
        (_, Some(own), None) => own.to_owned(),
        (_, own, Some(arch)) if instance.split => {
            naming::arch_type_name(own.unwrap_or(name), arch.type_word())
        }
        (_, Some(own), Some(_)) => own.to_owned(),
        (_, None, _) => naming::type_name(name),
    }
}

fn doc(text: Option<&str>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

fn places(sources: &raw::Sources) -> BTreeMap<String, Vec<String>> {
    sources
        .0
        .iter()
        .map(|(key, place)| (key.clone(), place.0.clone()))
        .collect()
}
