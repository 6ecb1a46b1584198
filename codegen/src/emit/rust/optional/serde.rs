//! The feature `serde`: a description of each type, by which `hv-defs` reads and writes it.
//!
//! Descriptions are data. Code for each type, as a derive makes it, would take rustc many times as
//! long, and every user's program would grow by it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::Emitter;
use crate::emit::rust::names::{decimal, hex, ident, int};
use crate::model::{Bitfield, Bits, BitsType, Enum, Field, Item, Kind, Struct};

impl Emitter<'_> {
    pub(in crate::emit::rust) fn serde(&self) -> TokenStream {
        let items = self.model.items.iter();
        items.map(|item| self.serde_item(item)).collect()
    }

    fn serde_item(&self, item: &Item) -> TokenStream {
        let form = match &item.kind {
            Kind::Enum(body) if body.closed => self.closed_enum_form(item, body),
            Kind::Enum(body) => self.open_enum_form(item, body),
            Kind::Bitfield(body) => self.bitfield_form(item, body),
            Kind::Struct(body) => self.struct_form(item, body),
            Kind::Union(_) => quote!(Form::Union),
            _ => return TokenStream::new(),
        };
        let path = self.path(item.id);
        let through = match &item.kind {
            Kind::Enum(body) if body.closed => {
                let storage = int(body.storage);
                quote!(through_number!(#path: #storage);)
            }
            Kind::Enum(Enum {
                error: Some(error), ..
            }) => {
                let error = self.sibling(item, error);
                quote!(through_bytes!(#path); through_status!(#error: #path);)
            }
            _ => quote!(through_bytes!(#path);),
        };
        quote! {
            impl Described for #path {
                const FORM: &'static Form = &#form;
            }
            #through
        }
    }

    fn open_enum_form(&self, item: &Item, body: &Enum) -> TokenStream {
        let (path, storage) = (self.path(item.id), int(body.storage));
        enum_form(
            item,
            body,
            &quote!(|bits| #path::from_bits(bits as #storage).name()),
        )
    }

    fn closed_enum_form(&self, item: &Item, body: &Enum) -> TokenStream {
        let arms = body
            .values
            .iter()
            .filter(|value| value.same_as.is_none())
            .map(|value| {
                let (number, name) = (hex(value.value), &value.name);
                quote!(#number => Some(#name),)
            });
        enum_form(
            item,
            body,
            &quote!(|bits| match bits { #(#arms)* _ => None }),
        )
    }

    fn bitfield_form(&self, item: &Item, body: &Bitfield) -> TokenStream {
        let (label, size) = (&item.rust, decimal(body.storage.bytes.into()));
        let ranges = body
            .bits
            .iter()
            .filter(|bits| bits.name.is_some() && bits.reserved.is_none())
            .map(|bits| self.range(bits));
        quote!(Form::Number(#size, Number::Bitfield { name: #label, ranges: &[#(#ranges),*] }))
    }

    fn range(&self, bits: &Bits) -> TokenStream {
        let number = match &bits.r#type {
            BitsType::Bool => quote!(&Number::Bool),
            BitsType::Int(kind) => {
                let kind = int(*kind);
                quote!(number_of::<#kind>())
            }
            BitsType::Item(id, _) => {
                let path = self.path(*id);
                quote!(number_of::<#path>())
            }
        };
        let (name, low, width) = (
            &bits.rust,
            decimal(bits.low.into()),
            decimal(bits.width().into()),
        );
        quote!(Range { name: #name, low: #low, width: #width, number: #number })
    }

    fn struct_form(&self, item: &Item, body: &Struct) -> TokenStream {
        let label = &item.rust;
        let fields = body.fields.iter().map(|field| self.field_form(field));
        quote!(Form::structure(#label, &[#(#fields),*]))
    }

    fn field_form(&self, field: &Field) -> TokenStream {
        let (name, offset, size) = (&field.rust, decimal(field.offset), decimal(field.size));
        let (r#type, reserved) = (self.type_of(&field.r#type), field.reserved);
        quote! {
            Field { name: #name, offset: #offset, size: #size, form: form_of::<#r#type>(), reserved: #reserved }
        }
    }

    /// The path of a type that comes with an item.
    pub(super) fn sibling(&self, item: &Item, name: &str) -> TokenStream {
        let (module, name) = (ident(&self.model.chapter_of(item).name), ident(name));
        quote!(::hv_defs::#module::#name)
    }
}

/// All names count when a value is read: one may come from the other architecture.
fn enum_form(item: &Item, body: &Enum, name_of: &TokenStream) -> TokenStream {
    let (label, size) = (&item.rust, decimal(body.storage.bytes.into()));
    let values = body.values.iter().map(|value| {
        let (name, number) = (&value.name, hex(value.value));
        quote!((#name, #number))
    });
    quote! {
        Form::Number(#size, Number::Enum { name: #label, name_of: #name_of, values: &[#(#values),*] })
    }
}
