//! From tokens to text that reads as if it had been written.

use proc_macro2::TokenStream;

/// Formats the code of a module. prettyplease gives the layout; blank lines between items and
/// between documented members are added here.
pub fn print(code: TokenStream) -> Result<String, syn::Error> {
    let file: syn::File = syn::parse2(code)?;
    Ok(with_blank_lines(&prettyplease::unparse(&file)))
}

/// Adds an empty line where a documented or attributed member follows another, and between items.
fn with_blank_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut previous: Option<&str> = None;
    for line in text.lines() {
        if let Some(before) = previous {
            let indent = |line: &str| line.len() - line.trim_start().len();
            let same_level = indent(before) == indent(line);
            let (before, here) = (before.trim_start(), line.trim_start());
            let ends = before == "}"
                || before == "};"
                || before.ends_with("{}")
                || (before.ends_with(';') && !before.starts_with("use "));
            let starts = here.starts_with("///")
                || here.starts_with("#[")
                || ["impl", "pub ", "fn ", "const "].iter().any(|word| here.starts_with(word));
            let assertions = before.starts_with("assert!") || here.starts_with("assert!");
            if same_level && ends && starts && !assertions {
                out.push('\n');
            }
        }
        out.push_str(line);
        out.push('\n');
        previous = Some(line);
    }
    out
}
