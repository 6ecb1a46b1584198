//! Names, numbers and sizes as tables, each sorted by number.

use proc_macro2::TokenStream;
use quote::quote;

use crate::arch::{Arch, Arches};
use crate::emit::rust::names::{decimal, hex};
use crate::emit::rust::{Emitter, words};
use crate::model::{
    Cpuid, ForArch, Hypercall, Item, Kind, Message, Msr, Register, StatusCode, Type,
};

impl Emitter<'_> {
    pub(super) fn tables(&self) -> TokenStream {
        let hypercalls = self.table(|item| match &item.kind {
            Kind::Hypercall(body) => vec![(body.code.into(), self.hypercall_row(item, body))],
            _ => Vec::new(),
        });
        let msrs = self.table(|item| match &item.kind {
            Kind::Msr(body) => vec![(body.number.into(), self.msr_row(item, body))],
            _ => Vec::new(),
        });
        let registers = self.table(|item| match &item.kind {
            Kind::Register(body) => self.register_rows(item, body),
            _ => Vec::new(),
        });
        let leaves = self.table(|item| match &item.kind {
            Kind::Cpuid(body) => vec![(body.leaf.into(), cpuid_row(item, body))],
            _ => Vec::new(),
        });
        let messages = self.table(|item| match &item.kind {
            Kind::Message(body) => self.message_rows(item, body),
            _ => Vec::new(),
        });
        let statuses = self.table(|item| match &item.kind {
            Kind::StatusCode(body) => vec![(body.value.into(), status_row(item, body))],
            _ => Vec::new(),
        });
        quote! {
            /// All hypercalls, by call code. Where the architectures differ, each has a row.
            pub const HYPERCALLS: &[HypercallInfo] = &[#(#hypercalls),*];
            /// All MSRs, by number.
            pub const MSRS: &[MsrInfo] = &[#(#msrs),*];
            /// All registers of virtual processors, by number. Where the architectures differ, each has
            /// a row.
            pub const REGISTERS: &[RegisterInfo] = &[#(#registers),*];
            /// All CPUID leaves, by number.
            pub const CPUID_LEAVES: &[CpuidLeafInfo] = &[#(#leaves),*];
            /// All messages, by type. Where the architectures differ, each has a row.
            pub const MESSAGES: &[MessageInfo] = &[#(#messages),*];
            /// All statuses, by number.
            pub const STATUSES: &[StatusInfo] = &[#(#statuses),*];
        }
    }

    /// Rows by number.
    fn table<'m>(&'m self, rows: impl Fn(&'m Item) -> Vec<(u64, TokenStream)>) -> Vec<TokenStream> {
        let mut rows: Vec<_> = self.model.items.iter().flat_map(rows).collect();
        rows.sort_by_key(|(number, _)| *number);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn size(&self, r#type: Option<&Type>) -> TokenStream {
        let size = r#type.map_or(0, |r#type| self.model.layout(r#type).0);
        let size = decimal(size);
        quote!(#size)
    }

    fn hypercall_row(&self, item: &Item, body: &Hypercall) -> TokenStream {
        let (name, arches, code) = (&item.name, arches(item.arches), hex(body.code.into()));
        let shape = words::shape(body.shape);
        let input = self.size(body.input.as_ref());
        let variable = self.size(body.variable_header.as_ref().map(|header| &header.element));
        let input_element = self.size(body.input_element.as_ref());
        let output = self.size(body.output.as_ref());
        let output_element = self.size(body.output_element.as_ref());
        let fast = words::optional(body.fast);
        let grants = body.grant.iter().map(|grant| self.grant_mask(grant));
        let statuses = self.statuses(&body.returns);
        quote! {
            HypercallInfo {
                code: HvCallCode::from_bits(#code),
                name: #name,
                architectures: #arches,
                shape: Shape::#shape,
                input_size: #input,
                variable_header_element_size: #variable,
                input_element_size: #input_element,
                output_size: #output,
                output_element_size: #output_element,
                fast: #fast,
                grants: &[#(#grants),*],
                statuses: &[#(#statuses),*],
            }
        }
    }

    fn msr_row(&self, item: &Item, body: &Msr) -> TokenStream {
        let (name, number) = (&item.name, hex(body.number.into()));
        let (access, scope) = (words::access(body.access), words::scope(body.scope));
        let grant = body.grant.as_ref().map(|grant| self.grant_mask(grant));
        let grant = words::optional(grant);
        quote! {
            MsrInfo {
                number: #number,
                name: #name,
                access: Access::#access,
                scope: Scope::#scope,
                grant: #grant,
            }
        }
    }

    fn register_rows(&self, item: &Item, body: &Register) -> Vec<(u64, TokenStream)> {
        let (name, number) = (&item.name, hex(body.number.into()));
        let rows = self.for_each(item, Some(&body.value)).into_iter();
        rows.map(|(arches, size)| {
            let row = quote! {
                RegisterInfo {
                    register: HvRegisterName::from_bits(#number),
                    name: #name,
                    architectures: #arches,
                    value_size: #size,
                }
            };
            (body.number.into(), row)
        })
        .collect()
    }

    fn message_rows(&self, item: &Item, body: &Message) -> Vec<(u64, TokenStream)> {
        let (name, number) = (&item.name, hex(body.number.into()));
        let rows = self.for_each(item, body.payload.as_ref()).into_iter();
        rows.map(|(arches, size)| {
            let payload_size = words::optional(body.payload.as_ref().map(|_| size));
            let row = quote! {
                MessageInfo {
                    message_type: HvMessageType::from_bits(#number),
                    name: #name,
                    architectures: #arches,
                    payload_size: #payload_size,
                }
            };
            (body.number.into(), row)
        })
        .collect()
    }

    /// The size of a type, one for each architecture where the types differ.
    fn for_each(
        &self,
        item: &Item,
        types: Option<&ForArch<Type>>,
    ) -> Vec<(TokenStream, TokenStream)> {
        match types {
            Some(types) if types.same().is_none() => Arch::ALL
                .into_iter()
                .filter(|&arch| item.arches.contains(arch))
                .map(|arch| (arches(arch.into()), self.size(types.on(arch))))
                .collect(),
            _ => {
                let same = types.and_then(ForArch::same);
                vec![(arches(item.arches), self.size(same))]
            }
        }
    }
}

fn cpuid_row(item: &Item, body: &Cpuid) -> TokenStream {
    let (name, leaf) = (&item.name, hex(body.leaf.into()));
    let subleaf = words::optional(body.subleaf.map(|subleaf| decimal(subleaf.into())));
    quote!(CpuidLeafInfo { leaf: #leaf, subleaf: #subleaf, name: #name })
}

fn status_row(item: &Item, body: &StatusCode) -> TokenStream {
    let (name, number) = (&item.name, hex(body.value.into()));
    let text = item.facts.doc.as_deref().unwrap_or(&item.name);
    quote!(StatusInfo { status: HvStatus::from_bits(#number), name: #name, text: #text })
}

fn arches(arches: Arches) -> TokenStream {
    match arches.single() {
        Some(Arch::X64) => quote!(Architectures::X64),
        Some(Arch::Arm64) => quote!(Architectures::Arm64),
        None => quote!(Architectures::Both),
    }
}
