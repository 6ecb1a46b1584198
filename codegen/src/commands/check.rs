//! `hv-codegen check`.

use std::collections::BTreeMap;

use clap::Args;

use super::{Failure, SpecArgs, output};

/// Check the spec and print everything that is wrong with it
#[derive(Args)]
#[command(
    after_help = "Examples:\n  hv-codegen check\n  hv-codegen check --spec spec/\n\nEach mistake has a code; DIAGNOSTICS.md explains them."
)]
pub(super) struct Check {
    #[command(flatten)]
    spec: SpecArgs,
}

impl Check {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let model = self.spec.model()?;
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for item in &model.items {
            *kinds.entry(item.kind.key()).or_default() += 1;
        }
        let kinds: Vec<String> = kinds
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        let total = model.items.len();
        output::print(&format!(
            "{total} items in {} chapters, no mistake: {}\n",
            model.chapters.len(),
            kinds.join(", ")
        ))
    }
}
