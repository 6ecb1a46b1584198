//! Text in Markdown.

/// Text that Markdown shows as it is: what would be a link or a tag is escaped, code stays.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for letter in text.chars() {
        match letter {
            '`' => code = !code,
            '[' | ']' | '<' | '>' | '*' | '_' if !code => out.push('\\'),
            _ => {}
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}
