//! The words in Rust for what is an enum or an option here.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::{Access, Scope, Shape};

pub(super) fn access(access: Access) -> TokenStream {
    match access {
        Access::ReadWrite => quote!(ReadWrite),
        Access::ReadOnly => quote!(ReadOnly),
        Access::WriteOnly => quote!(WriteOnly),
    }
}

pub(super) fn scope(scope: Scope) -> TokenStream {
    match scope {
        Scope::Partition => quote!(Partition),
        Scope::Vp => quote!(Vp),
    }
}

pub(super) fn shape(shape: Shape) -> TokenStream {
    match shape {
        Shape::Simple => quote!(Simple),
        Shape::Rep => quote!(Rep),
        Shape::Vtl => quote!(Vtl),
    }
}

/// `Some(…)` or `None`.
pub(super) fn optional(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}
