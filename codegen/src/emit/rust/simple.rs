//! Constants and aliases.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::names::{ident, number};
use crate::model::{Alias, Constant, Item, Kind, Type};

impl Emitter<'_> {
    pub(super) fn constant(&self, item: &Item, body: &Constant) -> TokenStream {
        let doc = self.item_doc(item, Vec::new());
        let name = ident(&item.rust);
        let r#type = self.type_of(&body.r#type);
        let literal = number(body.value);
        let is_newtype = match self.model.plain(&body.r#type) {
            Type::Item(id) => {
                matches!(self.model.item(*id).kind, Kind::Enum(_) | Kind::Bitfield(_))
            }
            _ => false,
        };
        let value = if is_newtype {
            quote!(#r#type::from_bits(#literal))
        } else {
            quote!(#literal)
        };
        quote! {
            #doc
            pub const #name: #r#type = #value;
        }
    }

    pub(super) fn alias(&self, item: &Item, body: &Alias) -> TokenStream {
        let doc = self.item_doc(item, Vec::new());
        let name = ident(&item.rust);
        let r#type = self.type_of(&body.r#type);
        quote! {
            #doc
            pub type #name = #r#type;
        }
    }
}
