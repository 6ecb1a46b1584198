//! `hv-codegen abi diff`.

use clap::{Args, ValueEnum};

use super::super::Failure;
use super::super::output::OutputArgs;
use super::states;
use crate::abi::diff::{self, Severity, diff};

/// Say what changed between two states of the spec, and how grave it is
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen abi diff v0.1 HEAD\n  \
    hv-codegen abi diff main spec --format markdown\n  \
    hv-codegen abi diff old.json spec/abi.json --fail-on meaning\n\n\
    Exit status: 0 no change of the named severity or above it, 1 there is one, 2 the command cannot be carried out.")]
pub(super) struct Diff {
    /// The state before: a snapshot, a directory with a spec, or a git revision
    before: String,
    /// The state after: a snapshot, a directory with a spec, or a git revision
    after: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The least severity that is a failure
    #[arg(long, value_enum, default_value_t = FailOn::Breaking)]
    fail_on: FailOn,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for a terminal
    Text,
    /// For programs
    Json,
    /// For a comment on a pull request
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    /// A change of any kind
    Addition,
    /// A change of what something means, or a breaking one
    Meaning,
    /// A name that went, or another layout or number
    Breaking,
    /// Nothing
    Never,
}

impl FailOn {
    fn severity(self) -> Option<Severity> {
        match self {
            Self::Addition => Some(Severity::Addition),
            Self::Meaning => Some(Severity::Meaning),
            Self::Breaking => Some(Severity::Breaking),
            Self::Never => None,
        }
    }
}

impl Diff {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let diff = diff(&states::read(&self.before)?, &states::read(&self.after)?);
        let text = match self.format {
            Format::Text => diff::plain(&diff),
            Format::Json => diff::json(&diff),
            Format::Markdown => diff::markdown(&diff),
        };
        self.output.write_text(&text)?;
        let least = self.fail_on.severity();
        if least.is_some_and(|least| diff.severity() >= Some(least)) {
            Err(Failure::Found)
        } else {
            Ok(())
        }
    }
}
