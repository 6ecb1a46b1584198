//! Reading a struct or union from its tokens. A parser for all of Rust would cost every user of the
//! crate its compile time; the form of a struct is small.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::{group, string};

/// A struct or union with the attribute `tlfs`.
pub(super) struct Declaration {
    pub(super) name: Ident,
    /// The item of the spec.
    pub(super) tlfs: String,
    /// The architecture for which it is held against the spec, if not the target.
    pub(super) arch: Option<String>,
    /// Whether the alignment is that of a byte.
    pub(super) packed: bool,
    pub(super) fields: Vec<Field>,
}

/// A field with a name.
pub(super) struct Field {
    pub(super) name: Ident,
    /// The field of the spec, where the name does not say.
    pub(super) tlfs: Option<String>,
    pub(super) r#type: TokenStream,
}

const HOW: &str = "write #[derive(CheckLayout)] #[tlfs(\"HV_MESSAGE_HEADER\")] before a struct or union; `arch = \"arm64\"` and `packed` may follow the name";

impl Declaration {
    pub(super) fn parse(input: TokenStream) -> Result<Self, String> {
        let trees: Vec<TokenTree> = input.into_iter().collect();
        let (attributes, rest) = attributes(&trees);
        let start = rest
            .iter()
            .position(|tree| is_word(tree, "struct") || is_word(tree, "union"))
            .ok_or_else(|| format!("CheckLayout is for structs and unions: {HOW}"))?;
        let Some(TokenTree::Ident(name)) = rest.get(start + 1) else {
            return Err(HOW.to_owned());
        };
        let body = &rest[start + 2..];
        if body.first().is_some_and(|tree| is_sign(tree, '<')) {
            return Err(format!(
                "`{name}` has parameters, so its layout is not one; CheckLayout needs a type without"
            ));
        }
        let fields = match group(body.first(), Delimiter::Brace) {
            Some(fields) => fields_of(fields)?,
            None => Vec::new(),
        };
        let mut declaration = Self {
            name: name.clone(),
            tlfs: String::new(),
            arch: None,
            packed: false,
            fields,
        };
        for attribute in attributes {
            declaration.add(attribute)?;
        }
        if declaration.tlfs.is_empty() {
            return Err(format!("`{name}` does not say what it is: {HOW}"));
        }
        Ok(declaration)
    }

    /// What stands in the parentheses of the attribute.
    fn add(&mut self, attribute: TokenStream) -> Result<(), String> {
        let trees: Vec<TokenTree> = attribute.into_iter().collect();
        for argument in trees.split(|tree| is_sign(tree, ',')) {
            match argument {
                [] => {}
                [name] if string(name).is_some() => self.tlfs = string(name).unwrap_or_default(),
                [word] if is_word(word, "packed") => self.packed = true,
                [word, equals, arch] if is_word(word, "arch") && is_sign(equals, '=') => {
                    self.arch = Some(string(arch).ok_or(HOW)?);
                }
                _ => return Err(HOW.to_owned()),
            }
        }
        Ok(())
    }
}

/// The `tlfs` attributes at the start, and what follows all attributes.
fn attributes(mut trees: &[TokenTree]) -> (Vec<TokenStream>, &[TokenTree]) {
    let mut found = Vec::new();
    while let [sign, content, rest @ ..] = trees {
        if !is_sign(sign, '#') {
            break;
        }
        let inner: Vec<TokenTree> = group(Some(content), Delimiter::Bracket)
            .into_iter()
            .flatten()
            .collect();
        if inner.first().is_some_and(|tree| is_word(tree, "tlfs")) {
            found.extend(group(inner.get(1), Delimiter::Parenthesis));
        }
        trees = rest;
    }
    (found, trees)
}

fn fields_of(content: TokenStream) -> Result<Vec<Field>, String> {
    let trees: Vec<TokenTree> = content.into_iter().collect();
    let mut fields = Vec::new();
    let mut rest = &trees[..];
    while !rest.is_empty() {
        let (attributes, after) = attributes(rest);
        let colon = after.iter().position(|tree| is_sign(tree, ':'));
        let Some(colon) = colon.filter(|colon| *colon > 0) else {
            return Err(HOW.to_owned());
        };
        let TokenTree::Ident(name) = &after[colon - 1] else {
            return Err(HOW.to_owned());
        };
        let r#type = &after[colon + 1..];
        let end = end_of_type(r#type);
        let tlfs = match attributes.into_iter().next() {
            Some(attribute) => {
                let mut inner = attribute.into_iter();
                let text = inner.next().as_ref().and_then(string);
                Some(text.ok_or("a field takes one string: #[tlfs(\"MessageType\")]")?)
            }
            None => None,
        };
        fields.push(Field {
            name: name.clone(),
            tlfs,
            r#type: r#type[..end].iter().cloned().collect(),
        });
        rest = r#type.get(end + 1..).unwrap_or_default();
    }
    Ok(fields)
}

/// Where a type ends: at a comma that is not between angle brackets.
fn end_of_type(trees: &[TokenTree]) -> usize {
    let mut depth = 0_u32;
    let mut after_minus = false;
    for (at, tree) in trees.iter().enumerate() {
        if is_sign(tree, '<') {
            depth += 1;
        } else if is_sign(tree, '>') && !after_minus {
            depth = depth.saturating_sub(1);
        } else if is_sign(tree, ',') && depth == 0 {
            return at;
        }
        after_minus = is_sign(tree, '-');
    }
    trees.len()
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

#[cfg(test)]
mod tests {
    use super::Declaration;

    fn parse(text: &str) -> Result<Declaration, String> {
        Declaration::parse(text.parse().expect("tokens"))
    }

    #[test]
    fn fields_types_and_attributes_are_told_apart() {
        let text = "#[derive(Clone)] #[tlfs(\"HV_X\", arch = \"arm64\", packed)] pub(crate) struct X {
            pub a: Wrapper<fn(u8) -> u8, [u8; 4]>, #[tlfs(\"Second\")] pub(crate) b: u32, _c: [u8; 2] }";
        let x = parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            (x.tlfs.as_str(), x.arch.as_deref(), x.packed),
            ("HV_X", Some("arm64"), true)
        );
        let names: Vec<String> = x
            .fields
            .iter()
            .map(|field| field.name.to_string())
            .collect();
        assert_eq!(names, ["a", "b", "_c"]);
        assert_eq!(x.fields[1].tlfs.as_deref(), Some("Second"));
        assert_eq!(x.fields[2].r#type.to_string().replace(' ', ""), "[u8;2]");
    }

    #[test]
    fn what_cannot_be_checked_is_told() {
        for (text, expected) in [
            ("#[tlfs(\"HV_X\")] enum E { A }", "structs and unions"),
            ("struct X { a: u8 }", "does not say what it is"),
            ("#[tlfs(\"HV_X\")] struct X<T> { a: T }", "has parameters"),
            (
                "#[tlfs(7)] struct X { a: u8 }",
                "write #[derive(CheckLayout)]",
            ),
        ] {
            let error = parse(text).err().unwrap_or_default();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
