//! `hv-codegen abi changelog`.

use clap::Args;

use super::super::Failure;
use super::super::output::{OutputArgs, read_or_empty};
use super::states;
use crate::abi::diff::{changelog, diff};

/// What stands before the sections.
const HEAD: &str = "# Changes of the spec\n\n\
    Written by `hv-codegen abi changelog`: what changed in layouts, numbers and meanings from one revision of the\n\
    spec to the next, the newest first.\n";

/// Print what changed as a section of the changelog, or put it into the changelog
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen abi changelog v0.1 spec\n  \
    hv-codegen abi changelog v0.1 spec -o spec/CHANGELOG.md\n\n\
    A section of the same revision is replaced, every other one stays.")]
pub(super) struct Changelog {
    /// The state before: a snapshot, a directory with a spec, or a git revision
    before: String,
    /// The state after: a snapshot, a directory with a spec, or a git revision
    after: String,
    #[command(flatten)]
    output: OutputArgs,
}

impl Changelog {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut diff = diff(&states::read(&self.before)?, &states::read(&self.after)?);
        if diff.before != self.before && !std::path::Path::new(&self.before).exists() {
            diff.before = format!("{} ({})", diff.before, self.before);
        }
        let section = changelog(&diff);
        let text = match &self.output.output {
            None => section,
            Some(path) => insert(&read_or_empty(path)?, &section),
        };
        self.output.write_text(&text)
    }
}

/// A changelog with the section first, and without another of the same heading.
fn insert(there: &str, section: &str) -> String {
    let heading = section.lines().next().unwrap_or_default();
    let mut text = format!("{HEAD}\n{section}");
    for old in there.split("\n## ").skip(1) {
        let old = format!("## {}\n", old.trim_end());
        if old.lines().next() != Some(heading) {
            text.push('\n');
            text.push_str(&old);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::insert;

    #[test]
    fn a_section_comes_first_and_replaces_its_like() {
        let first = insert("", "## 1\n\nOne.\n");
        let second = insert(&first, "## 2\n\nTwo.\n\n### Added\n\n- x\n");
        let again = insert(&second, "## 2\n\nTwo again.\n");
        assert!(
            second.ends_with("\n## 2\n\nTwo.\n\n### Added\n\n- x\n\n## 1\n\nOne.\n"),
            "{second}"
        );
        assert!(
            again.ends_with("\n## 2\n\nTwo again.\n\n## 1\n\nOne.\n"),
            "{again}"
        );
        assert_eq!(insert(&again, "## 2\n\nTwo again.\n"), again);
    }
}
