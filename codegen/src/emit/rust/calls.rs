//! Hypercalls as types.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::interface::collector;
use super::names::{decimal, hex, ident};
use super::{Emitter, Flavour, words};
use crate::emit::markdown::markdown;
use crate::model::{Grant, Hypercall, Item, Kind, Shape, Type};
use crate::raw::Collects;

impl Emitter<'_> {
    pub(super) fn hypercall(&self, item: &Item, body: &Hypercall) -> TokenStream {
        let Some(code_enum) =
            collector(self.model, Collects::Hypercall).filter(|_| self.flavour == Flavour::HvDefs)
        else {
            return TokenStream::new();
        };
        let mut details = self.call_details(body);
        details.extend([String::new(), usage(&item.rust, body)]);
        let doc = self.item_doc(item, details);
        let name = ident(&item.rust);
        let label = &item.name;
        let code_enum = self.absolute_path(code_enum);
        let code = hex(body.code.into());
        let shape = words::shape(body.shape);
        let input = self.type_or_unit(body.input.as_ref());
        let input_element = self.type_or_unit(body.input_element.as_ref());
        let output = self.type_or_unit(body.output.as_ref());
        let output_element = self.type_or_unit(body.output_element.as_ref());
        let header_element =
            self.type_or_unit(body.variable_header.as_ref().map(|header| &header.element));
        let header_offset = body.variable_header.as_ref();
        let header_offset = words::optional(header_offset.map(|header| decimal(header.offset)));
        let fast = words::optional(body.fast);
        let grants = body.grant.iter().map(|grant| self.grant_mask(grant));
        let statuses = self.statuses(&body.returns);
        let kinds = call_kinds(body);
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #name;

            #(impl ::hv_defs::#kinds for #name {})*

            impl ::hv_defs::Hypercall for #name {
                const CODE: #code_enum = #code_enum::from_bits(#code);
                const NAME: &'static str = #label;
                const SHAPE: ::hv_defs::Shape = ::hv_defs::Shape::#shape;
                const VARIABLE_HEADER_OFFSET: Option<usize> = #header_offset;
                const FAST: Option<bool> = #fast;
                const GRANTS: &'static [::hv_defs::partition::HvPartitionPrivilegeMask] = &[#(#grants),*];
                const STATUSES: &'static [::hv_defs::HvStatus] = &[#(#statuses),*];
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

    pub(super) fn granted_by(&self, grants: &[Grant]) -> Vec<String> {
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

    /// The privilege mask with the bit of a grant set.
    pub(super) fn grant_mask(&self, grant: &Grant) -> TokenStream {
        let owner = self.model.item(grant.bitfield);
        let Kind::Bitfield(body) = &owner.kind else {
            return TokenStream::new();
        };
        let bits = body
            .bits
            .iter()
            .find(|bits| bits.name.as_deref() == Some(&grant.field));
        let mask = hex(bits.map_or(0, |bits| bits.mask()));
        let path = self.absolute_path(grant.bitfield);
        quote!(#path::from_bits(#mask))
    }

    /// The statuses of these names.
    pub(super) fn statuses(&self, names: &[String]) -> Vec<TokenStream> {
        let numbers = names.iter().filter_map(|name| {
            self.model.items.iter().find_map(|item| match &item.kind {
                Kind::StatusCode(body) if item.name == *name => Some(body.value),
                _ => None,
            })
        });
        numbers
            .map(|number| {
                let number = hex(number.into());
                quote!(::hv_defs::HvStatus::from_bits(#number))
            })
            .collect()
    }
}

/// How a guest makes the call, and how a VMM gets it.
fn usage(name: &str, body: &Hypercall) -> String {
    let input = if body.input.is_some() { "input" } else { "()" };
    let header = match body.variable_header {
        Some(_) => ".with_variable_header(&elements)",
        None => "",
    };
    let (is_rep, has_list) = (body.shape == Shape::Rep, body.input_element.is_some());
    let end = match (is_rep, has_list) {
        (false, _) => ".issue(…)",
        (true, true) => ".over(&list).run(…)",
        (true, false) => ".times(count).run(…)",
    };
    format!(
        "A guest makes it with `Call::<{name}>::new({input}){header}{end}`, a VMM gets it as \
         `Request<{name}>`: see [`call`](::hv_defs::call)."
    )
}

/// The traits that say what a call is made with.
fn call_kinds(body: &Hypercall) -> Vec<proc_macro2::Ident> {
    let is_rep = body.shape == Shape::Rep;
    let kinds = [
        (!is_rep, "SimpleCall"),
        (is_rep, "RepCall"),
        (is_rep && body.input_element.is_some(), "InputListCall"),
        (is_rep && body.input_element.is_none(), "CountedCall"),
        (body.variable_header.is_some(), "VariableHeaderCall"),
        (body.fast != Some(false), "FastCall"),
    ];
    let holds = kinds.into_iter().filter(|(holds, _)| *holds);
    holds.map(|(_, name)| format_ident!("{name}")).collect()
}
