//! What ties types to their use: hypercalls, MSRs, CPUID leaves and message payloads.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{decimal, hex, ident};
use super::{Emitter, Flavour};
use crate::arch::Arch;
use crate::emit::markdown::markdown;
use crate::model::{
    Access, Cpuid, Direction, Grant, Hypercall, Ioctl, Item, ItemId, Kind, Message, Model, Msr,
    Scope, Shape, Type,
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
        let access = match body.access {
            Access::ReadWrite => quote!(ReadWrite),
            Access::ReadOnly => quote!(ReadOnly),
            Access::WriteOnly => quote!(WriteOnly),
        };
        let scope = match body.scope {
            Scope::Partition => quote!(Partition),
            Scope::Vp => quote!(Vp),
        };
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
        let subleaf = match body.subleaf {
            Some(subleaf) => {
                let subleaf = decimal(subleaf.into());
                quote!(Some(#subleaf))
            }
            None => quote!(None),
        };
        let label = &item.name;
        quote! {
            impl ::hv_defs::CpuidLeaf for #value {
                const LEAF: u32 = #leaf;
                const SUBLEAF: Option<u32> = #subleaf;
                const NAME: &'static str = #label;
            }
        }
    }

    pub(super) fn hypercall(&self, item: &Item, body: &Hypercall) -> TokenStream {
        let Some(code_enum) =
            collector(self.model, Collects::Hypercall).filter(|_| self.flavour == Flavour::HvDefs)
        else {
            return TokenStream::new();
        };
        let doc = self.item_doc(item, self.call_details(body));
        let name = ident(&item.rust);
        let label = &item.name;
        let code_enum = self.absolute_path(code_enum);
        let code = hex(body.code.into());
        let shape = match body.shape {
            Shape::Simple => quote!(Simple),
            Shape::Rep => quote!(Rep),
            Shape::Vtl => quote!(Vtl),
        };
        let input = self.type_or_unit(body.input.as_ref());
        let input_element = self.type_or_unit(body.input_element.as_ref());
        let output = self.type_or_unit(body.output.as_ref());
        let output_element = self.type_or_unit(body.output_element.as_ref());
        let header_element =
            self.type_or_unit(body.variable_header.as_ref().map(|header| &header.element));
        let header_offset = match &body.variable_header {
            Some(header) => {
                let offset = decimal(header.offset);
                quote!(Some(#offset))
            }
            None => quote!(None),
        };
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #name;

            impl ::hv_defs::Hypercall for #name {
                const CODE: #code_enum = #code_enum::from_bits(#code);
                const NAME: &'static str = #label;
                const SHAPE: ::hv_defs::Shape = ::hv_defs::Shape::#shape;
                const VARIABLE_HEADER_OFFSET: Option<usize> = #header_offset;
                type Input = #input;
                type VariableHeader = #header_element;
                type InputElement = #input_element;
                type Output = #output;
                type OutputElement = #output_element;
            }
        }
    }

    /// What the documentation of a hypercall says beyond its sentence.
    fn call_details(&self, body: &Hypercall) -> Vec<String> {
        let shape = match body.shape {
            Shape::Simple => "simple",
            Shape::Rep => "rep",
            Shape::Vtl => "VTL switch",
        };
        let mut lines = vec![format!("Call code {:#06x}, {shape}.", body.code)];
        let parameters = [
            ("Input", &body.input),
            ("Input element", &body.input_element),
            ("Output", &body.output),
            ("Output element", &body.output_element),
        ];
        for (label, parameter) in parameters {
            if let Some(r#type) = parameter {
                lines.push(format!("{label}: {}.", self.type_link(r#type)));
            }
        }
        if let Some(header) = &body.variable_header {
            let doc = header
                .doc
                .as_deref()
                .map(|doc| format!(" {}", markdown(doc)))
                .unwrap_or_default();
            lines.push(format!("Variable header from byte {}.{doc}", header.offset));
        }
        lines.extend(self.granted_by(&body.grant));
        if !body.returns.is_empty() {
            lines.push(format!(
                "Returns {}.",
                body.returns
                    .iter()
                    .map(|name| format!("`{name}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ));
        }
        lines.join("\n\n").split('\n').map(str::to_owned).collect()
    }

    fn granted_by(&self, grants: &[Grant]) -> Vec<String> {
        if grants.is_empty() {
            return Vec::new();
        }
        let names: Vec<String> = grants
            .iter()
            .map(|grant| format!("`{}`", grant.field))
            .collect();
        vec![String::new(), format!("Granted by {}.", names.join(" or "))]
    }

    fn type_link(&self, r#type: &Type) -> String {
        match r#type {
            Type::Int(int) => format!("`{int}`"),
            Type::Array(element, count) => format!("{count} times {}", self.type_link(element)),
            Type::Item(id) => {
                let path = self.path(*id).to_string().replace(' ', "");
                format!("[`{}`]({path})", self.model.item(*id).rust)
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
