//! A dialect with its names resolved.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::arch::{Arch, Arches};
use crate::naming;
use crate::raw::{self, BitfieldStyle, EnumStyle, TypeStyle};

use super::declaration::{Declaration, Lowering};
use super::macros::{self, Macro};
use super::order::files;
use super::{HeaderFiles, Item, ItemId, Kind, Model, Type, Value, order};

/// How another code base names the items, and how its C headers are written.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// The name of its file without the ending.
    pub name: String,
    /// Whose names these are.
    pub title: String,
    /// How they differ from those of the other dialects.
    pub doc: String,
    /// How C headers are written; nothing for names alone.
    pub headers: Option<Headers>,
    /// The macros that exist only here.
    pub macros: Vec<Macro>,
    /// The types that are declared in a form of their own.
    pub declarations: Vec<Declaration>,
    names: HashMap<String, raw::DialectName>,
}

/// How C headers are written.
#[derive(Clone, Debug)]
pub struct Headers {
    /// The licence expression.
    pub spdx: String,
    /// The spelling of each integer type.
    pub integers: BTreeMap<String, String>,
    /// How types are named and declared.
    pub types: TypeStyle,
    /// How bit-fields are declared.
    pub bitfields: BitfieldStyle,
    /// How the values of enums are declared.
    pub enums: EnumStyle,
    /// What marks a record as packed.
    pub packed: String,
    /// Whether every record is packed.
    pub pack_all: bool,
    /// What aligns a record, with `{}` for the bytes.
    pub aligned: String,
    /// The macro that asserts, where headers assert.
    pub assert: Option<String>,
    /// What gives the alignment of a type.
    pub alignof: Option<String>,
    /// What stands before a declaration that ISO C or C++ does not have.
    pub extension: String,
    /// The conditions under which a compiler builds for each architecture.
    conditions: BTreeMap<String, String>,
    /// Whether requests of devices are written with the macros of Linux.
    pub ioctl_macros: bool,
    /// Whether numbers are written without the suffix of their type.
    pub plain_numbers: bool,
    /// Whether macros for bits are written with those of Linux.
    pub bit_macros: bool,
    /// Whether records have comments in the form of kernel-doc.
    pub kernel_doc: bool,
    /// Where the files stand in a tree.
    pub tree: String,
    /// Other files of a tree that declare some of the items themselves.
    pub others: Vec<String>,
    /// How a tail is declared that is all that a record holds.
    pub lone_tail: Option<String>,
    /// Headers of the environment.
    pub includes: Vec<String>,
    /// Text after the includes.
    pub prelude: Option<String>,
    /// Text after the content.
    pub epilogue: Option<String>,
    /// The files, each after those that it uses.
    pub files: Vec<DialectFile>,
    /// The items that can be declared on one architecture only, because they are in a file of it or
    /// need what is.
    pub confined: BTreeMap<ItemId, Arch>,
    prefixes: BTreeMap<String, String>,
}

/// One header.
#[derive(Clone, Debug)]
pub struct DialectFile {
    /// The path below the output directory.
    pub path: String,
    /// The macro that guards against a second inclusion.
    pub guard: String,
    /// What it holds.
    pub doc: String,
    /// Its items, each after those that it uses.
    pub items: Vec<ItemId>,
    /// Items that it could hold as well, each after those that it uses.
    pub offered: Vec<ItemId>,
    /// The architecture whose items it holds, if not those of both.
    pub arch: Option<Arch>,
    /// Headers that it includes besides, before its content.
    pub includes: Vec<String>,
    /// Headers that it includes after its content.
    pub includes_after: Vec<String>,
    /// Macros that it holds apart from the items that they are made of.
    pub macros: Vec<MacroGroup>,
}

impl DialectFile {
    fn has_group_with(&self, name: &str) -> bool {
        let mut names = self.macros.iter().flat_map(|group| &group.names);
        names.any(|other| other == name)
    }
}

/// Macros that stand together.
#[derive(Clone, Debug)]
pub struct MacroGroup {
    /// What they are.
    pub doc: String,
    /// Their names, in order.
    pub names: Vec<String>,
}

/// A dialect; `base` is the one that it is like.
pub(super) fn lower(
    model: &Model,
    name: &str,
    raw: &raw::Dialect,
    base: Option<&raw::Dialect>,
    header_files: HeaderFiles,
) -> Dialect {
    let mut names: HashMap<String, raw::DialectName> = HashMap::new();
    let mut macros: BTreeMap<&str, &raw::DialectMacro> = BTreeMap::new();
    for dialect in base.into_iter().chain([raw]) {
        for (item, own) in &dialect.names.0 {
            names.entry(item.clone()).or_default().extend(own);
        }
        macros.extend(
            dialect
                .macros
                .0
                .iter()
                .map(|(name, body)| (name.as_str(), body)),
        );
    }
    let headers = raw.headers.as_ref().map(|raw| Headers {
        spdx: raw.spdx.clone(),
        integers: raw.integers.0.clone(),
        types: raw.types,
        bitfields: raw.bitfields,
        enums: raw.enums,
        packed: raw.packed.clone(),
        pack_all: raw.pack_all,
        aligned: raw.aligned.clone(),
        assert: raw.assert.clone(),
        alignof: raw.alignof.clone(),
        extension: raw.extension.clone(),
        conditions: raw.conditions.0.clone(),
        ioctl_macros: raw.ioctl_macros,
        plain_numbers: raw.plain_numbers,
        bit_macros: raw.bit_macros,
        kernel_doc: raw.kernel_doc,
        tree: raw.tree.clone(),
        others: raw.others.clone(),
        lone_tail: raw.lone_tail.clone(),
        includes: raw.includes.clone(),
        prelude: raw.prelude.clone(),
        epilogue: raw.epilogue.clone(),
        files: Vec::new(),
        confined: BTreeMap::new(),
        prefixes: raw.prefixes.0.clone(),
    });
    let mut dialect = Dialect {
        name: name.to_owned(),
        title: raw.dialect.clone(),
        doc: raw.doc.clone(),
        headers,
        macros: macros
            .into_iter()
            .flat_map(|(name, body)| macros::lower(model, name, body))
            .collect(),
        declarations: Vec::new(),
        names,
    };
    let own = raw.declarations.iter().enumerate();
    let own: Vec<_> = own.map(|(at, own)| (Some(at), own.clone())).collect();
    let declared_here =
        |other: &&raw::DialectDeclaration| raw.declarations.iter().any(|own| own.of == other.of);
    let inherited = base.into_iter().flat_map(|base| &base.declarations);
    let raw_declarations: Vec<(Option<usize>, raw::DialectDeclaration)> = inherited
        .filter(|other| !declared_here(other))
        .map(|other| (None, other.clone()))
        .chain(own)
        .collect();
    dialect.declarations = Lowering {
        model,
        declarations: &raw_declarations,
        pack_all: raw.headers.as_ref().is_some_and(|headers| headers.pack_all),
        item_name: &|item| dialect.item_name(item).unwrap_or_default(),
    }
    .all();
    if let (Some(raw), HeaderFiles::Filled) = (&raw.headers, header_files) {
        let (files, confined) = files(model, raw, &dialect);
        if let Some(headers) = &mut dialect.headers {
            headers.files = files;
            headers.confined = confined;
        }
    }
    dialect
}

impl Dialect {
    /// Whether the dialect leaves the item out.
    pub fn is_absent(&self, item: &Item) -> bool {
        self.names
            .get(&item.name)
            .is_some_and(|names| names.absent == Some(true))
    }

    /// Whether the headers declare the item.
    pub fn declares(&self, item: &Item) -> bool {
        let mut files = self.headers.iter().flat_map(|headers| &headers.files);
        files.any(|file| file.items.contains(&item.id))
    }

    /// The declaration that is used wherever the item is, on an architecture or on any.
    pub fn declaration(&self, item: &Item, arch: Option<Arch>) -> Option<&Declaration> {
        let name = self.item_name(item)?;
        self.declarations_of(item, arch)
            .find(|declaration| declaration.name == name)
    }

    /// All declarations of an item, on an architecture or on any.
    pub fn declarations_of(
        &self,
        item: &Item,
        arch: Option<Arch>,
    ) -> impl Iterator<Item = &Declaration> {
        let id = item.id;
        // What an architecture does not have keeps its form in headers for it.
        let arch = arch.filter(|arch| item.arches.contains(*arch));
        self.declarations.iter().filter(move |declaration| {
            declaration.item == id && arch.is_none_or(|arch| declaration.arches.contains(arch))
        })
    }

    /// The items that must be declared before an item, as the dialect declares it.
    pub(crate) fn dependencies(&self, model: &Model, item: &Item) -> BTreeSet<ItemId> {
        let mut direct: BTreeSet<ItemId> = self
            .declarations_of(item, None)
            .flat_map(|declaration| declaration.items(model))
            .collect();
        if self.declaration(item, None).is_none() {
            direct.extend(order::dependencies(model, item));
        }
        let tags = |headers: &Headers| headers.types == TypeStyle::Tag;
        if !self.headers.as_ref().is_some_and(tags) {
            return direct;
        }
        // Where only records and bit-fields have a name of their own, what stands behind the others counts.
        let is_integer = matches!(item.kind, Kind::Bitfield(_) | Kind::Constant(_));
        if is_integer && self.declarations_of(item, None).next().is_none() {
            return BTreeSet::new();
        }
        let mut named = BTreeSet::new();
        for id in direct {
            match &model.item(id).kind {
                Kind::Alias(_) if self.has_typedef(model.item(id)) => {
                    named.insert(id);
                }
                Kind::Alias(body) => match model.plain(&body.r#type) {
                    Type::Int(_) => {}
                    r#type => named.extend(model.parts_of(r#type)),
                },
                Kind::Enum(_) => {}
                _ => {
                    named.insert(id);
                }
            }
        }
        named.remove(&item.id);
        named
    }

    /// Whether the dialect says how the values of this enum are declared.
    pub fn has_own_style(&self, item: &Item) -> bool {
        let own = self.names.get(&item.name);
        own.is_some_and(|names| names.declared.is_some())
    }

    /// Whether an alias is declared.
    pub fn has_typedef(&self, item: &Item) -> bool {
        let tags = |headers: &Headers| headers.types == TypeStyle::Tag;
        if !self.headers.as_ref().is_some_and(tags) {
            return true;
        }
        let own = self.names.get(&item.name);
        own.is_some_and(|names| names.typedef == Some(true))
    }

    /// How the values of an enum are declared.
    pub fn enum_style(&self, item: &Item) -> EnumStyle {
        let own = self.names.get(&item.name).and_then(|names| names.declared);
        let rule = self.headers.as_ref().map(|headers| headers.enums);
        own.or(rule).unwrap_or(EnumStyle::Define)
    }

    /// The dialect with all items that its files could hold.
    pub fn with_offers(&self) -> Self {
        let mut all = self.clone();
        for file in all
            .headers
            .iter_mut()
            .flat_map(|headers| &mut headers.files)
        {
            file.items.extend(&file.offered);
        }
        all
    }

    /// An item that this one holds and that has another size in the dialect, so that it cannot be
    /// declared by rule.
    pub(crate) fn resized_in(&self, model: &Model, item: &Item) -> Option<ItemId> {
        let is_record = matches!(item.kind, Kind::Struct(_) | Kind::Union(_));
        if !is_record || self.declaration(item, None).is_some() {
            return None;
        }
        self.dependencies(model, item).into_iter().find(|id| {
            let declaration = self.declaration(model.item(*id), None);
            declaration.is_some_and(|own| own.layout.0 != model.layout(&Type::Item(*id)).0)
        })
    }

    /// Whether the headers have a macro for an architecture: in a group, or after an item.
    pub fn has_macro(&self, model: &Model, body: &Macro, arch: Arch) -> bool {
        if self.is_grouped(&body.name) {
            let files = self.headers.iter().flat_map(|headers| &headers.files);
            let mut here = files.filter(|file| file.arch.is_none_or(|own| own == arch));
            return here.any(|file| file.has_group_with(&body.name));
        }
        self.declares_on(model.item(body.item), arch)
    }

    /// Whether a macro stands in a group of a file, and not after the item that it is made of.
    pub fn is_grouped(&self, name: &str) -> bool {
        let mut files = self.headers.iter().flat_map(|headers| &headers.files);
        files.any(|file| file.has_group_with(name))
    }

    /// Whether the headers declare the item for an architecture.
    pub fn declares_on(&self, item: &Item, arch: Arch) -> bool {
        let mut files = self.headers.iter().flat_map(|headers| &headers.files);
        files.any(|file| file.arch.is_none_or(|own| own == arch) && file.items.contains(&item.id))
    }

    /// The other names that an item has in the dialect.
    pub fn aliases(&self, item: &Item) -> &[String] {
        self.names
            .get(&item.name)
            .map_or(&[], |names| names.aliases.as_slice())
    }

    /// How the code base declares an item otherwise on purpose.
    pub fn differences(&self, item: &Item) -> &[raw::DialectDifference] {
        self.names
            .get(&item.name)
            .map_or(&[], |names| names.differs.as_slice())
    }

    /// The name of an item: the dialect's own, else by the rule of its headers.
    pub fn item_name(&self, item: &Item) -> Option<String> {
        let own = self.names.get(&item.name);
        if own.is_some_and(|names| names.absent == Some(true)) {
            return None;
        }
        own.and_then(|names| own_name(names, item.arches))
            .or_else(|| Some(self.headers.as_ref()?.item_name(item)))
    }

    /// The name of a value of an enum.
    pub fn value_name(&self, owner: &Item, value: &Value) -> Option<String> {
        self.value_names(owner)(value)
    }

    /// The names of the values of an enum. Where it collects items, such as calls or registers, theirs count.
    pub(crate) fn value_names<'d>(
        &'d self,
        owner: &'d Item,
    ) -> impl Fn(&Value) -> Option<String> + 'd {
        let collects = matches!(&owner.kind, Kind::Enum(body) if body.collects.is_some());
        let of_owner = self.names.get(&owner.name);
        move |value| {
            let own = collects.then(|| self.names.get(&value.name)).flatten();
            if own.is_some_and(|names| names.absent == Some(true)) {
                return None;
            }
            own.and_then(|names| own_name(names, value.arches))
                .or_else(|| self.part_name_by(of_owner, owner, &value.name))
        }
    }

    /// The name of a field, bit range, member or value: the dialect's own, else by rule.
    pub fn part_name(&self, item: &Item, part: &str) -> Option<String> {
        self.part_name_by(self.names.get(&item.name), item, part)
    }

    fn part_name_by(
        &self,
        own: Option<&raw::DialectName>,
        item: &Item,
        part: &str,
    ) -> Option<String> {
        if own.is_some_and(|names| names.absent == Some(true)) {
            return None;
        }
        own.and_then(|names| names.fields.0.get(part).cloned())
            .or_else(|| Some(self.headers.as_ref()?.part_name(item, part)))
    }
}

/// The name that a dialect lists.
fn own_name(names: &raw::DialectName, arches: Arches) -> Option<String> {
    match names.name.as_ref()? {
        raw::PerArch::Same(name) => Some(name.clone()),
        raw::PerArch::Each(each) if arches.contains(Arch::X64) => each.x64.clone(),
        raw::PerArch::Each(each) => each.arm64.clone(),
    }
}

impl Headers {
    fn item_name(&self, item: &Item) -> String {
        match (self.types, is_type(item)) {
            (TypeStyle::Tag, true) => naming::snake_case(&item.name),
            (TypeStyle::Tag, false) => self.prefixed(naming::screaming_case(&item.name)),
            (TypeStyle::Typedef, _) => item.name.clone(),
        }
    }

    fn part_name(&self, item: &Item, part: &str) -> String {
        match (self.types, &item.kind) {
            (TypeStyle::Tag, Kind::Enum(_)) => self.prefixed(naming::screaming_case(part)),
            (TypeStyle::Tag, _) => naming::snake_case(part),
            (TypeStyle::Typedef, _) => part.to_owned(),
        }
    }

    /// The condition under which a compiler builds for an architecture.
    pub fn condition(&self, arch: Arch) -> &str {
        self.conditions.get(arch.name()).map_or("1", String::as_str)
    }

    /// A name by rule with the longest beginning replaced for which the dialect has its own.
    fn prefixed(&self, name: String) -> String {
        let matching = self
            .prefixes
            .iter()
            .filter_map(|(from, to)| Some((name.strip_prefix(from.as_str())?, from, to)));
        match matching.max_by_key(|(_, from, _)| from.len()) {
            Some((rest, _, to)) => format!("{to}{rest}"),
            None => name,
        }
    }

    /// The spelling of an integer type.
    pub fn integer(&self, int: crate::types::Int) -> String {
        let name = int.to_string();
        self.integers.get(&name).cloned().unwrap_or(name)
    }
}

/// Whether an item is declared as a type.
pub(crate) fn is_type(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Alias(_) | Kind::Enum(_) | Kind::Bitfield(_) | Kind::Struct(_) | Kind::Union(_)
    )
}
