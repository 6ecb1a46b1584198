//! The witness in Rust, for a crate that depends on `hv-defs` and `zerocopy`.
//!
//! It is made of tables and of two small functions for each type, and not of a line of `println!`
//! for each fact, which takes rustc minutes. The crate that includes it declares `TypeWitness`,
//! `PartWitness` and `ValueWitness` and the functions `put`, `number`, and `bytes`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Place, Probe, probes, values};
use crate::arch::{Arch, Arches};
use crate::emit::rust::ident;
use crate::model::{BitsType, Enum, Item, Kind, Model, Type};

/// The tables `TYPES` and `VALUES`.
pub fn program(model: &Model) -> Result<String, syn::Error> {
    let file: syn::File = syn::parse2(tokens(model))?;
    Ok(prettyplease::unparse(&file))
}

fn tokens(model: &Model) -> TokenStream {
    let items: Vec<&Item> = model
        .items
        .iter()
        .filter(|item| super::is_type(item))
        .collect();
    // One static for each type: rustc checks the body of each by itself.
    let names = (0..items.len()).map(|at| format_ident!("TYPE_{at}"));
    let types = items
        .iter()
        .zip(names.clone())
        .map(|(item, name)| r#type(model, item, &name));
    let constants = model.items.iter().filter_map(|item| constant(model, item));
    quote! {
        #(#types)*
        /// All types.
        pub(super) static TYPES: &[&TypeWitness] = &[#(&#names),*];
        /// All constants.
        pub(super) static VALUES: &[ValueWitness] = &[#(#constants),*];
    }
}

fn path(model: &Model, item: &Item) -> TokenStream {
    let (module, name) = (ident(&model.chapter_of(item).name), ident(&item.rust));
    quote!(::hv_defs::#module::#name)
}

fn arches(arches: Arches) -> TokenStream {
    let (x64, arm64) = (arches.contains(Arch::X64), arches.contains(Arch::Arm64));
    quote!([#x64, #arm64])
}

fn r#type(model: &Model, item: &Item, storage: &Ident) -> TokenStream {
    let (path, name) = (path(model, item), &item.name);
    let on = arches(item.arches);
    let all: Vec<Probe<'_>> = probes(item, item.arches);
    let parts = all.iter().map(|probe| part(&path, probe));
    let numbers = match &item.kind {
        Kind::Enum(body) => values(body, item.arches)
            .map(|value| {
                let (label, constant) = (&value.name, ident(&value.rust));
                let on = arches(value.arches);
                quote!(ValueWitness { name: #label, arches: #on, value: #path::#constant.into_bits() as u64 })
            })
            .collect(),
        _ => Vec::new(),
    };
    let indexes = || (0..all.len()).map(Literal::usize_unsuffixed);
    let (set_indexes, get_indexes) = (indexes(), indexes());
    let sets = all.iter().map(|probe| set(model, probe));
    let gets = all.iter().map(|probe| get(model, probe));
    let (set, get) = if all.is_empty() {
        (quote!(|_, _| Vec::new()), quote!(|_, _| None))
    } else {
        (
            quote! {
                |at, pattern| {
                    let mut value = #path::default();
                    match at {
                        #(#set_indexes => #sets,)*
                        _ => {}
                    }
                    bytes(&value)
                }
            },
            quote! {
                |at, from| {
                    let value = <#path as zerocopy::FromBytes>::read_from_bytes(from).ok()?;
                    match at {
                        #(#get_indexes => Some(#gets),)*
                        _ => None,
                    }
                }
            },
        )
    };
    quote! {
        static #storage: TypeWitness = TypeWitness {
            name: #name,
            arches: #on,
            size: size_of::<#path>(),
            align: align_of::<#path>(),
            parts: &[#(#parts),*],
            values: &[#(#numbers),*],
            set: #set,
            get: #get,
        };
    }
}

fn part(path: &TokenStream, probe: &Probe<'_>) -> TokenStream {
    let name = probe.name;
    let on = arches(probe.arches);
    let offset = match probe.place {
        Place::Field { .. } => {
            let field = ident(probe.rust);
            quote!(Some(core::mem::offset_of!(#path, #field)))
        }
        Place::Bits { .. } | Place::Member { .. } => quote!(None),
    };
    let (length, bits) = probe.extent();
    let (length, bits) = (
        Literal::usize_unsuffixed(length),
        Literal::u32_unsuffixed(bits),
    );
    quote!(PartWitness { name: #name, arches: #on, offset: #offset, bytes: #length, bits: #bits })
}

/// Sets one part of `value` to `pattern`, through the interface that users have.
fn set(model: &Model, probe: &Probe<'_>) -> TokenStream {
    let name = ident(probe.rust);
    match probe.place {
        Place::Field { .. } => quote!(put(&mut value.#name, pattern)),
        Place::Member { r#type, .. } => {
            if by_value(model, r#type) {
                let setter = ident(&format!("set_{}", probe.rust));
                quote! {{
                    let mut part = value.#name();
                    put(&mut part, pattern);
                    value.#setter(part);
                }}
            } else {
                let view = ident(&format!("{}_mut", probe.rust));
                quote!(put(value.#view(), pattern))
            }
        }
        Place::Bits { r#type, .. } => {
            let setter = ident(&format!("set_{}", probe.rust));
            let argument = match r#type {
                BitsType::Bool => quote!(number(pattern) != 0),
                BitsType::Int(_) => quote!(number(pattern) as _),
                BitsType::Item(id, _) => match &model.item(*id).kind {
                    // A closed enum has only the values that it has; the pattern may be none of them.
                    Kind::Enum(Enum { closed: true, .. }) => return quote!({}),
                    Kind::Enum(_) | Kind::Bitfield(_) => {
                        let r#type = path(model, model.item(*id));
                        quote!(#r#type::from_bits(number(pattern) as _))
                    }
                    _ => quote!(number(pattern) as _),
                },
            };
            quote!({ value.#setter(#argument); })
        }
    }
}

/// The bytes of one part of `value`.
fn get(model: &Model, probe: &Probe<'_>) -> TokenStream {
    let field = ident(probe.rust);
    match probe.place {
        Place::Field { .. } => quote!(bytes(&value.#field)),
        Place::Member { r#type, .. } if by_value(model, r#type) => quote!(bytes(&value.#field())),
        Place::Member { .. } => quote!(bytes(value.#field())),
        Place::Bits { r#type, .. } => {
            let is_newtype = matches!(r#type, BitsType::Item(id, _) if matches!(
                model.item(*id).kind,
                Kind::Enum(Enum { closed: false, .. }) | Kind::Bitfield(_)
            ));
            let value = if is_newtype {
                quote!(value.#field().into_bits())
            } else {
                quote!(value.#field())
            };
            let (length, _) = probe.extent();
            let length = Literal::usize_unsuffixed(length);
            quote!((#value as u64).to_le_bytes()[..#length].to_vec())
        }
    }
}

fn by_value(model: &Model, r#type: &Type) -> bool {
    match model.plain(r#type) {
        Type::Int(_) => true,
        Type::Item(id) => matches!(model.item(*id).kind, Kind::Enum(_) | Kind::Bitfield(_)),
        Type::Array(..) => false,
    }
}

fn constant(model: &Model, item: &Item) -> Option<TokenStream> {
    let is_newtype = match &item.kind {
        Kind::Constant(body) => match model.plain(&body.r#type) {
            Type::Item(id) => matches!(model.item(*id).kind, Kind::Enum(_) | Kind::Bitfield(_)),
            _ => false,
        },
        Kind::Msr(_) | Kind::Ioctl(_) => false,
        _ => return None,
    };
    let (name, value) = (&item.name, path(model, item));
    let value = match &item.kind {
        Kind::Ioctl(_) => quote!(#value.request()),
        _ if is_newtype => quote!(#value.into_bits()),
        _ => value,
    };
    let on = arches(item.arches);
    Some(quote!(ValueWitness { name: #name, arches: #on, value: #value as u64 }))
}
