//! `hv-codegen json`.

use clap::Args;

use super::output::OutputArgs;
use super::{Failure, SpecArgs};
use crate::emit::json;

/// Print the whole checked spec as JSON
#[derive(Args)]
#[command(
    after_help = "Examples:\n  hv-codegen json -o hv.json\n  hv-codegen json -o hv.json --check\n\nThe form is described in docs/json.md."
)]
pub(super) struct Json {
    #[command(flatten)]
    spec: SpecArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Json {
    pub(super) fn run(&self) -> Result<(), Failure> {
        self.output.write_text(&json::document(&self.spec.model()?))
    }
}
