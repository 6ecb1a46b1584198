//! Status codes: beside the open enum, the type of the codes that are errors.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::names::{hex, ident, int};
use super::{Emitter, Flavour};
use crate::model::{Enum, Item, Value};
use crate::types::Int;

impl Emitter<'_> {
    /// The error type, its constants, its texts, and the way between it and the status.
    pub(super) fn error_type(&self, item: &Item, body: &Enum, error: &str) -> TokenStream {
        let status = ident(&item.rust);
        let result = error.strip_suffix("Error").map_or_else(
            || format_ident!("{error}Result"),
            |stem| format_ident!("{stem}Result"),
        );
        let error = ident(error);
        let storage = int(body.storage);
        let nonzero = nonzero(body.storage);
        let errors: Vec<&Value> = body
            .values
            .iter()
            .filter(|value| value.value != 0)
            .collect();
        let constants = errors.iter().map(|value| {
            let (doc, name, number) = (self.value_doc(value), ident(&value.rust), hex(value.value));
            quote! {
                #doc
                pub const #name: Self = Self::from_bits_or_panic(#number);
            }
        });
        let texts = errors
            .iter()
            .filter(|value| value.same_as.is_none())
            .map(|value| {
                let (number, text) = (
                    hex(value.value),
                    value
                        .facts
                        .doc
                        .as_deref()
                        .unwrap_or(&value.name)
                        .trim_end_matches('.'),
                );
                quote!(#number => Some(#text),)
            });
        let error_doc = format!(" A [`{status}`] other than success.");
        let error_note =
            " It is never zero, so that a `Result` of it needs no more room than the status.";
        let result_doc =
            format!(" The result of something that the hypervisor refuses with a [`{status}`].");
        let derives = match self.flavour {
            Flavour::Standalone => quote!(),
            Flavour::HvDefs => quote! {
                #[derive(::hv_defs::zerocopy::IntoBytes, ::hv_defs::zerocopy::Immutable, ::hv_defs::zerocopy::KnownLayout)]
                #[zerocopy(crate = "::hv_defs::zerocopy")]
            },
        };
        quote! {
            impl #status {
                /// Nothing for success, the error otherwise.
                #[inline]
                pub const fn result(self) -> #result<()> {
                    match #error::from_bits(self.0) {
                        Some(error) => Err(error),
                        None => Ok(()),
                    }
                }
            }

            #[doc = #error_doc]
            #[doc = ""]
            #[doc = #error_note]
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #derives
            #[repr(transparent)]
            pub struct #error(::core::num::#nonzero);

            #[doc = #result_doc]
            pub type #result<T> = Result<T, #error>;

            impl #error {
                #(#constants)*

                /// The error of this number; nothing for zero, which is success.
                #[inline]
                pub const fn from_bits(bits: #storage) -> Option<Self> {
                    match ::core::num::#nonzero::new(bits) {
                        Some(bits) => Some(Self(bits)),
                        None => None,
                    }
                }

                /// For the constants, none of which is zero.
                const fn from_bits_or_panic(bits: #storage) -> Self {
                    match Self::from_bits(bits) {
                        Some(error) => error,
                        None => panic!("zero is no error"),
                    }
                }

                /// The number.
                #[inline]
                pub const fn into_bits(self) -> #storage {
                    self.0.get()
                }

                /// The status.
                #[inline]
                pub const fn status(self) -> #status {
                    #status(self.0.get())
                }

                /// The name of the status in the TLFS, if it has one.
                pub const fn name(self) -> Option<&'static str> {
                    self.status().name()
                }

                /// What went wrong, if the code is known.
                pub const fn description(self) -> Option<&'static str> {
                    match self.0.get() {
                        #(#texts)*
                        _ => None,
                    }
                }
            }

            impl ::core::fmt::Debug for #error {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Debug::fmt(&self.status(), f)
                }
            }

            impl ::core::fmt::Display for #error {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self.description() {
                        Some(text) => f.write_str(text),
                        None => write!(f, "unknown hypervisor status {:#06x}", self.0),
                    }
                }
            }

            impl ::core::error::Error for #error {}

            impl From<#error> for #status {
                #[inline]
                fn from(error: #error) -> Self {
                    error.status()
                }
            }

            impl From<#result<()>> for #status {
                #[inline]
                fn from(result: #result<()>) -> Self {
                    match result {
                        Ok(()) => Self(0),
                        Err(error) => error.status(),
                    }
                }
            }
        }
    }
}

fn nonzero(storage: Int) -> proc_macro2::Ident {
    format_ident!("NonZeroU{}", storage.bits())
}
