//! A constant for each register, with the type of its value.

use proc_macro2::TokenStream;
use quote::quote;

use crate::arch::Arch;
use crate::emit::rust::Emitter;
use crate::emit::rust::interface::collector;
use crate::emit::rust::names::{hex, ident};
use crate::model::{Item, Kind, Register, Type};
use crate::naming;
use crate::raw::Collects;

impl Emitter<'_> {
    pub(super) fn typed_registers(&self) -> TokenStream {
        let registers = self.model.items.iter().map(|item| match &item.kind {
            Kind::Register(body) => self.typed_register(item, body),
            _ => TokenStream::new(),
        });
        registers.collect()
    }

    /// One constant; one for each architecture where the values differ.
    fn typed_register(&self, item: &Item, body: &Register) -> TokenStream {
        let name = naming::screaming_case(&item.name);
        match (body.value.same(), item.split) {
            (Some(value), false) => self.register_constant(item, body, &name, value),
            _ => Arch::ALL
                .into_iter()
                .filter(|&arch| item.arches.contains(arch))
                .filter_map(|arch| {
                    let name = naming::arch_constant_name(&name, arch.type_word());
                    Some(self.register_constant(item, body, &name, body.value.on(arch)?))
                })
                .collect(),
        }
    }

    fn register_constant(
        &self,
        item: &Item,
        body: &Register,
        name: &str,
        value: &Type,
    ) -> TokenStream {
        let Some(names) = collector(self.model, Collects::Register) else {
            return TokenStream::new();
        };
        let doc = self.item_doc(item, self.granted_by(body.grant.as_slice()));
        let (name, names, number) = (
            ident(name),
            self.absolute_path(names),
            hex(body.number.into()),
        );
        let value = self.type_of(value);
        quote! {
            #doc
            pub const #name: Register<#value> = Register::new(#names::from_bits(#number));
        }
    }
}
