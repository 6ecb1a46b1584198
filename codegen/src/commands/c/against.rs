//! `hv-codegen c --against`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::super::Failure;
use super::super::output::OutputArgs;
use crate::against::{Tree, compare, patch, report};
use crate::arch::Arch;
use crate::emit::c::Options;
use crate::model::{Dialect, Model};

#[derive(Args)]
pub(super) struct AgainstArgs {
    /// Say what the headers of this tree lack, have otherwise or have besides
    #[arg(long, value_name = "TREE", conflicts_with = "check")]
    pub(super) against: Option<PathBuf>,
    /// With --against: print a patch that adds what the tree lacks
    #[arg(long, requires = "against")]
    patch: bool,
    /// With --against: the compiler that reads the headers: gcc, or one that is called as it is
    #[arg(
        long,
        value_name = "PROGRAM",
        default_value = "gcc",
        requires = "against"
    )]
    cc: String,
    /// With --against: an argument for the compiler; may be given again
    #[arg(
        long,
        value_name = "ARGUMENT",
        allow_hyphen_values = true,
        requires = "against"
    )]
    cc_arg: Vec<String>,
}

impl AgainstArgs {
    pub(super) fn run(
        &self,
        root: &Path,
        arch: Arch,
        model: &Model,
        dialect: &Dialect,
        options: &Options,
        output: &OutputArgs,
    ) -> Result<(), Failure> {
        // The compiler is called in a directory of its own.
        let root = std::path::absolute(root).map_err(|error| {
            Failure::Impossible(format!("{} is no path: {error}", root.display()))
        })?;
        let tree = Tree {
            root,
            program: self.cc.clone(),
            arguments: self.cc_arg.clone(),
            arch,
        };
        // The headers have both architectures; the compiler reads them for one.
        let options = Options {
            arch: None,
            ..options.clone()
        };
        let comparison = compare(model, dialect, &tree, &options).map_err(Failure::Impossible)?;
        if self.patch {
            let text = patch(model, dialect, &comparison, &options);
            return output.write_text(&text);
        }
        output.write_text(&report(&comparison))?;
        match comparison.differences.is_empty() {
            true => Ok(()),
            false => Err(Failure::Found),
        }
    }
}
