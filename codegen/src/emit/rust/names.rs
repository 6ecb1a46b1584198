//! Paths, identifiers and literals.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{Emitter, Flavour};
use crate::arch::Arch;
use crate::model::{Item, ItemId, Kind, Type};
use crate::types::Int;

pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The type of an integer.
pub(super) fn int(int: Int) -> Ident {
    ident(&int.to_string())
}

/// A number in base 16.
pub(crate) fn hex(value: u64) -> Literal {
    format!("{value:#x}")
        .parse()
        .unwrap_or_else(|_| Literal::u64_unsuffixed(value))
}

/// A number as a reader expects it: small ones in base 10, others in base 16.
pub(super) fn number(value: u64) -> Literal {
    if value <= 0xffff {
        Literal::u64_unsuffixed(value)
    } else {
        hex(value)
    }
}

/// A size, an offset, a count.
pub(super) fn decimal(value: u64) -> Literal {
    Literal::u64_unsuffixed(value)
}

impl Emitter<'_> {
    /// The path of an item from the chapter that is printed.
    pub(super) fn path(&self, id: ItemId) -> TokenStream {
        let item = self.model.item(id);
        let name = ident(&item.rust);
        if item.chapter == self.chapter {
            return quote!(#name);
        }
        let module = ident(&self.model.chapter_of(item).name);
        match self.flavour {
            Flavour::HvDefs => quote!(::hv_defs::#module::#name),
            Flavour::Standalone => quote!(super::#module::#name),
        }
    }

    /// The path of an item that the traits of `hv-defs` name, from anywhere.
    pub(super) fn absolute_path(&self, id: ItemId) -> TokenStream {
        let item = self.model.item(id);
        let (module, name) = (ident(&self.model.chapter_of(item).name), ident(&item.rust));
        quote!(::hv_defs::#module::#name)
    }

    pub(super) fn type_of(&self, r#type: &Type) -> TokenStream {
        match r#type {
            Type::Int(integer) => {
                let name = int(*integer);
                quote!(#name)
            }
            Type::Item(id) => self.path(*id),
            Type::Array(element, count) => {
                let element = self.type_of(element);
                let count = decimal(*count);
                quote!([#element; #count])
            }
        }
    }

    /// The type, or `()` for nothing.
    pub(super) fn type_or_unit(&self, r#type: Option<&Type>) -> TokenStream {
        r#type.map_or_else(|| quote!(()), |r#type| self.type_of(r#type))
    }

    /// For a name that means something else on each architecture: the plain name as an alias of
    /// what the target has.
    pub(super) fn own_name(&self, item: &Item) -> TokenStream {
        let Some(arch) = item.arches.single().filter(|_| item.split) else {
            return TokenStream::new();
        };
        let is_value = matches!(
            item.kind,
            Kind::Register(_) | Kind::Message(_) | Kind::Msr(_) | Kind::Ioctl(_)
        );
        if is_value {
            return TokenStream::new();
        }
        let (plain, name) = match &item.kind {
            Kind::Constant(_) => (ident(&item.name), ident(&item.rust)),
            _ => (
                ident(&crate::naming::type_name(&item.name)),
                ident(&item.rust),
            ),
        };
        let declaration = match &item.kind {
            Kind::Constant(body) => {
                let r#type = self.type_of(&body.r#type);
                quote!(pub const #plain: #r#type = #name;)
            }
            _ => quote!(pub type #plain = #name;),
        };
        let doc = format!(" [`{name}`] on the architecture that this crate is compiled for.");
        let condition = match arch {
            Arch::X64 => quote!(#[cfg(not(target_arch = "aarch64"))]),
            Arch::Arm64 => quote!(#[cfg(target_arch = "aarch64")]),
        };
        quote! {
            #[doc = #doc]
            #condition
            #declaration
        }
    }
}
