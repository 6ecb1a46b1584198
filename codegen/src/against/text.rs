//! Where declarations stand in the text of a header. The layout was read by a compiler; this only
//! finds lines.

use std::collections::{BTreeMap, HashMap};

/// A header as lines, with what is known of each.
pub(super) struct Text<'t> {
    lines: Vec<&'t str>,
    /// The depth of conditions around each.
    depths: Vec<usize>,
    /// The braces that are open before each.
    braces: Vec<i64>,
    /// The line where a name is declared first.
    declared: HashMap<&'t str, usize>,
}

impl<'t> Text<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let (mut depth, mut open): (usize, i64) = (0, 0);
        let (mut depths, mut braces) = (Vec::new(), Vec::new());
        let mut declared = HashMap::new();
        for (at, line) in lines.iter().enumerate() {
            let directive = line.trim_start().strip_prefix('#').map(str::trim_start);
            if directive.is_some_and(|word| word.starts_with("if")) {
                depth += 1;
            }
            depths.push(depth);
            if directive.is_some_and(|word| word.starts_with("endif")) {
                depth = depth.saturating_sub(1);
            }
            braces.push(open);
            open += balance(line);
            for name in names_declared(line, braces[at] > 0) {
                declared.entry(name).or_insert(at);
            }
        }
        Self {
            lines,
            depths,
            braces,
            declared,
        }
    }

    /// Every name that is declared.
    pub(super) fn names(&self) -> Vec<String> {
        self.declared
            .keys()
            .map(|name| (*name).to_owned())
            .collect()
    }

    /// The line after the declaration of a name, outside of all conditions but the guard.
    pub(super) fn after(&self, name: &str) -> Option<usize> {
        let mut end = self.end_of(*self.declared.get(name)?);
        while end < self.lines.len() && self.depths[end.saturating_sub(1)] > 1 {
            end += 1;
        }
        Some(end)
    }

    /// The line after the declaration that starts at a line, and after its assertions.
    fn end_of(&self, start: usize) -> usize {
        let mut at = start;
        let mut braces = 0_i64;
        loop {
            let line = self.lines[at];
            braces += balance(line);
            let continues = line.trim_end().ends_with('\\') || braces > 0;
            at += 1;
            if !continues || at >= self.lines.len() {
                break;
            }
        }
        // A value stands inside of its enum.
        if self.braces[start] > 0 {
            while at < self.lines.len() && !self.lines[at].trim_start().starts_with('}') {
                at += 1;
            }
            at += 1;
        }
        while at < self.lines.len() && self.lines[at].starts_with("static_assert(") {
            at += 1;
        }
        at.min(self.lines.len())
    }

    /// The line before which everything else stands: the closing of the guard, and the headers that
    /// are included after the content.
    pub(super) fn last(&self, included_after: &[String]) -> usize {
        let closing = self
            .lines
            .iter()
            .rposition(|line| line.trim_start().starts_with("#endif"))
            .unwrap_or(self.lines.len());
        let includes = |line: &&str| {
            included_after
                .iter()
                .any(|path| line.contains("#include") && line.contains(path.as_str()))
        };
        let mut at = closing;
        while at > 0 && (self.lines[at - 1].trim().is_empty() || includes(&self.lines[at - 1])) {
            at -= 1;
        }
        at
    }

    /// The text with other lines inserted, each list before a line.
    pub(super) fn with(&self, insertions: &BTreeMap<usize, String>) -> String {
        let mut out = String::new();
        for at in 0..=self.lines.len() {
            if let Some(added) = insertions.get(&at) {
                if !out.ends_with("\n\n") && !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(added);
                let next = self.lines.get(at);
                if next.is_some_and(|line| !line.trim().is_empty()) {
                    out.push('\n');
                }
            }
            if let Some(line) = self.lines.get(at) {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}

/// The braces that a line opens, less those that it closes.
fn balance(line: &str) -> i64 {
    line.bytes()
        .map(|letter| match letter {
            b'{' => 1,
            b'}' => -1,
            _ => 0,
        })
        .sum()
}

/// The names whose declaration starts on a line, which may stand in a type.
fn names_declared(line: &str, is_inside: bool) -> Vec<&str> {
    let line = line.trim();
    if line.starts_with(['*', '/']) {
        return Vec::new();
    }
    let words: Vec<&str> = line
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["define", first, ..] => vec![first],
        ["struct" | "union" | "enum", rest @ ..] if line.ends_with('{') => rest.to_vec(),
        ["typedef", .., last] => vec![last],
        // A value of an enum.
        [first, ..] if is_inside && !line.contains(';') => vec![first],
        _ => Vec::new(),
    }
}
