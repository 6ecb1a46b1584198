//! The command line: one module for each subcommand.
//!
//! Exit status: 0 where all is well, 1 where the spec has mistakes or an output is not what it
//! should be, 2 where the command cannot be carried out.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::diagnostic::locate;
use crate::load::Files;
use crate::model::{ItemId, Model};

#[cfg(feature = "abi")]
mod abi;
mod c;
mod check;
mod coverage;
mod errata;
mod json;
mod output;
mod render;
mod rust;
mod schema;

/// Turns the hv-spec transcription of the Hyper-V TLFS into Rust, C headers and JSON.
#[derive(Parser)]
#[command(name = "hv-codegen", version, max_term_width = 100)]
#[command(after_help = "Examples:\n  \
    hv-codegen check\n  \
    hv-codegen rust --only HV_MESSAGE\n  \
    hv-codegen c --dialect linux -o include/hyperv\n  \
    hv-codegen json | jq '.items[] | select(.kind == \"msr\") | .name'\n\n\
    Exit status: 0 all is well, 1 the spec or an output has mistakes, 2 the command cannot be carried out.")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Rust(rust::Rust),
    C(c::C),
    Json(json::Json),
    Schema(schema::Schema),
    Errata(errata::Errata),
    Coverage(coverage::Coverage),
    #[cfg(feature = "abi")]
    Abi(abi::Abi),
}

/// Where the spec comes from.
#[derive(Args)]
struct SpecArgs {
    /// Read the spec from this directory instead of the one that the program carries
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
}

/// Why a command ends without doing all that it was asked for.
enum Failure {
    /// Mistakes or differences were found and printed.
    Found,
    /// The command cannot be carried out, and this is why.
    Impossible(String),
}

/// Runs the program.
pub fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Check(command) => command.run(),
        Command::Rust(command) => command.run(),
        Command::C(command) => command.run(),
        Command::Json(command) => command.run(),
        Command::Schema(command) => command.run(),
        Command::Errata(command) => command.run(),
        Command::Coverage(command) => command.run(),
        #[cfg(feature = "abi")]
        Command::Abi(command) => command.run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Found) => ExitCode::from(1),
        Err(Failure::Impossible(message)) => {
            let _ = writeln!(std::io::stderr(), "error: {message}");
            ExitCode::from(2)
        }
    }
}

impl SpecArgs {
    fn files(&self) -> Result<Files, Failure> {
        match &self.spec {
            None => Ok(Files::embedded()),
            Some(directory) => Files::read_directory(directory).map_err(|diagnostics| {
                let none = Files::default();
                render::print(&none, &locate(&none, diagnostics));
                Failure::Found
            }),
        }
    }

    /// The checked spec; what is wrong with it is printed.
    fn model(&self) -> Result<Model, Failure> {
        let files = self.files()?;
        Model::new(&files).map_err(|diagnostics| {
            render::print(&files, &locate(&files, diagnostics));
            Failure::Found
        })
    }
}

#[cfg(feature = "abi")]
impl SpecArgs {
    /// The spec that the program carries, as it is and with the names of one dialect or of all; another
    /// one is checked, and has all.
    fn published_or_checked(&self, dialect: Option<&str>) -> Result<Model, Failure> {
        if self.spec.is_none() {
            // A mistake is told as by every command.
            if let Ok(model) = Model::published(dialect) {
                return Ok(model);
            }
        }
        self.model()
    }
}

/// The items of these names, in the spelling of the TLFS or of Rust.
fn items_named(model: &Model, names: &[String]) -> Result<Vec<ItemId>, Failure> {
    let mut ids = Vec::new();
    for name in names {
        let before = ids.len();
        let wanted = model
            .items
            .iter()
            .filter(|item| item.name == *name || item.rust == *name);
        ids.extend(wanted.map(|item| item.id));
        if ids.len() == before {
            let known = model.items.iter().map(|item| item.name.as_str());
            let hint = crate::load::nearest(name, known)
                .map(|near| format!("; did you mean `{near}`?"))
                .unwrap_or_default();
            return Err(Failure::Impossible(format!(
                "there is no item `{name}`{hint}"
            )));
        }
    }
    Ok(ids)
}
