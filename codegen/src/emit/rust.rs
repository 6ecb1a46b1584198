//! Rust: one function for each kind of item, the same for the macro and for files.

use proc_macro2::TokenStream;
use quote::quote;

#[cfg(feature = "cli")]
use crate::model::ItemId;
use crate::model::{Item, Kind, Model};

mod bitfields;
mod calls;
mod docs;
mod enums;
mod index;
mod interface;
mod layout;
mod names;
mod optional;
#[cfg(feature = "cli")]
mod print;
mod records;
mod simple;
mod status;
mod unions;
mod words;

pub use index::Index;
#[cfg(feature = "cli")]
pub(crate) use names::ident;
#[cfg(feature = "cli")]
pub use print::document;

/// For whom the code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// For `hv-defs` and crates that depend on it: all derives and traits.
    HvDefs,
    /// For a kernel tree: `core` alone.
    Standalone,
}

/// What the functions of this module share.
pub(crate) struct Emitter<'m> {
    pub(crate) model: &'m Model,
    pub(crate) flavour: Flavour,
    /// The chapter that is printed; its own items need no path.
    pub(crate) chapter: usize,
}

/// The items of a chapter.
pub fn chapter(model: &Model, chapter: usize, flavour: Flavour) -> TokenStream {
    items(model, chapter, flavour, |_| true)
}

/// The items of a chapter that are wanted.
pub fn items(
    model: &Model,
    chapter: usize,
    flavour: Flavour,
    wanted: impl Fn(&Item) -> bool,
) -> TokenStream {
    let emitter = Emitter {
        model,
        flavour,
        chapter,
    };
    model
        .items_of(chapter)
        .filter(|item| wanted(item))
        .map(|item| emitter.item(item))
        .collect()
}

/// Some items with the enums that declare them: of what is a value of an enum and nothing else.
#[cfg(feature = "cli")]
pub fn with_enums(model: &Model, flavour: Flavour, mut ids: Vec<ItemId>) -> Vec<ItemId> {
    for at in 0..ids.len() {
        let item = model.item(ids[at]);
        let emitter = Emitter {
            model,
            flavour,
            chapter: item.chapter,
        };
        if let Some((owner, ..)) = model.collected(item) {
            if emitter.item(item).is_empty() && !ids.contains(&owner.id) {
                ids.push(owner.id);
            }
        }
    }
    ids
}

impl Emitter<'_> {
    fn item(&self, item: &Item) -> TokenStream {
        let code = match &item.kind {
            Kind::Constant(body) => self.constant(item, body),
            Kind::Alias(body) => self.alias(item, body),
            Kind::Enum(body) => self.r#enum(item, body),
            Kind::Bitfield(body) => self.bitfield(item, body),
            Kind::Struct(body) => self.r#struct(item, body),
            Kind::Union(body) => self.union(item, body),
            Kind::Msr(body) => self.msr(item, body),
            Kind::Ioctl(body) => self.ioctl(item, body),
            Kind::Cpuid(body) => self.cpuid(item, body),
            Kind::Hypercall(body) => self.hypercall(item, body),
            // These are values of the enum that collects them.
            Kind::Register(_) | Kind::StatusCode(_) | Kind::Message(_) => TokenStream::new(),
        };
        if code.is_empty() {
            return code;
        }
        let payload = self.message_payload(item);
        let own = self.own_name(item);
        quote!(#code #payload #own)
    }
}
