//! `hv-codegen c`.

use std::collections::BTreeSet;

use clap::Args;

use super::output::OutputArgs;
use super::{Failure, SpecArgs, items_named};
use crate::arch::Arch;
use crate::emit::c::{Options, headers, snippet};
use crate::model::{Dialect, Model};

#[cfg(feature = "abi")]
mod against;

/// Print C headers in a dialect
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen c --dialect linux -o include/hyperv\n  \
    hv-codegen c --dialect tlfs --only HV_MESSAGE_HEADER\n  \
    hv-codegen c --dialect stdint --arch aarch64 -o include --check\n  \
    hv-codegen c --dialect linux --against ~/linux\n  \
    hv-codegen c --dialect linux --against ~/linux --patch | git -C ~/linux apply\n\n\
    With --against nothing is generated: the exit status is 1 where the tree differs.")]
pub(super) struct C {
    #[command(flatten)]
    spec: SpecArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// The dialect: how types are spelled, named and filed
    #[arg(long, value_name = "NAME")]
    dialect: String,
    /// Print for one architecture: x64 (x86_64) or arm64 (aarch64); both if not said
    #[arg(long)]
    arch: Option<Arch>,
    /// Print these items alone, and what they need, without the frame of a file
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<String>,
    #[cfg(feature = "abi")]
    #[command(flatten)]
    against: against::AgainstArgs,
    /// Use this licence expression instead of the dialect's
    #[arg(long, value_name = "EXPRESSION")]
    spdx: Option<String>,
}

impl C {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let model = self.spec.model()?;
        let with_headers = || {
            let dialects = model.dialects.iter();
            dialects.filter(|dialect| dialect.headers.is_some())
        };
        let Some(dialect) = with_headers().find(|dialect| dialect.name == self.dialect) else {
            let known: Vec<&str> = with_headers()
                .map(|dialect| dialect.name.as_str())
                .collect();
            let message = format!(
                "there is no dialect `{}` with headers; the dialects are {}",
                self.dialect,
                known.join(", ")
            );
            return Err(Failure::Impossible(message));
        };
        let arch = self
            .arch
            .map(|arch| format!(" --arch {arch}"))
            .unwrap_or_default();
        let options = Options {
            arch: self.arch,
            only: items_named(&model, &self.only)?,
            spdx: self.spdx.clone(),
            omit: BTreeSet::new(),
            command: format!("hv-codegen c --dialect {}{arch}", self.dialect),
        };
        self.refuse_absent(&model, dialect, &options)?;
        #[cfg(feature = "abi")]
        if let Some(root) = &self.against.against {
            let arch = self.arch.unwrap_or(Arch::X64);
            return self
                .against
                .run(root, arch, &model, dialect, &options, &self.output);
        }
        if !self.only.is_empty() {
            return self.output.write_text(&snippet(&model, dialect, &options));
        }
        let files: Vec<_> = headers(&model, dialect, &options)
            .into_iter()
            .map(|header| (header.path, header.text))
            .collect();
        self.output.write_tree(&files)
    }

    /// Refuses a name for which the dialect has nothing to print.
    fn refuse_absent(
        &self,
        model: &Model,
        dialect: &Dialect,
        options: &Options,
    ) -> Result<(), Failure> {
        for name in &self.only {
            let options = Options {
                only: items_named(model, std::slice::from_ref(name))?,
                ..options.clone()
            };
            let has = |dialect: &&Dialect| !snippet(model, dialect, &options).is_empty();
            if has(&dialect) {
                continue;
            }
            let others = model.dialects.iter().filter(has);
            let others: Vec<&str> = others.map(|dialect| dialect.name.as_str()).collect();
            let arch = self.arch.map(|arch| format!(" on {arch}"));
            let mut message = format!(
                "the dialect `{}` has nothing for `{name}`{}",
                dialect.name,
                arch.unwrap_or_default()
            );
            if !others.is_empty() {
                message.push_str(&format!("; it is in {}", others.join(", ")));
            }
            return Err(Failure::Impossible(message));
        }
        Ok(())
    }
}
