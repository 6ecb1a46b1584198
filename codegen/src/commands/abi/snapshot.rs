//! `hv-codegen abi snapshot`.

use clap::Args;

use super::super::output::OutputArgs;
use super::super::{Failure, SpecArgs};
use crate::abi::snapshot;

/// Print all that the spec fixes, layouts and numbers without prose, as canonical JSON
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen abi snapshot -o spec/abi.json\n  \
    hv-codegen abi snapshot -o spec/abi.json --check")]
pub(super) struct Snapshot {
    #[command(flatten)]
    spec: SpecArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Snapshot {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let snapshot = snapshot::Snapshot::new(&self.spec.model()?);
        self.output.write_text(&snapshot.text())
    }
}
