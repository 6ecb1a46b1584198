//! Enums: open ones as integers with named values, closed ones as Rust enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::lines;
use super::layout::Derives;
use super::names::{hex, ident, int};
use crate::arch::Arch;
use crate::model::{Enum, Item, Value};

impl Emitter<'_> {
    pub(super) fn r#enum(&self, item: &Item, body: &Enum) -> TokenStream {
        if body.closed {
            return self.closed_enum(item, body);
        }
        let error = body
            .error
            .as_deref()
            .map(|error| self.error_type(item, body, error));
        let open = self.open_enum(item, body);
        quote!(#open #error)
    }

    fn open_enum(&self, item: &Item, body: &Enum) -> TokenStream {
        let name = ident(&item.rust);
        let storage = int(body.storage);
        let doc = self.item_doc(item, Vec::new());
        let derives = self.derives(Derives {
            compare: true,
            number: true,
            byte_aligned: body.storage.bytes == 1,
        });
        let constants = body.values.iter().map(|value| self.value_constant(value));
        let all = body
            .values
            .iter()
            .filter(|value| value.same_as.is_none())
            .map(|value| ident(&value.rust));
        let names = self.name_arms(body);
        let debug = format!("{}({{:#x}})", item.rust);
        let checks = self.total_checks(
            &item.rust,
            body.storage.bytes.into(),
            body.storage.bytes.into(),
        );
        quote! {
            #doc
            #derives
            #[repr(transparent)]
            pub struct #name(#storage);

            impl #name {
                #(#constants)*

                /// The values that have a name, in ascending order.
                pub const VALUES: &'static [Self] = &[#(Self::#all),*];

                /// The value of this number.
                #[inline]
                pub const fn from_bits(bits: #storage) -> Self {
                    Self(bits)
                }

                /// The number.
                #[inline]
                pub const fn into_bits(self) -> #storage {
                    self.0
                }

                /// The name of the value in the TLFS, if it has one.
                pub const fn name(self) -> Option<&'static str> {
                    match self.0 {
                        #names
                        _ => None,
                    }
                }
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self.name() {
                        Some(name) => f.write_str(name),
                        None => write!(f, #debug, self.0),
                    }
                }
            }

            const _: () = { #checks };
        }
    }

    pub(super) fn value_doc(&self, value: &Value) -> TokenStream {
        let same = value
            .same_as
            .as_deref()
            .map(|name| format!("The same number as `{name}`"));
        lines([self.part_doc(
            &value.name,
            &value.facts,
            same.as_deref().unwrap_or_default(),
        )])
    }

    fn value_constant(&self, value: &Value) -> TokenStream {
        let doc = self.value_doc(value);
        let (name, number) = (ident(&value.rust), hex(value.value));
        quote! {
            #doc
            pub const #name: Self = Self(#number);
        }
    }

    /// One arm for each number. Where a number has a name of its own on each architecture, the
    /// target's name counts.
    fn name_arms(&self, body: &Enum) -> TokenStream {
        let mut arms = TokenStream::new();
        for (index, value) in body.values.iter().enumerate() {
            let twins = || {
                body.values
                    .iter()
                    .enumerate()
                    .filter(|(_, other)| other.value == value.value)
            };
            let first_here = twins()
                .find(|(_, other)| other.arches == value.arches)
                .map(|(first, _)| first);
            let neutral_twin = twins().any(|(_, other)| other.arches.single().is_none());
            if first_here != Some(index) || (neutral_twin && value.arches.single().is_some()) {
                continue;
            }
            let other_arch = twins().any(|(_, other)| other.arches != value.arches);
            let condition = value
                .arches
                .single()
                .filter(|_| other_arch)
                .map(|arch| match arch {
                    Arch::X64 => quote!(#[cfg(not(target_arch = "aarch64"))]),
                    Arch::Arm64 => quote!(#[cfg(target_arch = "aarch64")]),
                });
            let (number, name) = (hex(value.value), &value.name);
            arms.extend(quote!(#condition #number => Some(#name),));
        }
        arms
    }

    fn closed_enum(&self, item: &Item, body: &Enum) -> TokenStream {
        let name = ident(&item.rust);
        let storage = int(body.storage);
        let doc = self.item_doc(item, Vec::new());
        let unique: Vec<&Value> = body
            .values
            .iter()
            .filter(|value| value.same_as.is_none())
            .collect();
        let variants = unique.iter().map(|value| {
            let (doc, variant, number) = (
                self.value_doc(value),
                ident(&crate::naming::type_name(&value.rust)),
                hex(value.value),
            );
            quote!(#doc #variant = #number,)
        });
        let arms = unique.iter().map(|value| {
            let (variant, number) = (
                ident(&crate::naming::type_name(&value.rust)),
                hex(value.value),
            );
            quote!(#number => Ok(Self::#variant),)
        });
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[repr(#storage)]
            pub enum #name {
                #(#variants)*
            }

            impl #name {
                /// The value of this number, or the number if it has none.
                #[inline]
                pub const fn try_from_bits(bits: #storage) -> Result<Self, #storage> {
                    match bits {
                        #(#arms)*
                        other => Err(other),
                    }
                }

                /// The number.
                #[inline]
                pub const fn into_bits(self) -> #storage {
                    self as #storage
                }
            }

            impl TryFrom<#storage> for #name {
                type Error = #storage;

                #[inline]
                fn try_from(bits: #storage) -> Result<Self, #storage> {
                    Self::try_from_bits(bits)
                }
            }
        }
    }
}
