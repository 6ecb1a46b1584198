//! Structs: `#[repr(C)]`, every byte a field, the layout checked where it is compiled.

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::{Derives, repr_c};
use super::names::{decimal, ident};
use super::{Emitter, Flavour};
use crate::emit::markdown::markdown;
use crate::emit::rust::docs::lines;
use crate::model::{Field, Item, Struct, Type};

impl Emitter<'_> {
    pub(super) fn r#struct(&self, item: &Item, body: &Struct) -> TokenStream {
        let name = ident(&item.rust);
        let mut more = Vec::new();
        if let Some(tail) = &body.tail {
            let tail_name = tail.name.as_deref().unwrap_or(&tail.rust);
            let mut text =
                format!("Followed by any number of `{tail_name}`, which this type leaves out.");
            if let Some(doc) = &tail.facts.doc {
                text.push(' ');
                text.push_str(&markdown(doc));
            }
            more.push(text);
        }
        let doc = self.item_doc(item, more);
        // Standalone unions are Rust's own, which do not compare.
        let unions =
            self.flavour == Flavour::Standalone && self.model.holds_union(&Type::Item(item.id));
        let compare = !body.unaligned && !unions;
        let derives = self.derives(Derives {
            compare,
            number: false,
            byte_aligned: body.align == 1,
        });
        let repr = repr_c(body.align, body.natural_align);
        let fields = body.fields.iter().map(|field| {
            let (doc, name, r#type) = (
                self.field_doc(field),
                ident(&field.rust),
                self.field_type(field),
            );
            quote!(#doc pub #name: #r#type,)
        });
        let debug = self.struct_debug(item, body);
        let default = self.zero_default(&item.rust, body);
        let equality =
            (body.unaligned && self.flavour == Flavour::HvDefs).then(|| byte_equality(&name));
        let checks = self.struct_checks(&item.rust, body);
        let tail = self.tail(item, body);
        quote! {
            #doc
            #derives
            #repr
            pub struct #name {
                #(#fields)*
            }

            #debug
            #default
            #equality
            #tail
            #checks
        }
    }

    /// The type of a field; one that is off its alignment is wrapped.
    fn field_type(&self, field: &Field) -> TokenStream {
        let r#type = self.type_of(&field.r#type);
        match (field.aligned, self.flavour) {
            (true, _) => r#type,
            (false, Flavour::HvDefs) => quote!(::hv_defs::zerocopy::Unalign<#r#type>),
            (false, Flavour::Standalone) => {
                let bytes = decimal(field.size);
                quote!([u8; #bytes])
            }
        }
    }

    /// Debug of the fields that mean something.
    fn struct_debug(&self, item: &Item, body: &Struct) -> TokenStream {
        let name = ident(&item.rust);
        let text = &item.rust;
        let fields = body
            .fields
            .iter()
            .filter(|field| !field.reserved)
            .map(|field| {
                let (label, field_name) = (&field.rust, ident(&field.rust));
                match (field.aligned, self.flavour) {
                    (false, Flavour::HvDefs) => quote!(.field(#label, &self.#field_name.get())),
                    _ => quote!(.field(#label, &self.#field_name)),
                }
            });
        quote! {
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#text) #(#fields)* .finish()
                }
            }
        }
    }

    /// A default of all zeros, which is what a field not set means everywhere in the interface.
    fn zero_default(&self, name: &str, body: &Struct) -> TokenStream {
        let name = ident(name);
        let value = match self.flavour {
            Flavour::HvDefs => quote!(::hv_defs::zerocopy::FromZeros::new_zeroed()),
            Flavour::Standalone => {
                let fields = body.fields.iter().map(|field| {
                    let name = ident(&field.rust);
                    let zero = if field.aligned {
                        self.zero(&field.r#type)
                    } else {
                        zero_bytes(field.size)
                    };
                    quote!(#name: #zero)
                });
                quote!(Self { #(#fields),* })
            }
        };
        quote! {
            impl Default for #name {
                #[inline]
                fn default() -> Self {
                    #value
                }
            }
        }
    }

    /// The zero of a type, without zerocopy.
    pub(super) fn zero(&self, r#type: &Type) -> TokenStream {
        use crate::model::Kind;
        match r#type {
            Type::Int(_) => quote!(0),
            Type::Array(element, count) => {
                let (zero, count) = (self.zero(element), decimal(*count));
                quote!([#zero; #count])
            }
            Type::Item(id) => match &self.model.item(*id).kind {
                Kind::Alias(body) => self.zero(&body.r#type),
                _ => {
                    let path = self.path(*id);
                    quote!(<#path>::default())
                }
            },
        }
    }

    /// What follows the struct in memory.
    fn tail(&self, item: &Item, body: &Struct) -> TokenStream {
        let (Some(tail), Flavour::HvDefs) = (&body.tail, self.flavour) else {
            return TokenStream::new();
        };
        let name = ident(&item.rust);
        let element = self.type_of(&tail.r#type);
        let doc =
            lines([self.part_doc(tail.name.as_deref().unwrap_or(&tail.rust), &tail.facts, "")]);
        let size = decimal(body.size);
        quote! {
            impl ::hv_defs::VariableSize for #name {
                #doc
                type Element = #element;
            }

            const _: () = assert!(#size % ::core::mem::align_of::<#element>() == 0);
        }
    }
}

fn zero_bytes(size: u64) -> TokenStream {
    let size = decimal(size);
    quote!([0; #size])
}

/// Comparison of the bytes, for structs whose fields cannot be borrowed.
fn byte_equality(name: &proc_macro2::Ident) -> TokenStream {
    quote! {
        impl PartialEq for #name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                ::hv_defs::zerocopy::IntoBytes::as_bytes(self) == ::hv_defs::zerocopy::IntoBytes::as_bytes(other)
            }
        }

        impl Eq for #name {}
    }
}
