//! The command line of hv-codegen.

use std::process::ExitCode;

/// A run is short and makes many small things: the system's own allocator would take a third of the time.
#[cfg(feature = "abi")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    hv_codegen::commands::main()
}
