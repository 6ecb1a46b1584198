//! Bit-fields: an integer with a method for each range.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Emitter;
use super::docs::{bits_table, lines};
use super::layout::Derives;
use super::names::{decimal, hex, ident, int};
use crate::model::{Bitfield, Bits, BitsType, Enum, Item, Kind, ReservedBits};
use crate::types::Int;

impl Emitter<'_> {
    pub(super) fn bitfield(&self, item: &Item, body: &Bitfield) -> TokenStream {
        let name = ident(&item.rust);
        let storage = int(body.storage);
        let doc = self.item_doc(item, bits_table(body));
        let derives = self.derives(Derives {
            compare: true,
            number: false,
            byte_aligned: body.storage.bytes == 1,
        });
        let named: Vec<&Bits> = body
            .bits
            .iter()
            .filter(|bits| bits.name.is_some() && bits.reserved.is_none())
            .collect();
        let constants = named.iter().map(|bits| self.bits_constants(bits, &storage));
        let reserved = reserved_constants(body, &storage);
        let accessors = named
            .iter()
            .map(|bits| self.bits_accessors(body.storage, bits));
        let debug_fields = named.iter().map(|bits| {
            let (text, method) = (&bits.rust, ident(&bits.rust));
            quote!(.field(#text, &self.#method()))
        });
        let debug_name = &item.rust;
        let checks = self.total_checks(
            &item.rust,
            body.storage.bytes.into(),
            body.storage.bytes.into(),
        );
        quote! {
            #doc
            #derives
            #[derive(Default)]
            #[repr(transparent)]
            pub struct #name(#storage);

            impl #name {
                #(#constants)*
                #reserved

                /// A value with all bits clear.
                pub const fn new() -> Self {
                    Self(0)
                }

                /// The value of these bits.
                #[inline]
                pub const fn from_bits(bits: #storage) -> Self {
                    Self(bits)
                }

                /// The bits of the value.
                #[inline]
                pub const fn into_bits(self) -> #storage {
                    self.0
                }

                #(#accessors)*
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#debug_name) #(#debug_fields)* .finish()
                }
            }

            const _: () = { #checks };
        }
    }

    /// The mask and the shift of a range.
    fn bits_constants(&self, bits: &Bits, storage: &Ident) -> TokenStream {
        let name = bits.rust.to_ascii_uppercase();
        let (mask, shift) = (format_ident!("{name}_MASK"), format_ident!("{name}_SHIFT"));
        let mask_doc = lines([format!(
            "The bits of [`{}`](Self::{}).",
            bits.rust, bits.rust
        )]);
        let shift_doc = lines([format!(
            "The lowest bit of [`{}`](Self::{}).",
            bits.rust, bits.rust
        )]);
        let (mask_value, shift_value) = (hex(bits.mask()), decimal(bits.low.into()));
        quote! {
            #mask_doc
            pub const #mask: #storage = #mask_value;
            #shift_doc
            pub const #shift: u32 = #shift_value;
        }
    }

    fn bits_accessors(&self, storage: Int, bits: &Bits) -> TokenStream {
        let view = self.view(storage, bits);
        let name = ident(&bits.rust);
        let (with, set) = (
            format_ident!("with_{}", bits.rust),
            format_ident!("set_{}", bits.rust),
        );
        let mask = format_ident!("{}_MASK", bits.rust.to_ascii_uppercase());
        let document_name = bits.name.as_deref().unwrap_or(&bits.rust);
        let place = if bits.width() == 1 {
            format!("Bit {}", bits.low)
        } else {
            format!("Bits {}:{}", bits.high, bits.low)
        };
        let doc = lines([self.part_doc(document_name, &bits.facts, &place)]);
        let View {
            output,
            value,
            get,
            put,
            check,
        } = view;
        let panics = check
            .is_some()
            .then(|| format!("Panics if the value needs more than {} bits.", bits.width()));
        let panics_doc = lines(panics.iter().flat_map(|text| {
            [
                String::new(),
                "# Panics".to_owned(),
                String::new(),
                text.clone(),
            ]
        }));
        let with_doc = lines([format!("The same with another [`{name}`](Self::{name}).")]);
        let set_doc = lines([format!("Changes [`{name}`](Self::{name}).")]);
        let assertion = check.as_ref().map(|check| {
            let message = format!("{document_name} has {} bits", bits.width());
            quote!(assert!(#check, #message);)
        });
        let try_with = check.map(|check| {
            let try_with = format_ident!("try_with_{}", bits.rust);
            let doc = lines([format!(
                "The same with another [`{name}`](Self::{name}); nothing if the value does not fit."
            )]);
            quote! {
                #doc
                #[inline]
                pub const fn #try_with(self, value: #value) -> Option<Self> {
                    if #check { Some(self.#with(value)) } else { None }
                }
            }
        });
        let replaced = if bits.mask() == storage_mask(storage) {
            quote!(Self(#put))
        } else {
            quote!(Self(self.0 & !Self::#mask | #put))
        };
        quote! {
            #doc
            #[inline]
            pub const fn #name(self) -> #output {
                #get
            }

            #with_doc
            #panics_doc
            #[must_use]
            #[inline]
            pub const fn #with(self, value: #value) -> Self {
                #assertion
                #replaced
            }

            #set_doc
            #panics_doc
            #[inline]
            pub const fn #set(&mut self, value: #value) {
                *self = self.#with(value);
            }

            #try_with
        }
    }

    /// How the value of a range is taken out and put back.
    fn view(&self, storage: Int, bits: &Bits) -> View {
        let name = bits.rust.to_ascii_uppercase();
        let (mask, shift) = (format_ident!("{name}_MASK"), format_ident!("{name}_SHIFT"));
        let storage_name = int(storage);
        if bits.r#type == BitsType::Bool {
            return View {
                output: quote!(bool),
                value: quote!(bool),
                get: quote!(self.0 & Self::#mask != 0),
                put: quote!((value as #storage_name) << Self::#shift),
                check: None,
            };
        }
        let whole = bits.mask() == storage_mask(storage);
        let raw = if whole {
            quote!(self.0)
        } else {
            quote!((self.0 & Self::#mask) >> Self::#shift)
        };
        let place = |number: TokenStream, from: Int| {
            let wide = if from == storage {
                number
            } else {
                quote!((#number as #storage_name))
            };
            if whole {
                wide
            } else {
                quote!(#wide << Self::#shift)
            }
        };
        let narrow = |to: Int| {
            let to_name = int(to);
            match (to == storage, whole) {
                (true, _) => raw.clone(),
                (false, true) => quote!(#raw as #to_name),
                (false, false) => quote!((#raw) as #to_name),
            }
        };
        let check = |number: TokenStream, from: Int| {
            let width = decimal(bits.width().into());
            (from.bits() > bits.width()).then(|| quote!(#number >> #width == 0))
        };
        match &bits.r#type {
            BitsType::Bool => unreachable!("a bool has returned"),
            BitsType::Int(kind) => {
                let output = int(*kind);
                View {
                    output: quote!(#output),
                    value: quote!(#output),
                    get: narrow(*kind),
                    put: place(quote!(value), *kind),
                    check: check(quote!(value), *kind),
                }
            }
            BitsType::Item(id, kind) => {
                let path = self.path(*id);
                let raw = narrow(*kind);
                match &self.model.item(*id).kind {
                    Kind::Enum(Enum { closed: true, .. }) => {
                        let output = int(*kind);
                        View {
                            output: quote!(Result<#path, #output>),
                            value: quote!(#path),
                            get: quote!(#path::try_from_bits(#raw)),
                            put: place(quote!(value.into_bits()), *kind),
                            check: None,
                        }
                    }
                    Kind::Enum(_) | Kind::Bitfield(_) => View {
                        output: path.clone(),
                        value: path.clone(),
                        get: quote!(#path::from_bits(#raw)),
                        put: place(quote!(value.into_bits()), *kind),
                        check: check(quote!(value.into_bits()), *kind),
                    },
                    _ => View {
                        output: path.clone(),
                        value: path,
                        get: raw,
                        put: place(quote!(value), *kind),
                        check: check(quote!(value), *kind),
                    },
                }
            }
        }
    }
}

/// The code of one range.
struct View {
    /// What the getter returns.
    output: TokenStream,
    /// What the setters take.
    value: TokenStream,
    get: TokenStream,
    /// The bits of `value` in their place.
    put: TokenStream,
    /// Whether `value` fits, where it might not.
    check: Option<TokenStream>,
}

fn storage_mask(storage: Int) -> u64 {
    u64::MAX >> (64 - storage.bits())
}

/// The masks of the reserved bits, by how they behave.
fn reserved_constants(body: &Bitfield, storage: &Ident) -> TokenStream {
    let kinds = [
        (
            ReservedBits::Zero,
            "RESERVED_ZERO_MASK",
            "Reserved bits that must be zero.",
        ),
        (
            ReservedBits::Preserve,
            "RESERVED_PRESERVE_MASK",
            "Reserved bits that must be written as they were read.",
        ),
        (
            ReservedBits::Ignore,
            "RESERVED_IGNORE_MASK",
            "Reserved bits whose value means nothing.",
        ),
    ];
    let masks = kinds.into_iter().filter_map(|(kind, name, doc)| {
        let matching = body.bits.iter().filter(|bits| bits.reserved == Some(kind));
        let mask = matching.fold(0, |mask, bits| mask | bits.mask());
        let (name, value, doc) = (ident(name), hex(mask), lines([doc.to_owned()]));
        (mask != 0).then(|| quote!(#doc pub const #name: #storage = #value;))
    });
    masks.collect()
}
