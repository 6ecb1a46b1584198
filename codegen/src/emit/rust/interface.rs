//! What ties types to their use: MSRs, CPUID leaves, requests of devices and message payloads.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{decimal, hex, ident};
use super::{Emitter, Flavour, words};
use crate::arch::Arch;
use crate::model::{
    Access, Cpuid, Direction, Ioctl, Item, ItemId, Kind, Message, Model, Msr, Scope, Type,
};
use crate::naming;
use crate::raw::Collects;

impl Emitter<'_> {
    pub(super) fn msr(&self, item: &Item, body: &Msr) -> TokenStream {
        let mut more = vec![format!("{}, {}.", access(body.access), scope(body.scope))];
        more.extend(self.granted_by(body.grant.as_slice()));
        let doc = self.item_doc(item, more);
        let name = ident(&item.rust);
        let number = hex(body.number.into());
        let constant = quote! {
            #doc
            pub const #name: u32 = #number;
        };
        if self.flavour == Flavour::Standalone {
            return constant;
        }
        let marker = ident(&naming::type_name(&item.name));
        let marker_doc = format!(" [`{name}`] as a type, for [`Msr`](::hv_defs::Msr).");
        let label = &item.name;
        let value = self.type_of(&body.value);
        let (access, scope) = (words::access(body.access), words::scope(body.scope));
        let grant = body.grant.as_ref().map(|grant| self.grant_mask(grant));
        let grant = words::optional(grant);
        quote! {
            #constant

            #[doc = #marker_doc]
            #[derive(Clone, Copy, Debug)]
            pub struct #marker;

            impl ::hv_defs::Msr for #marker {
                const NUMBER: u32 = #name;
                const NAME: &'static str = #label;
                const ACCESS: ::hv_defs::Access = ::hv_defs::Access::#access;
                const SCOPE: ::hv_defs::Scope = ::hv_defs::Scope::#scope;
                const GRANT: Option<::hv_defs::partition::HvPartitionPrivilegeMask> = #grant;
                type Value = #value;
            }
        }
    }

    pub(super) fn ioctl(&self, item: &Item, body: &Ioctl) -> TokenStream {
        let doc = self.item_doc(item, vec![format!("On {}.", body.device)]);
        let (name, request) = (ident(&item.rust), hex(body.request.into()));
        if self.flavour == Flavour::Standalone {
            return quote! {
                #doc
                pub const #name: u32 = #request;
            };
        }
        let argument = self.type_or_unit(body.argument.as_ref());
        let (magic, number) = (hex(body.magic.into()), hex(body.number.into()));
        let direction = match body.direction {
            Direction::None => quote!(None),
            Direction::Write => quote!(Write),
            Direction::Read => quote!(Read),
            Direction::ReadWrite => quote!(ReadWrite),
        };
        quote! {
            #doc
            pub const #name: ::hv_defs::Ioctl<#argument> =
                ::hv_defs::Ioctl::new(::hv_defs::Direction::#direction, #magic, #number);
            const _: () = assert!(#name.request() == #request);
        }
    }

    pub(super) fn cpuid(&self, item: &Item, body: &Cpuid) -> TokenStream {
        if self.flavour == Flavour::Standalone {
            return TokenStream::new();
        }
        let value = self.path(body.value);
        let leaf = hex(body.leaf.into());
        let subleaf = words::optional(body.subleaf.map(|subleaf| decimal(subleaf.into())));
        let label = &item.name;
        quote! {
            impl ::hv_defs::CpuidLeaf for #value {
                const LEAF: u32 = #leaf;
                const SUBLEAF: Option<u32> = #subleaf;
                const NAME: &'static str = #label;
            }
        }
    }

    /// The message types whose payload a type is.
    pub(super) fn message_payload(&self, item: &Item) -> TokenStream {
        if self.flavour == Flavour::Standalone
            || !matches!(item.kind, Kind::Struct(_) | Kind::Union(_))
        {
            return TokenStream::new();
        }
        let Some(types_enum) = collector(self.model, Collects::Message) else {
            return TokenStream::new();
        };
        let is_payload = |message: &Message| {
            let payload = message.payload.as_ref();
            Arch::ALL.iter().any(|&arch| {
                payload.and_then(|payload| payload.on(arch)) == Some(&Type::Item(item.id))
            })
        };
        let numbers: Vec<_> = self
            .model
            .items
            .iter()
            .filter_map(|other| match &other.kind {
                Kind::Message(message) if is_payload(message) => Some(hex(message.number.into())),
                _ => None,
            })
            .collect();
        if numbers.is_empty() {
            return TokenStream::new();
        }
        let types_enum = self.absolute_path(types_enum);
        let name = ident(&item.rust);
        quote! {
            impl ::hv_defs::MessagePayload for #name {
                const MESSAGE_TYPES: &'static [#types_enum] = &[#(#types_enum::from_bits(#numbers)),*];
            }

            const _: () = <#name as ::hv_defs::MessagePayload>::FITS;
        }
    }
}

/// The enum that collects a kind of item.
pub(super) fn collector(model: &Model, kind: Collects) -> Option<ItemId> {
    let found = model.items.iter().find(|item| match &item.kind {
        Kind::Enum(body) => body.collects == Some(kind),
        _ => false,
    });
    found.map(|item| item.id)
}

fn access(access: Access) -> &'static str {
    match access {
        Access::ReadWrite => "Read and write",
        Access::ReadOnly => "Read only",
        Access::WriteOnly => "Write only",
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Partition => "one for the partition",
        Scope::Vp => "one for each virtual processor",
    }
}
