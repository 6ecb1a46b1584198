//! The checked spec: every name resolved, every layout known, in the order of the files.
//!
//! A [`Model`] that exists has passed all checks, so what reads it cannot fail. An item that means
//! something else on each architecture stands in it twice, once for each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::arch::{Arch, Arches};
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::draft::{Draft, Parsed};
use crate::load::{Files, Form};
use crate::raw;
use crate::types::Int;

mod declaration;
mod dialect;
mod kinds;
mod lower;
mod macros;
mod order;
#[cfg(feature = "abi")]
mod published;
mod resolve;

pub use crate::raw::{
    Access, BitfieldStyle, DialectDifference, Direction, EnumStyle, Erratum, ReservedBits, Scope,
    Shape, SourceKind, Standing, TypeStyle,
};
pub use declaration::{Declaration, Member as DeclaredMember, MemberKind, Place as DeclaredPlace};
pub(crate) use declaration::{part, part_facts};
#[cfg(feature = "cli")]
pub(crate) use dialect::is_type;
pub use dialect::{Dialect, DialectFile, Headers, MacroGroup};
pub use kinds::*;
pub(crate) use lower::collected_name;
pub use macros::{Macro, Number};
pub(crate) use order::dependencies;

/// A checked spec.
#[derive(Clone, Debug)]
pub struct Model {
    /// The revision of the transcription, from `sources.yaml`.
    pub revision: String,
    /// The documents and code bases that items cite, by their keys.
    pub sources: BTreeMap<String, raw::Source>,
    /// The errors found in the documents.
    pub errata: Vec<raw::Erratum>,
    /// The chapters, by path.
    pub chapters: Vec<Chapter>,
    /// All items, chapter after chapter.
    pub items: Vec<Item>,
    /// How other code bases name and file the items.
    pub dialects: Vec<Dialect>,
    by_name: ByName,
}

/// The item of each name, on x64 and on ARM64.
type ByName = HashMap<String, [Option<ItemId>; 2]>;

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The name of the file without directory and ending, which is the name of the Rust module.
    pub name: String,
    /// The title.
    pub title: String,
    /// What it holds.
    pub doc: String,
}

/// The number of an item in its model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub(crate) usize);

/// What is known about a fact besides the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub doc: Option<String>,
    /// The sources that say so, by key, with the places.
    pub sources: BTreeMap<String, Vec<String>>,
    /// How certain it is.
    pub status: Standing,
    /// The source in which it appeared first.
    pub since: Option<String>,
    /// The last source that has it.
    pub until: Option<String>,
    /// The numbers of the errata that concern it.
    pub errata: Vec<usize>,
}

/// An item on one architecture, or on both if it is the same there.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its number.
    pub id: ItemId,
    /// The name, as the document spells it.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The number of its chapter.
    pub chapter: usize,
    /// Where it exists in this form.
    pub arches: Arches,
    /// Whether the name means something else on the other architecture.
    pub split: bool,
    /// What is known about it.
    pub facts: Facts,
    /// What it says.
    pub kind: Kind,
}

/// What an item says.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant is the type of its name")]
#[expect(
    clippy::large_enum_variant,
    reason = "a model has a few thousand of them"
)]
pub enum Kind {
    Constant(Constant),
    Alias(Alias),
    Enum(Enum),
    Bitfield(Bitfield),
    Struct(Struct),
    Union(Union),
    Register(Register),
    Msr(Msr),
    /// A request of a Linux device.
    Ioctl(Ioctl),
    Cpuid(Cpuid),
    StatusCode(StatusCode),
    Hypercall(Box<Hypercall>),
    Message(Message),
}

impl Kind {
    /// The key that names the kind in the spec files.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Constant(_) => "constant",
            Self::Alias(_) => "alias",
            Self::Enum(_) => "enum",
            Self::Bitfield(_) => "bitfield",
            Self::Struct(_) => "struct",
            Self::Union(_) => "union",
            Self::Register(_) => "register",
            Self::Msr(_) => "msr",
            Self::Ioctl(_) => "ioctl",
            Self::Cpuid(_) => "cpuid",
            Self::StatusCode(_) => "status-code",
            Self::Hypercall(_) => "hypercall",
            Self::Message(_) => "message",
        }
    }

    /// Whether items of the kind are values of the enum that collects them.
    pub fn is_collected(&self) -> bool {
        matches!(
            self,
            Self::Register(_)
                | Self::StatusCode(_)
                | Self::Message(_)
                | Self::Cpuid(_)
                | Self::Hypercall(_)
        )
    }
}

/// A type with its names resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// An integer.
    Int(Int),
    /// An alias, enum, bit-field, struct or union.
    Item(ItemId),
    /// Elements one after another.
    Array(Box<Type>, u64),
}

impl Type {
    /// The innermost element of an array and how many there are; of any other type itself, once.
    pub fn elements(&self) -> (&Self, u64) {
        match self {
            Self::Array(element, count) => {
                let (inner, more) = element.elements();
                (inner, count * more)
            }
            other => (other, 1),
        }
    }
}

/// Something for each architecture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForArch<T> {
    /// On x86-64.
    pub x64: Option<T>,
    /// On ARM64.
    pub arm64: Option<T>,
}

impl<T: PartialEq> ForArch<T> {
    /// What an architecture has.
    pub fn on(&self, arch: Arch) -> Option<&T> {
        match arch {
            Arch::X64 => self.x64.as_ref(),
            Arch::Arm64 => self.arm64.as_ref(),
        }
    }

    /// What every architecture that has something has, if it is the same.
    pub fn same(&self) -> Option<&T> {
        match (&self.x64, &self.arm64) {
            (Some(x64), Some(arm64)) if x64 != arm64 => None,
            (x64, arm64) => x64.as_ref().or(arm64.as_ref()),
        }
    }
}

impl Model {
    /// Reads and checks a spec. All that is wrong with it is reported at once.
    pub fn new(files: &Files) -> Result<Self, Vec<Diagnostic>> {
        let (parsed, diagnostics) = Parsed::new(files, Form::Yaml);
        // A file that cannot be read would make everything that refers to it look wrong too.
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let draft = Draft::new(&parsed);
        let diagnostics = check::run(&draft);
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let model = lower::lower(&draft, HeaderFiles::Filled);
        let dialect_files: Vec<usize> = parsed.dialects.iter().map(|(file, ..)| *file).collect();
        let diagnostics = check::dialects::check_names(&model, &dialect_files);
        if diagnostics.is_empty() {
            Ok(model)
        } else {
            Err(diagnostics)
        }
    }

    /// The item of a number.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0]
    }

    /// The chapter of an item.
    pub fn chapter_of(&self, item: &Item) -> &Chapter {
        &self.chapters[item.chapter]
    }

    /// The items of a chapter.
    pub fn items_of(&self, chapter: usize) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.chapter == chapter)
    }

    /// The enum that collects an item, and the value that the item is there.
    pub fn collected(&self, item: &Item) -> Option<(&Item, &Enum, &Value)> {
        let mut owners = self.items.iter().filter(|_| item.kind.is_collected());
        owners.find_map(|owner| match &owner.kind {
            Kind::Enum(body) if body.collects.is_some() => {
                let value = body.values.iter().find(|value| value.name == item.name)?;
                Some((owner, body, value))
            }
            _ => None,
        })
    }

    /// The item of a name on an architecture.
    pub fn find(&self, name: &str, arch: Arch) -> Option<&Item> {
        let of_arch = self.by_name.get(name)?;
        of_arch[arch as usize].map(|id| self.item(id))
    }

    /// Some items and all that they need.
    pub fn closure(&self, ids: &[ItemId]) -> BTreeSet<ItemId> {
        let mut all = BTreeSet::new();
        let mut open = ids.to_vec();
        while let Some(id) = open.pop() {
            if all.insert(id) {
                let item = self.item(id);
                open.extend(dependencies(self, item));
                open.extend(
                    self.parameters(item)
                        .into_iter()
                        .filter_map(|r#type| self.parts_of(r#type)),
                );
            }
        }
        all
    }

    /// The items whose types an item passes: the input of a hypercall, the value of an MSR.
    pub(crate) fn passed_by(&self, id: ItemId) -> Vec<ItemId> {
        let types = self.parameters(self.item(id)).into_iter();
        types.filter_map(|r#type| self.parts_of(r#type)).collect()
    }

    /// The types that a hypercall, an MSR or a leaf passes.
    fn parameters<'m>(&self, item: &'m Item) -> Vec<&'m Type> {
        match &item.kind {
            Kind::Hypercall(body) => {
                let header = body.variable_header.as_ref().map(|header| &header.element);
                let parameters = [
                    &body.input,
                    &body.input_element,
                    &body.output,
                    &body.output_element,
                ];
                parameters.into_iter().flatten().chain(header).collect()
            }
            Kind::Msr(body) => vec![&body.value],
            Kind::Ioctl(body) => body.argument.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Size and alignment of a type.
    pub fn layout(&self, r#type: &Type) -> (u64, u64) {
        match r#type {
            Type::Int(int) => (int.bytes.into(), int.bytes.into()),
            Type::Array(element, count) => {
                let (size, align) = self.layout(element);
                (size * count, align)
            }
            Type::Item(id) => match &self.item(*id).kind {
                Kind::Struct(body) => (body.size, body.align),
                Kind::Union(body) => (body.size, body.align),
                Kind::Alias(body) => self.layout(&body.r#type),
                Kind::Enum(body) => (body.storage.bytes.into(), body.storage.bytes.into()),
                Kind::Bitfield(body) => (body.storage.bytes.into(), body.storage.bytes.into()),
                _ => (0, 1),
            },
        }
    }

    /// A type without the aliases that lead to it.
    pub fn plain<'m>(&'m self, r#type: &'m Type) -> &'m Type {
        match r#type {
            Type::Item(id) => match &self.item(*id).kind {
                Kind::Alias(body) => self.plain(&body.r#type),
                _ => r#type,
            },
            _ => r#type,
        }
    }

    /// Whether a type is or holds a union.
    pub fn holds_union(&self, r#type: &Type) -> bool {
        match self.plain(r#type) {
            Type::Int(_) => false,
            Type::Array(element, _) => self.holds_union(element),
            Type::Item(id) => match &self.item(*id).kind {
                Kind::Union(_) => true,
                Kind::Struct(body) => body
                    .fields
                    .iter()
                    .any(|field| self.holds_union(&field.r#type)),
                _ => false,
            },
        }
    }

    /// The item that a type is, or its elements are.
    pub fn parts_of(&self, r#type: &Type) -> Option<ItemId> {
        match r#type {
            Type::Int(_) => None,
            Type::Item(id) => Some(*id),
            Type::Array(element, _) => self.parts_of(element),
        }
    }
}

/// Whether the files of headers are filled with their items, in the order that a compiler needs. Without, the
/// dialects may lack their declarations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeaderFiles {
    Filled,
    #[cfg(feature = "abi")]
    LeftOut,
}
