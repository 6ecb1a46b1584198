//! An enum for each architecture, over all messages with their payloads.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::arch::Arch;
use crate::emit::rust::Emitter;
use crate::emit::rust::interface::collector;
use crate::emit::rust::names::{hex, ident};
use crate::model::{Item, Kind, Type};
use crate::naming;
use crate::raw::Collects;

/// A message with a payload.
struct Payload<'m> {
    item: &'m Item,
    number: u32,
    r#type: &'m Type,
}

impl Emitter<'_> {
    pub(super) fn typed_messages(&self) -> TokenStream {
        Arch::ALL
            .into_iter()
            .map(|arch| self.messages_of(arch))
            .collect()
    }

    fn payloads(&self, arch: Arch) -> Vec<Payload<'_>> {
        let messages = self.model.items.iter().filter_map(|item| match &item.kind {
            Kind::Message(body) if item.arches.contains(arch) => Some(Payload {
                item,
                number: body.number,
                r#type: body.payload.as_ref()?.on(arch)?,
            }),
            _ => None,
        });
        let mut payloads: Vec<Payload<'_>> = messages.collect();
        payloads.sort_by_key(|payload| payload.number);
        // Two names of one message are one message.
        payloads.dedup_by_key(|payload| payload.number);
        payloads
    }

    fn messages_of(&self, arch: Arch) -> TokenStream {
        let Some(owner) = collector(self.model, Collects::Message) else {
            return TokenStream::new();
        };
        let payloads = self.payloads(arch);
        let variants: Vec<_> = payloads
            .iter()
            .map(|payload| {
                let short = naming::value_name(&self.model.item(owner).name, &payload.item.name);
                ident(&naming::type_name(&short))
            })
            .collect();
        let docs = payloads
            .iter()
            .map(|payload| self.item_doc(payload.item, Vec::new()));
        let types: Vec<_> = payloads
            .iter()
            .map(|payload| self.type_of(payload.r#type))
            .collect();
        let numbers = payloads.iter().map(|payload| hex(payload.number.into()));
        let name = format_ident!("{}Message", arch.type_word());
        let name_doc = format!(" A message as a guest on {} receives it.", arch.name());
        quote! {
            #[doc = #name_doc]
            #[derive(Clone, Copy, Debug)]
            pub enum #name<'m> {
                #(#docs #variants(&'m #types),)*
                /// Of another type, or shorter than what its type has.
                Other(HvMessageType, &'m [u8]),
            }

            impl<'m> #name<'m> {
                /// The payload of a message by its type.
                pub fn read(message: &'m HvMessage) -> Self {
                    let typed = match message.header.message_type.into_bits() {
                        #(#numbers => message.start_as::<#types>().map(Self::#variants),)*
                        _ => None,
                    };
                    typed.unwrap_or_else(|| Self::Other(message.header.message_type, message.valid_payload()))
                }
            }
        }
    }
}
