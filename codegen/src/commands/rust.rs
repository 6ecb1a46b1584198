//! `hv-codegen rust`.

use std::collections::BTreeSet;

use clap::Args;

use super::output::OutputArgs;
use super::{Failure, SpecArgs, items_named};
use crate::emit::rust::{Flavour, document, with_enums};
use crate::model::Item;

/// Print the Rust types: what the macro makes of the spec
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen rust --chapter synic\n  \
    hv-codegen rust --only HV_MESSAGE,HV_SYNIC_SINT --standalone\n  \
    hv-codegen rust --standalone -o hyperv.rs\n\n\
    Without --standalone the code names the crate hv-defs, which has the traits that it implements.")]
pub(super) struct Rust {
    #[command(flatten)]
    spec: SpecArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Print code that needs nothing but core, for a kernel tree
    #[arg(long)]
    standalone: bool,
    /// Print this chapter alone; with --standalone, also what it needs
    #[arg(long, value_name = "NAME")]
    chapter: Option<String>,
    /// Print these items alone, and what they need
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<String>,
}

impl Rust {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let model = self.spec.model()?;
        if let Some(name) = &self.chapter {
            if !model.chapters.iter().any(|chapter| chapter.name == *name) {
                let known: Vec<&str> = model
                    .chapters
                    .iter()
                    .map(|chapter| chapter.name.as_str())
                    .collect();
                let message = format!(
                    "there is no chapter `{name}`; the chapters are {}",
                    known.join(", ")
                );
                return Err(Failure::Impossible(message));
            }
        }
        let flavour = if self.standalone {
            Flavour::Standalone
        } else {
            Flavour::HvDefs
        };
        let named = items_named(&model, &self.only)?;
        let wanted = if named.is_empty() {
            let chapter = self.chapter.as_ref();
            let in_chapter =
                |item: &&Item| chapter.is_none_or(|name| model.chapter_of(item).name == *name);
            let items = model.items.iter().filter(in_chapter);
            items.map(|item| item.id).collect()
        } else {
            named
        };
        // What a chapter of hv-defs needs besides, the other chapters have.
        let wanted: BTreeSet<_> = if self.only.is_empty() && flavour == Flavour::HvDefs {
            wanted.into_iter().collect()
        } else {
            model.closure(&with_enums(&model, flavour, wanted))
        };
        let text = document(&model, flavour, &wanted)
            .map_err(|error| Failure::Impossible(format!("the code cannot be printed: {error}")))?;
        self.output.write_text(&text)
    }
}
