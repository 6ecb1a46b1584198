//! `hv-codegen errata`.

use clap::Args;

use super::output::OutputArgs;
use super::{Failure, SpecArgs};
use crate::emit::errata;

/// Print where the published documents are wrong, as a page in Markdown
#[derive(Args)]
#[command(
    after_help = "Examples:\n  hv-codegen errata | less\n  hv-codegen errata -o spec/ERRATA.md --check"
)]
pub(super) struct Errata {
    #[command(flatten)]
    spec: SpecArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Errata {
    pub(super) fn run(&self) -> Result<(), Failure> {
        self.output
            .write_text(&errata::document(&self.spec.model()?))
    }
}
