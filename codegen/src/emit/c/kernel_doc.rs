//! Comments of records in the form of kernel-doc, which the kernel's tools make pages of.

use super::Emitter;
use super::comments::{clean, wrap};

/// A member of a record, for its comment.
pub(super) struct Described<'m> {
    pub(super) name: String,
    pub(super) doc: Option<&'m str>,
    pub(super) is_reserved: bool,
}

impl Emitter<'_> {
    /// The comment of a record with its members. Nothing if the dialect has no such comments, or if a
    /// member that means something is not described: kernel-doc wants all of them.
    pub(super) fn kernel_doc(
        &self,
        record: &str,
        text: &str,
        members: &[Described<'_>],
    ) -> Option<String> {
        let is_told = |member: &Described<'_>| member.is_reserved || member.doc.is_some();
        let has_told = members.iter().any(|member| member.doc.is_some());
        if !self.style.kernel_doc || !has_told || !members.iter().all(is_told) {
            return None;
        }
        let text = clean(text);
        let (first, rest) = text.split_once(". ").unwrap_or((text.as_str(), ""));
        let first = first.trim_end_matches('.');
        let mut out = String::from("/**\n");
        out.push_str(&wrap(&format!("{record} - {first}"), " * ", " *     "));
        for member in members {
            let doc = clean(member.doc.unwrap_or("Reserved."));
            let line = format!("@{}: {doc}", member.name);
            out.push_str(&wrap(&line, " * ", " *     "));
        }
        if !rest.is_empty() {
            out.push_str(" *\n");
            out.push_str(&wrap(rest, " * ", " * "));
        }
        out.push_str(" */\n");
        Some(out)
    }
}
