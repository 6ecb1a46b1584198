//! The command line of hv-codegen.

use std::process::ExitCode;

fn main() -> ExitCode {
    hv_codegen::commands::main()
}
