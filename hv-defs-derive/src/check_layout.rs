//! `#[derive(CheckLayout)]`: a type of somebody else's held against the published spec when it is
//! compiled. What can be known from the names is said by the macro; places and sizes are compared by
//! constants, and a difference stops the compiler with both layouts.

use hv_codegen::arch::Arch;
use hv_codegen::load::nearest;
use hv_codegen::model::{Item, Kind, Model, Type};
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

mod parse;

use parse::{Declaration, Field};

/// A named part of the spec.
struct Part<'m> {
    name: &'m str,
    rust: &'m str,
    offset: u64,
    size: u64,
}

/// The checks for a declaration.
pub(crate) fn expand(model: &Model, input: TokenStream) -> Result<TokenStream, String> {
    let declaration = Declaration::parse(input)?;
    let found = |arch: Arch| {
        let item = model.find(&declaration.tlfs, arch)?;
        is_type(item).then_some(item)
    };
    if let Some(arch) = &declaration.arch {
        let arch: Arch = arch.parse()?;
        let item = found(arch).ok_or_else(|| unknown(model, &declaration.tlfs))?;
        return check(model, item, &declaration);
    }
    match (found(Arch::X64), found(Arch::Arm64)) {
        (None, None) => Err(unknown(model, &declaration.tlfs)),
        (Some(item), Some(other)) if item.id == other.id => check(model, item, &declaration),
        (x64, arm64) => {
            let on = |item: Option<&Item>, target: &str| match item {
                Some(item) => {
                    // What is wrong by name is wrong for the target alone.
                    let code =
                        check(model, item, &declaration).unwrap_or_else(|text| crate::error(&text));
                    quote!(#[cfg(target_arch = #target)] const _: () = { #code };)
                }
                None => TokenStream::new(),
            };
            let x64 = on(x64, "x86_64");
            let arm64 = on(arm64, "aarch64");
            Ok(quote!(#x64 #arm64))
        }
    }
}

fn is_type(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Alias(_) | Kind::Enum(_) | Kind::Bitfield(_) | Kind::Struct(_) | Kind::Union(_)
    )
}

fn unknown(model: &Model, name: &str) -> String {
    let types = model.items.iter().filter(|item| is_type(item));
    let hint = nearest(name, types.map(|item| item.name.as_str()))
        .map(|near| format!("; did you mean `{near}`?"))
        .unwrap_or_default();
    format!("the spec has no type `{name}`{hint}")
}

/// The named parts of an item; nothing where it is a number.
fn parts<'m>(model: &Model, item: &'m Item) -> Vec<Part<'m>> {
    match &item.kind {
        Kind::Struct(body) => body
            .fields
            .iter()
            .filter(|field| !field.reserved)
            .filter_map(|field| {
                Some(Part {
                    name: field.name.as_deref()?,
                    rust: &field.rust,
                    offset: field.offset,
                    size: model.layout(&field.r#type).0,
                })
            })
            .collect(),
        Kind::Union(body) => body
            .members
            .iter()
            .map(|member| Part {
                name: &member.name,
                rust: &member.rust,
                offset: 0,
                size: member.size,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn check(model: &Model, item: &Item, declaration: &Declaration) -> Result<TokenStream, String> {
    let parts = parts(model, item);
    let pairs = if parts.is_empty() {
        Vec::new()
    } else {
        pair(item, &parts, declaration)?
    };
    let (size, align) = model.layout(&Type::Item(item.id));
    let own = &declaration.name;
    let rows = pairs.iter().map(|(part, field)| {
        let (tlfs, name, r#type) = (part.name, &field.name, &field.r#type);
        let text = field.name.to_string();
        let (offset, size) = (number(part.offset), number(part.size));
        quote! {
            (#tlfs, #text, #offset, #size, ::core::mem::offset_of!(#own, #name), ::core::mem::size_of::<#r#type>())
        }
    });
    let (item_name, own_name) = (&item.name, own.to_string());
    let (size, align) = (number(size), number(align));
    // What is packed has the alignment of a byte, and says so.
    let align = if declaration.packed {
        quote!(1)
    } else {
        quote!(#align)
    };
    let writer = writer();
    Ok(quote! {
        const _: () = {
            const ROWS: &[(&str, &str, usize, usize, usize, usize)] = &[#(#rows),*];
            const SPEC: (usize, usize) = (#size, #align);
            const HERE: (usize, usize) = (::core::mem::size_of::<#own>(), ::core::mem::align_of::<#own>());
            #writer
            const ITEM: &str = #item_name;
            const OWN: &str = #own_name;
            if !is_same() {
                const TEXT: ([u8; LENGTH], usize) = text();
                ::core::panic!("{}", match ::core::str::from_utf8(TEXT.0.split_at(TEXT.1).0) {
                    Ok(text) => text,
                    Err(_) => "the layout differs",
                });
            }
        };
    })
}

fn number(number: u64) -> Literal {
    Literal::u64_unsuffixed(number)
}

/// Each part of the spec with the field that is it.
fn pair<'m, 'd>(
    item: &Item,
    parts: &'m [Part<'m>],
    declaration: &'d Declaration,
) -> Result<Vec<(&'m Part<'m>, &'d Field)>, String> {
    let own = &declaration.name;
    let mut pairs = Vec::new();
    for field in &declaration.fields {
        let name = field.name.to_string();
        let name = name.trim_start_matches("r#");
        let wanted = field.tlfs.as_deref().unwrap_or(name);
        let part = parts
            .iter()
            .find(|part| part.name == wanted || part.rust.trim_start_matches("r#") == wanted);
        match part {
            Some(part) => pairs.push((part, field)),
            None if field.tlfs.is_none() && is_reserved(name) => {}
            None => {
                let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
                return Err(format!(
                    "`{own}.{name}` is no field of {}; its fields are {}: name the one that it is with #[tlfs(\"…\")], or let its name begin with `_` or `reserved` if it is reserved space",
                    item.name,
                    names.join(", ")
                ));
            }
        }
    }
    let is_union = matches!(item.kind, Kind::Union(_));
    let missing: Vec<&str> = parts
        .iter()
        .filter(|part| !pairs.iter().any(|(found, _)| found.name == part.name))
        .map(|part| part.name)
        .collect();
    // A union need not have every view.
    if missing.is_empty() || is_union && !pairs.is_empty() {
        Ok(pairs)
    } else {
        Err(format!(
            "`{own}` has no field for {} of {}; add it, or name it with #[tlfs(\"…\")]",
            missing.join(", "),
            item.name
        ))
    }
}

fn is_reserved(name: &str) -> bool {
    ["_", "reserved", "rsvd", "padding"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// The constants that compare, and that write both layouts where they differ. They stand in the block of
/// each check, so that no crate need be there when the program is compiled.
fn writer() -> TokenStream {
    quote! {
        const LENGTH: usize = 512 + 192 * (ROWS.len() + 1);
        const fn is_same() -> bool {
            let mut at = 0;
            while at < ROWS.len() {
                if ROWS[at].2 != ROWS[at].4 || ROWS[at].3 != ROWS[at].5 {
                    return false;
                }
                at += 1;
            }
            SPEC.0 == HERE.0 && SPEC.1 == HERE.1
        }
        struct Writer([u8; LENGTH], usize);
        impl Writer {
            const fn byte(mut self, byte: u8) -> Self {
                if self.1 < LENGTH {
                    self.0[self.1] = byte;
                    self.1 += 1;
                }
                self
            }
            const fn text(mut self, text: &str) -> Self {
                let mut at = 0;
                while at < text.len() && at < 64 {
                    self = self.byte(text.as_bytes()[at]);
                    at += 1;
                }
                self
            }
            const fn number(mut self, number: usize) -> Self {
                if number >= 10 {
                    self = self.number(number / 10);
                }
                self.byte(b'0' + (number % 10) as u8)
            }
            const fn place(self, offset: usize, size: usize, name: &str) -> Self {
                self.text("byte ").number(offset).text(" (").number(size).text(" bytes) ").text(name)
            }
            const fn pad(mut self, start: usize, width: usize) -> Self {
                while self.1 < start + width {
                    self = self.byte(b' ');
                }
                self
            }
        }
        const fn text() -> ([u8; LENGTH], usize) {
            let mut to = Writer([0; LENGTH], 0)
                .text(OWN).text(" has not the layout of ").text(ITEM).text("\n");
            let start = to.1;
            to = to.text("  ").text(ITEM).pad(start, 52).text("  ").text(OWN).byte(b'\n');
            let mut at = 0;
            while at < ROWS.len() {
                let row = ROWS[at];
                let start = to.1;
                to = to.text("  ").place(row.2, row.3, row.0).pad(start, 52)
                    .text(if row.2 == row.4 && row.3 == row.5 { "  " } else { "| " })
                    .place(row.4, row.5, row.1).byte(b'\n');
                at += 1;
            }
            let start = to.1;
            to = to.text("  ").number(SPEC.0).text(" bytes, alignment ").number(SPEC.1).pad(start, 52)
                .text(if SPEC.0 == HERE.0 && SPEC.1 == HERE.1 { "  " } else { "| " })
                .number(HERE.0).text(" bytes, alignment ").number(HERE.1);
            (to.0, to.1)
        }
    }
}

/// The one string of a group in parentheses or brackets, for attributes.
fn string(tree: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = tree else {
        return None;
    };
    let text = literal.to_string();
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('\\')).then(|| inner.to_owned())
}

/// The content of a group with these delimiters.
fn group(tree: Option<&TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    match tree {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}
