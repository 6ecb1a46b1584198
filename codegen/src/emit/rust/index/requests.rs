//! An enum for each architecture, over all hypercalls.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::arch::Arch;
use crate::emit::rust::Emitter;
use crate::emit::rust::names::ident;
use crate::model::{Item, Kind};
use crate::naming;

impl Emitter<'_> {
    pub(super) fn all_requests(&self) -> TokenStream {
        Arch::ALL
            .into_iter()
            .map(|arch| self.requests_of(arch))
            .collect()
    }

    fn requests_of(&self, arch: Arch) -> TokenStream {
        let mut calls: Vec<(u16, &Item)> = self
            .model
            .items
            .iter()
            .filter(|item| item.arches.contains(arch))
            .filter_map(|item| match &item.kind {
                Kind::Hypercall(body) => Some((body.code, item)),
                _ => None,
            })
            .collect();
        calls.sort_by_key(|(code, _)| *code);
        calls.dedup_by_key(|(code, _)| *code);
        let variants = calls
            .iter()
            .map(|(_, item)| ident(&naming::type_name(&item.name)));
        let paths = calls.iter().map(|(_, item)| self.absolute_path(item.id));
        let name = format_ident!("{}HypercallRequest", arch.type_word());
        let doc = format!(" A hypercall of a guest on {}.", arch.name());
        quote! {
            ::hv_defs::hypercall_requests! {
                #[doc = #doc]
                pub enum #name {
                    #(#variants = #paths,)*
                }
            }
        }
    }
}
