//! `hv-codegen abi`.

use clap::{Args, Subcommand};

use super::Failure;

mod changelog;
mod check;
mod diff;
mod snapshot;
mod states;

/// Hold states of the spec, and other people's binaries and headers, against each other
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen abi snapshot -o spec/abi.json --check\n  \
    hv-codegen abi diff v0.1 spec\n  \
    hv-codegen abi check /sys/kernel/btf/vmlinux")]
pub(super) struct Abi {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Snapshot(snapshot::Snapshot),
    Diff(diff::Diff),
    Changelog(changelog::Changelog),
    Check(check::Check),
}

impl Abi {
    pub(super) fn run(&self) -> Result<(), Failure> {
        match &self.command {
            Command::Snapshot(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Changelog(command) => command.run(),
            Command::Check(command) => command.run(),
        }
    }
}
