//! The witness in Rust, for a crate that depends on `hv-defs` and `zerocopy`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{Place, Probe, probes, types, values};
use crate::arch::Arch;
use crate::emit::rust::{hex, ident};
use crate::model::{BitsType, Enum, Item, Kind, Model, Type};

/// Two functions: `write`, which gives all lines but `get`, and `read`, which gives the `get` line of
/// a type, a field and its bytes.
pub fn program(model: &Model, arch: Arch) -> Result<String, syn::Error> {
    let file: syn::File = syn::parse2(tokens(model, arch))?;
    Ok(prettyplease::unparse(&file))
}

fn tokens(model: &Model, arch: Arch) -> TokenStream {
    let items: Vec<&Item> = types(model, arch).collect();
    let writers = items.iter().map(|item| write_type(model, item, arch));
    let constants = model
        .items
        .iter()
        .filter(|item| item.arches.contains(arch))
        .filter_map(|item| constant(model, item));
    let readers = items.iter().map(|item| read_type(model, item, arch));
    quote! {
        /// The lines of all types and constants.
        pub fn write() -> String {
            use core::fmt::Write;
            let mut out = String::new();
            #(#writers)*
            #(#constants)*
            out
        }

        /// What is read from the bytes of a type with one field set.
        pub fn read(name: &str, field: &str, bytes: &[u8]) -> Option<Vec<u8>> {
            match name {
                #(#readers)*
                _ => None,
            }
        }
    }
}

fn path(model: &Model, item: &Item) -> TokenStream {
    let (module, name) = (ident(&model.chapter_of(item).name), ident(&item.rust));
    quote!(::hv_defs::#module::#name)
}

fn write_type(model: &Model, item: &Item, arch: Arch) -> TokenStream {
    let r#type = path(model, item);
    let name = &item.name;
    let parts = probes(item, arch).into_iter().map(|probe| {
        let label = probe.name;
        let offset = matches!(probe.place, Place::Field { .. }).then(|| {
            let field = ident(probe.rust);
            quote!(let _ = writeln!(out, "offset {} {} {}", #name, #label, core::mem::offset_of!(#r#type, #field));)
        });
        let set = set(model, item, &probe);
        quote! {
            #offset
            {
                let mut value = #r#type::default();
                #set
                let _ = writeln!(out, "set {} {} {}", #name, #label, crate::hex(zerocopy::IntoBytes::as_bytes(&value)));
            }
        }
    });
    let numbers = match &item.kind {
        Kind::Enum(body) => values(body, arch)
            .map(|value| {
                let (label, constant) = (&value.name, ident(&value.rust));
                quote!(let _ = writeln!(out, "value {} {:#x}", #label, #r#type::#constant.into_bits());)
            })
            .collect(),
        _ => TokenStream::new(),
    };
    quote! {
        let _ = writeln!(out, "size {} {} {}", #name, size_of::<#r#type>(), align_of::<#r#type>());
        #(#parts)*
        #numbers
    }
}

/// Sets one part of `value` to its pattern, through the interface that users have.
fn set(model: &Model, item: &Item, probe: &Probe<'_>) -> TokenStream {
    let pattern = probe.pattern(&item.name);
    let bytes = pattern.iter().map(|byte| Literal::u8_suffixed(*byte));
    let name = ident(probe.rust);
    match probe.place {
        Place::Field { .. } => quote!(crate::set_bytes(&mut value.#name, &[#(#bytes),*]);),
        Place::Member { r#type, .. } => {
            if by_value(model, r#type) {
                let setter = ident(&format!("set_{}", probe.rust));
                quote! {
                    let mut part = value.#name();
                    crate::set_bytes(&mut part, &[#(#bytes),*]);
                    value.#setter(part);
                }
            } else {
                let view = ident(&format!("{}_mut", probe.rust));
                quote!(crate::set_bytes(value.#view(), &[#(#bytes),*]);)
            }
        }
        Place::Bits { r#type, .. } => {
            let number = hex(probe.number(&item.name));
            let setter = ident(&format!("set_{}", probe.rust));
            let argument = match r#type {
                BitsType::Bool => quote!(true),
                BitsType::Int(_) => quote!(#number),
                BitsType::Item(id, _) => match &model.item(*id).kind {
                    // Every closed enum has the values that it has; the pattern may not be one.
                    Kind::Enum(Enum { closed: true, .. }) => return TokenStream::new(),
                    Kind::Enum(_) | Kind::Bitfield(_) => {
                        let r#type = path(model, model.item(*id));
                        quote!(#r#type::from_bits(#number))
                    }
                    _ => quote!(#number),
                },
            };
            quote!(value.#setter(#argument);)
        }
    }
}

fn read_type(model: &Model, item: &Item, arch: Arch) -> TokenStream {
    let probes = probes(item, arch);
    if probes.is_empty() {
        return TokenStream::new();
    }
    let r#type = path(model, item);
    let name = &item.name;
    let arms = probes.iter().map(|probe| {
        let label = probe.name;
        let field: Ident = ident(probe.rust);
        let get = match probe.place {
            Place::Field { .. } => quote!(zerocopy::IntoBytes::as_bytes(&value.#field).to_vec()),
            Place::Member { r#type, .. } if by_value(model, r#type) => {
                quote!(zerocopy::IntoBytes::as_bytes(&value.#field()).to_vec())
            }
            Place::Member { .. } => quote!(zerocopy::IntoBytes::as_bytes(value.#field()).to_vec()),
            Place::Bits { width, r#type, .. } => {
                let number = match r#type {
                    BitsType::Bool => quote!(u64::from(value.#field())),
                    BitsType::Int(_) => quote!(value.#field() as u64),
                    BitsType::Item(id, _) => match &model.item(*id).kind {
                        Kind::Enum(Enum { closed: false, .. }) | Kind::Bitfield(_) => {
                            quote!(value.#field().into_bits() as u64)
                        }
                        _ => quote!(value.#field() as u64),
                    },
                };
                let bytes =
                    Literal::usize_unsuffixed(usize::try_from(width.div_ceil(8)).unwrap_or(8));
                quote!((#number).to_le_bytes()[..#bytes].to_vec())
            }
        };
        quote!(#label => Some(#get),)
    });
    quote! {
        #name => {
            let value = <#r#type as zerocopy::FromBytes>::read_from_bytes(bytes).ok()?;
            match field {
                #(#arms)*
                _ => None,
            }
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
        Kind::Msr(_) => false,
        _ => return None,
    };
    let (name, value) = (&item.name, path(model, item));
    let value = if is_newtype {
        quote!(#value.into_bits())
    } else {
        value
    };
    Some(quote!(let _ = writeln!(out, "value {} {:#x}", #name, #value);))
}
