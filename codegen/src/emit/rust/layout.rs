//! What stands beside every type: derives, and the checks of its layout at compile time.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{decimal, ident};
use super::{Emitter, Flavour};
use crate::model::Struct;

/// What a type can do, as derives.
#[derive(Clone, Copy, Default)]
pub(super) struct Derives {
    /// Comparison and hashing; a type with unaligned fields has none.
    pub(super) compare: bool,
    /// Ordering and a default of zero, for numbers.
    pub(super) number: bool,
    /// Alignment one.
    pub(super) byte_aligned: bool,
}

impl Emitter<'_> {
    pub(super) fn derives(&self, derives: Derives) -> TokenStream {
        let compare = derives.compare.then(|| quote!(PartialEq, Eq, Hash,));
        let number = derives.number.then(|| quote!(PartialOrd, Ord, Default,));
        match self.flavour {
            Flavour::Standalone => quote!(#[derive(Clone, Copy, #compare #number)]),
            Flavour::HvDefs => {
                let unaligned = derives
                    .byte_aligned
                    .then(|| quote!(::hv_defs::zerocopy::Unaligned,));
                quote! {
                    #[derive(
                        Clone, Copy, #compare #number
                        ::hv_defs::zerocopy::FromBytes, ::hv_defs::zerocopy::IntoBytes,
                        ::hv_defs::zerocopy::Immutable, ::hv_defs::zerocopy::KnownLayout, #unaligned
                    )]
                    #[zerocopy(crate = "::hv_defs::zerocopy")]
                }
            }
        }
    }

    /// The size, the alignment and every offset, checked where the type is compiled.
    pub(super) fn struct_checks(&self, name: &str, body: &Struct) -> TokenStream {
        let offsets = body
            .fields
            .iter()
            .map(|field| (ident(&field.rust), decimal(field.offset)));
        let type_name = ident(name);
        let offsets =
            offsets.map(|(field, offset)| quote!(assert!(::core::mem::offset_of!(#type_name, #field) == #offset);));
        let total = self.total_checks(name, body.size, body.align);
        quote! {
            const _: () = {
                #total
                #(#offsets)*
            };
        }
    }

    /// The assertions of size and alignment.
    pub(super) fn total_checks(&self, name: &str, size: u64, align: u64) -> TokenStream {
        let (name, size, align) = (ident(name), decimal(size), decimal(align));
        quote! {
            assert!(::core::mem::size_of::<#name>() == #size);
            assert!(::core::mem::align_of::<#name>() == #align);
        }
    }
}

/// `#[repr(C)]`, with an alignment where the fields alone give less.
pub(super) fn repr_c(align: u64, natural: u64) -> TokenStream {
    if align > natural {
        let align = decimal(align);
        quote!(#[repr(C, align(#align))])
    } else {
        quote!(#[repr(C)])
    }
}
