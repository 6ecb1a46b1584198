//! What goes across all chapters: registers with the types of their values, messages with their
//! payloads, the enums of all hypercalls, the tables, and what only some users ask for.

use proc_macro2::TokenStream;

use super::{Emitter, Flavour};
use crate::model::Model;

mod messages;
mod registers;
mod requests;
mod tables;

/// What goes across all chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    /// A constant for each register, with the type of its value.
    Registers,
    /// An enum for each architecture, over all messages with their payloads.
    Messages,
    /// An enum for each architecture, over all hypercalls.
    Requests,
    /// Names, numbers and sizes.
    Tables,
    /// What the feature `serde` adds.
    Serde,
    /// What the feature `arbitrary` adds.
    Arbitrary,
}

impl Index {
    /// All of them, with their words.
    pub const ALL: [(&'static str, Self); 6] = [
        ("registers", Self::Registers),
        ("messages", Self::Messages),
        ("requests", Self::Requests),
        ("tables", Self::Tables),
        ("serde", Self::Serde),
        ("arbitrary", Self::Arbitrary),
    ];

    /// The code, for `hv-defs` alone.
    pub fn code(self, model: &Model) -> TokenStream {
        let emitter = Emitter {
            model,
            flavour: Flavour::HvDefs,
            // No chapter: every item needs its path.
            chapter: usize::MAX,
        };
        match self {
            Self::Registers => emitter.typed_registers(),
            Self::Messages => emitter.typed_messages(),
            Self::Requests => emitter.all_requests(),
            Self::Tables => emitter.tables(),
            Self::Serde => emitter.serde(),
            Self::Arbitrary => emitter.arbitrary(),
        }
    }
}
