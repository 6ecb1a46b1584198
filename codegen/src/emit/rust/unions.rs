//! Unions: aligned bytes with a checked view for each member.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::lines;
use super::layout::{Derives, repr_c};
use super::names::{decimal, ident};
use super::{Emitter, Flavour};
use crate::model::{Item, Kind, Member, Type, Union};

impl Emitter<'_> {
    pub(super) fn union(&self, item: &Item, body: &Union) -> TokenStream {
        match self.flavour {
            Flavour::HvDefs => self.byte_union(item, body),
            Flavour::Standalone => self.plain_union(item, body),
        }
    }

    fn byte_union(&self, item: &Item, body: &Union) -> TokenStream {
        let name = ident(&item.rust);
        let doc = self.item_doc(item, Vec::new());
        let derives = self.derives(Derives {
            compare: true,
            number: false,
            byte_aligned: body.align == 1,
        });
        let repr = repr_c(body.align, 1);
        let size = decimal(body.size);
        let members = body.members.iter().map(|member| self.member(member));
        let label = &item.rust;
        let checks = self.total_checks(&item.rust, body.size, body.align);
        quote! {
            #doc
            #derives
            #repr
            pub struct #name {
                bytes: [u8; #size],
            }

            impl #name {
                /// The union of these bytes.
                #[inline]
                pub const fn from_bytes(bytes: [u8; #size]) -> Self {
                    Self { bytes }
                }

                /// The bytes of the union.
                #[inline]
                pub const fn into_bytes(self) -> [u8; #size] {
                    self.bytes
                }

                #(#members)*
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_tuple(#label).field(&self.bytes).finish()
                }
            }

            impl Default for #name {
                #[inline]
                fn default() -> Self {
                    ::hv_defs::zerocopy::FromZeros::new_zeroed()
                }
            }

            const _: () = { #checks };
        }
    }

    /// The views of one member: by value for a number, by reference for a record.
    fn member(&self, member: &Member) -> TokenStream {
        let r#type = self.type_of(&member.r#type);
        let name = ident(&member.rust);
        let from = format_ident!("from_{}", member.rust);
        let doc = lines([self.part_doc(&member.name, &member.facts, "")]);
        let from_doc = lines([format!(
            "The union with [`{name}`](Self::{name}) of this value and zeros behind it."
        )]);
        let by_value = match self.model.plain(&member.r#type) {
            Type::Int(_) => true,
            Type::Item(id) => {
                matches!(self.model.item(*id).kind, Kind::Enum(_) | Kind::Bitfield(_))
            }
            Type::Array(..) => false,
        };
        let views = if by_value {
            let set = format_ident!("set_{}", member.rust);
            let set_doc = lines([format!(
                "Changes [`{name}`](Self::{name}) and leaves the other bytes."
            )]);
            quote! {
                #doc
                #[inline]
                pub fn #name(&self) -> #r#type {
                    *::hv_defs::generated::view(self)
                }

                #set_doc
                #[inline]
                pub fn #set(&mut self, value: #r#type) {
                    *::hv_defs::generated::view_mut(self) = value;
                }
            }
        } else {
            let name_mut = format_ident!("{}_mut", member.rust);
            let mut_doc = lines([format!("[`{name}`](Self::{name}) to change it.")]);
            quote! {
                #doc
                #[inline]
                pub fn #name(&self) -> &#r#type {
                    ::hv_defs::generated::view(self)
                }

                #mut_doc
                #[inline]
                pub fn #name_mut(&mut self) -> &mut #r#type {
                    ::hv_defs::generated::view_mut(self)
                }
            }
        };
        quote! {
            #views

            #from_doc
            #[inline]
            pub fn #from(value: #r#type) -> Self {
                let mut union = Self::default();
                *::hv_defs::generated::view_mut(&mut union) = value;
                union
            }
        }
    }

    fn plain_union(&self, item: &Item, body: &Union) -> TokenStream {
        let name = ident(&item.rust);
        let doc = self.item_doc(item, Vec::new());
        let repr = repr_c(body.align, body.natural_align);
        let size = decimal(body.size);
        let members = body.members.iter().map(|member| {
            let doc = lines([self.part_doc(&member.name, &member.facts, "")]);
            let (name, r#type) = (ident(&member.rust), self.type_of(&member.r#type));
            quote!(#doc pub #name: #r#type,)
        });
        let checks = self.total_checks(&item.rust, body.size, body.align);
        let label = &item.rust;
        quote! {
            #doc
            #[derive(Clone, Copy)]
            #repr
            pub union #name {
                #(#members)*
                /// All bytes.
                pub bytes: [u8; #size],
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#label).finish_non_exhaustive()
                }
            }

            impl Default for #name {
                #[inline]
                fn default() -> Self {
                    Self { bytes: [0; #size] }
                }
            }

            const _: () = { #checks };
        }
    }
}
