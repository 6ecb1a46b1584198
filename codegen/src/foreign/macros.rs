//! The macros that headers define, from what the preprocessor prints.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of the file to which errors about constants are attributed.
pub(super) const LINES: &str = "hv-codegen-constants";

/// What stands before the name of a macro in that of its constant.
pub(super) const PREFIX: &str = "hv_codegen_value_of_";

/// Macros that may be numbers, in order, and those with parameters. Only those that headers below
/// one of the directories define, and that have a value.
pub(super) fn names(preprocessed: &str, own: &[PathBuf]) -> (Vec<String>, BTreeSet<String>) {
    let mut is_own = false;
    let (mut plain, mut others) = (Vec::new(), BTreeSet::new());
    for line in preprocessed.lines() {
        if let Some(marker) = line.strip_prefix("# ") {
            let file = marker.split('"').nth(1).unwrap_or_default();
            is_own = own
                .iter()
                .any(|directory| Path::new(file).starts_with(directory));
            continue;
        }
        let Some(definition) = line.strip_prefix("#define ").filter(|_| is_own) else {
            continue;
        };
        let end = definition
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
            .unwrap_or(definition.len());
        let (name, rest) = definition.split_at(end);
        if rest.starts_with('(') {
            others.insert(name.to_owned());
        } else if !rest.trim().is_empty() && !plain.iter().any(|other| other == name) {
            plain.push(name.to_owned());
        }
    }
    (plain, others)
}

/// The lines of constants about which a compiler complains.
pub(super) fn wrong_lines(errors: &str) -> BTreeSet<usize> {
    let prefix = format!("{LINES}:");
    let about = errors.lines().filter(|line| line.contains("error"));
    about
        .filter_map(|line| line.strip_prefix(&prefix)?.split(':').next()?.parse().ok())
        .collect()
}
