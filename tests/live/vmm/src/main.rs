//! A small VMM on KVM. It loads a bare-metal guest, offers it the enlightenments of Hyper-V that KVM
//! has, and answers what KVM leaves to user space: posted messages, signalled events, extended
//! hypercalls and the report of a crash. All Hyper-V facts come from hv-defs.
//!
//! The guest writes its results to a port; this prints them behind the name of the run, together with
//! what the VMM itself saw.

mod hypercalls;
mod leaves;
mod machine;
mod processor;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use hv_defs::Msr;
use hv_defs::partition::HvPartitionPrivilegeMask;
use hv_defs::vp::HvX64MsrVpIndex;

use machine::{Failure, Machine};

/// Runs a guest, and prints its results and its own.
#[derive(Parser)]
struct Arguments {
    /// The name of this run, which stands before each result.
    #[arg(long)]
    name: String,
    /// The index of each virtual processor.
    #[arg(long, value_delimiter = ',', default_value = "0")]
    indices: Vec<u32>,
    /// This many virtual processors, with the indices that follow.
    #[arg(long, conflicts_with = "indices")]
    processors: Option<u32>,
    /// Keep these privileges of leaf 0x40000003 from the guest.
    #[arg(long, value_parser = parse_mask, default_value = "0")]
    without: u64,
    /// The image of the guest.
    guest: PathBuf,
}

fn parse_mask(text: &str) -> Result<u64, std::num::ParseIntError> {
    u64::from_str_radix(text.trim_start_matches("0x"), 16)
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("FAIL {}/vmm: {failure}", arguments.name);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let indices = match arguments.processors {
        Some(count) => (0..count).collect(),
        None => arguments.indices.clone(),
    };
    let messages = HvPartitionPrivilegeMask::new().with_post_messages(true);
    let receives = arguments.without & messages.into_bits() == 0;
    let machine = Arc::new(Machine::new(&arguments.name, &arguments.guest, receives)?);
    let leaves = leaves::offered(&machine.kvm, indices.len(), arguments.without)?;
    let mut processors = Vec::new();
    for (number, index) in indices.iter().enumerate() {
        let processor = processor::create(&machine, number, &leaves)?;
        // A host may choose the indices; a guest reads them.
        processor::write_msr(&processor, HvX64MsrVpIndex::NUMBER, u64::from(*index))?;
        processors.push(processor);
    }
    // The first is the one whose guest speaks; the others end with the process.
    let mut processors = processors.into_iter();
    let first = processors.next().ok_or("there is no virtual processor")?;
    for processor in processors {
        let machine = Arc::clone(&machine);
        std::thread::spawn(move || {
            if let Err(failure) = processor::run(&machine, processor) {
                machine.report("vmm", Err(failure.to_string()));
                std::process::exit(1);
            }
        });
    }
    processor::run(&machine, first)
}
