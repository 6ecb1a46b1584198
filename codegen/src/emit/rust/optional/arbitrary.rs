//! The feature `arbitrary`: each type from bytes that a fuzzer or a test gives.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::Emitter;
use crate::emit::rust::names::{ident, int};
use crate::model::{Enum, Item, Kind};
use crate::naming;

impl Emitter<'_> {
    pub(in crate::emit::rust) fn arbitrary(&self) -> TokenStream {
        let items = self.model.items.iter();
        items.map(|item| self.arbitrary_item(item)).collect()
    }

    fn arbitrary_item(&self, item: &Item) -> TokenStream {
        match &item.kind {
            Kind::Enum(body) if body.closed => self.arbitrary_closed_enum(item, body),
            Kind::Enum(body) => {
                let error = body.error.as_deref();
                let error = error.map(|error| self.arbitrary_error(item, body, error));
                let status = self.arbitrary_bytes(item);
                quote!(#status #error)
            }
            Kind::Bitfield(_) | Kind::Struct(_) | Kind::Union(_) => self.arbitrary_bytes(item),
            _ => TokenStream::new(),
        }
    }

    /// Any bytes are a value.
    fn arbitrary_bytes(&self, item: &Item) -> TokenStream {
        let path = self.path(item.id);
        quote!(from_bytes!(#path);)
    }

    fn arbitrary_closed_enum(&self, item: &Item, body: &Enum) -> TokenStream {
        let path = self.path(item.id);
        let variants = body
            .values
            .iter()
            .filter(|value| value.same_as.is_none())
            .map(|value| ident(&naming::type_name(&value.rust)));
        quote!(one_of!(#path: #(#variants),*);)
    }

    fn arbitrary_error(&self, item: &Item, body: &Enum, error: &str) -> TokenStream {
        let (path, storage) = (self.sibling(item, error), int(body.storage));
        quote!(not_zero!(#path: #storage);)
    }
}
