//! `hv-codegen schema`.

use clap::Args;

use super::Failure;
use super::output::OutputArgs;

/// Print the JSON Schema of the spec files, for editors
#[derive(Args)]
#[command(after_help = "Example:\n  hv-codegen schema -o spec/schema.json --check")]
pub(super) struct Schema {
    #[command(flatten)]
    output: OutputArgs,
}

impl Schema {
    pub(super) fn run(&self) -> Result<(), Failure> {
        self.output.write_text(&crate::raw::json_schema())
    }
}
