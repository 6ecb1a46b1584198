//! The door from the transcription of the Hyper-V TLFS to rustc.
//!
//! [`tlfs!`] expands to the types of one chapter of the published spec, and [`spec_file!`] to those
//! of a file of your own, which may use the names of the published ones. What is wrong with a file
//! becomes one compile error that lists every mistake with its line.

mod check_layout;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use hv_codegen::diagnostic::locate;
use hv_codegen::emit::rust::{Flavour, Index, chapter};
use hv_codegen::load::{File, Files};
use hv_codegen::model::Model;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

/// Expands to the types of one chapter of the published spec: `tlfs!("synic")`.
#[proc_macro]
pub fn tlfs(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(input, "a chapter", published_chapter)
}

/// Expands to the types of a spec file of your own: `spec_file!("vendor.yaml")`.
///
/// The path is relative to the manifest of the crate that calls it. The file has the format of the
/// published ones, may cite sources of its own, and may name every type of `hv-defs`. Changing it
/// rebuilds the crate.
#[proc_macro]
pub fn spec_file(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(input, "a path", own_file)
}

/// Expands to what goes across all chapters, inside `hv-defs`: `index!("tables")`.
#[doc(hidden)]
#[proc_macro]
pub fn index(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(input, "an index", |word| {
        let model = published().as_ref().map_err(|text| once(text))?;
        let found = Index::ALL.iter().find(|(name, _)| *name == word);
        found
            .map(|(_, index)| index.code(model))
            .ok_or_else(|| format!("there is no index `{word}`"))
    })
}

/// Expands to the revision of the published spec, a string.
#[proc_macro]
pub fn spec_revision(_input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let revision = published().as_ref().map(|model| model.revision.as_str());
    match revision {
        Ok(revision) => quote!(#revision).into(),
        Err(text) => error(&once(text)).into(),
    }
}

/// Holds a struct or union of your own against the spec when it is compiled: size, alignment, and the
/// name, place and size of every field.
///
/// `#[tlfs("HV_MESSAGE_HEADER")]` before the type says what it is. Fields go by their names in the
/// document or in `hv-defs`; one that has another name says which it is with `#[tlfs("MessageType")]`,
/// and one whose name begins with `_`, `reserved`, `rsvd` or `padding` is reserved space. `arch =
/// "arm64"` holds it against the layout of another architecture than the target's, and `packed` says
/// that the alignment is that of a byte. There is no code at run time.
#[proc_macro_derive(CheckLayout, attributes(tlfs))]
pub fn check_layout(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let model = match published() {
        Ok(model) => model,
        Err(text) => return error(&once(text)).into(),
    };
    let code = check_layout::expand(model, input.into()).unwrap_or_else(|text| error(&text));
    code.into()
}

/// Reads the one string that a macro takes, and turns every failure into a compile error.
fn expand(
    input: proc_macro::TokenStream,
    what: &str,
    body: impl FnOnce(&str) -> Result<TokenStream, String>,
) -> proc_macro::TokenStream {
    let code = match string_argument(input.into()) {
        Some(argument) => body(&argument).unwrap_or_else(|text| error(&text)),
        None => error(&format!("this macro takes one string, {what}")),
    };
    code.into()
}

fn string_argument(input: TokenStream) -> Option<String> {
    let mut tokens = input.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => {
            let text = literal.to_string();
            let inner = text.strip_prefix('"')?.strip_suffix('"')?;
            (!inner.contains('\\')).then(|| inner.to_owned())
        }
        _ => None,
    }
}

fn error(text: &str) -> TokenStream {
    let text = Literal::string(text);
    quote!(::core::compile_error!(#text);)
}

/// The published spec, read and checked once for all calls in one compilation.
fn published() -> &'static Result<Model, String> {
    static MODEL: OnceLock<Result<Model, String>> = OnceLock::new();
    MODEL.get_or_init(|| build(&Files::embedded_definitions()))
}

/// The mistakes of the published spec for the first call that meets them, and a pointer to it for
/// the others.
fn once(text: &str) -> String {
    static SAID: AtomicBool = AtomicBool::new(false);
    if SAID.swap(true, Ordering::Relaxed) {
        "the spec has mistakes: see the first error".to_owned()
    } else {
        text.to_owned()
    }
}

fn build(files: &Files) -> Result<Model, String> {
    Model::new(files).map_err(|diagnostics| {
        let located = locate(files, diagnostics);
        let lines: Vec<String> = located.iter().map(ToString::to_string).collect();
        format!(
            "the spec has {} mistakes\n{}",
            lines.len(),
            lines.join("\n")
        )
    })
}

fn published_chapter(name: &str) -> Result<TokenStream, String> {
    let model = published().as_ref().map_err(|text| once(text))?;
    let index = model
        .chapters
        .iter()
        .position(|chapter| chapter.name == name)
        .ok_or_else(|| {
            let known: Vec<&str> = model
                .chapters
                .iter()
                .map(|chapter| chapter.name.as_str())
                .collect();
            format!(
                "there is no chapter `{name}`; the chapters are {}",
                known.join(", ")
            )
        })?;
    Ok(chapter(model, index, Flavour::HvDefs))
}

fn own_file(path: &str) -> Result<TokenStream, String> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let full = root.join(path);
    let text = read(&full, path)?;
    let mut files = Files::embedded();
    let own = File {
        path: path.to_owned(),
        text,
    };
    let name = own.stem().to_owned();
    files.list.push(own);
    let model = build(&files)?;
    let index = model.chapters.len() - 1;
    if model.chapters[..index]
        .iter()
        .any(|chapter| chapter.name == name)
    {
        return Err(format!(
            "`{path}` has the name of a published chapter; rename the file"
        ));
    }
    let code = chapter(&model, index, Flavour::HvDefs);
    let full = full.to_string_lossy();
    Ok(quote! {
        // Makes rustc compile the crate again when the file changes.
        const _: &[u8] = ::core::include_bytes!(#full);
        #code
    })
}

fn read(full: &Path, path: &str) -> Result<String, String> {
    let bytes = std::fs::read(full).map_err(|error| {
        format!("`{path}` cannot be read: {error}; name a file relative to Cargo.toml")
    })?;
    String::from_utf8(bytes).map_err(|_| format!("`{path}` is not UTF-8; save it as UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::{build, own_file, published_chapter, string_argument};
    use hv_codegen::load::Files;

    #[test]
    fn the_published_spec_is_correct() {
        assert!(build(&Files::embedded()).is_ok());
    }

    /// What the macro leaves unread changes nothing of what it makes.
    #[test]
    fn the_names_of_other_code_bases_change_no_rust() {
        let whole = build(&Files::embedded()).expect("the spec is correct");
        for chapter in ["hypercall", "synic", "vp"] {
            let index = whole
                .chapters
                .iter()
                .position(|other| other.name == chapter);
            let code = super::chapter(&whole, index.expect("it is there"), super::Flavour::HvDefs);
            let published = published_chapter(chapter).expect("the chapter exists");
            assert!(code.to_string() == published.to_string(), "{chapter}");
        }
    }

    #[test]
    fn a_chapter_becomes_code() {
        let code = published_chapter("synic")
            .expect("the chapter exists")
            .to_string();
        assert!(code.contains("pub struct HvMessageHeader"));
    }

    #[test]
    fn every_mistake_of_a_file_is_in_the_one_error() {
        let text = own_file("tests/broken.yaml").expect_err("the file is broken");
        for part in [
            "3 mistakes",
            "tests/broken.yaml:12:15: HV0402: VENDOR_X.fields[1].at",
            "tests/broken.yaml:12:33: HV0301: VENDOR_X.fields[1].type",
            "write `HV_PARTITION_ID`",
            "tests/broken.yaml:16:12: HV0601: VENDOR_Y.value",
        ] {
            assert!(text.contains(part), "`{part}` is missing in\n{text}");
        }
    }

    #[test]
    fn one_plain_string_is_an_argument() {
        let argument = |text: &str| string_argument(text.parse().expect("tokens"));
        assert_eq!(argument("\"a/b.yaml\"").as_deref(), Some("a/b.yaml"));
        for other in ["", "name", "1", "\"a\", \"b\"", "b\"bytes\"", "'c'"] {
            assert_eq!(argument(other), None, "{other}");
        }
    }
}
