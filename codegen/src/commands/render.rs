//! Diagnostics as a compiler prints them, with the lines of the file.

use std::io::{IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Located, Location};
use crate::load::Files;

/// Prints all diagnostics to standard error, in colour on a terminal.
pub(super) fn print(files: &Files, located: &[Located]) {
    let mut stderr = std::io::stderr();
    let renderer = if stderr.is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = located
        .iter()
        .map(|one| render(files, one, &renderer) + "\n\n")
        .collect::<String>();
    let plural = if located.len() == 1 {
        "mistake"
    } else {
        "mistakes"
    };
    text.push_str(&format!("{} {plural}\n", located.len()));
    let _ = stderr.write_all(text.as_bytes());
}

/// One diagnostic as text.
pub(super) fn render(files: &Files, one: &Located, renderer: &Renderer) -> String {
    let diagnostic = &one.diagnostic;
    let code = diagnostic.code.to_string();
    let keys = &one.location.keys;
    let title = if keys.is_empty() {
        diagnostic.message.clone()
    } else {
        format!("{keys}: {}", diagnostic.message)
    };
    let title = Level::ERROR.primary_title(title).id(code);
    let mut group = match source(files, &one.location) {
        None => title.element(annotate_snippets::Origin::path(one.location.name.clone())),
        Some(text) => {
            let mut snippet = Snippet::source(text).path(one.location.name.clone());
            snippet =
                snippet.annotation(AnnotationKind::Primary.span(visible(text, &one.location)));
            if let (Some(other), Some((_, label))) = (&one.other, &diagnostic.other) {
                if other.file == one.location.file {
                    snippet = snippet.annotation(
                        AnnotationKind::Context
                            .span(visible(text, other))
                            .label(label.clone()),
                    );
                }
            }
            title.element(snippet)
        }
    };
    if let (Some(other), Some((_, label))) = (&one.other, &diagnostic.other) {
        if let Some(text) = source(files, other).filter(|_| other.file != one.location.file) {
            let snippet = Snippet::source(text).path(other.name.clone());
            let annotation = AnnotationKind::Context
                .span(visible(text, other))
                .label(label.clone());
            group = group.element(snippet.annotation(annotation));
        }
    }
    let help: Group<'_> = group.element(Level::HELP.message(diagnostic.remedy.clone()));
    renderer.render(&[help])
}

fn source<'f>(files: &'f Files, location: &Location) -> Option<&'f str> {
    files
        .list
        .get(location.file?)
        .map(|file| file.text.as_str())
}

/// A span of at least one character that lies inside the text, on its first line.
fn visible(text: &str, location: &Location) -> std::ops::Range<usize> {
    let start = location.span.start.min(text.len());
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = location.span.end.clamp(start, line_end);
    if end > start {
        start..end
    } else {
        start
            ..text[start..]
                .chars()
                .next()
                .map_or(start, |first| start + first.len_utf8())
    }
}
