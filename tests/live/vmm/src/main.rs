//! A small VMM on KVM. It loads a bare-metal guest, offers it the enlightenments of Hyper-V that KVM
//! has, and answers what KVM leaves to user space: posted messages, signalled events, extended
//! hypercalls and the report of a crash. All Hyper-V facts come from hv-defs.
//!
//! The guest writes its results to a port; this prints them behind the name of the run, together with
//! what the VMM itself saw.

mod hypercalls;
mod leaves;
mod machine;
mod msrs;
mod outbox;
mod processor;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use hv_defs::Msr;
use hv_defs::vp::HvX64MsrVpIndex;

use leaves::Without;
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
    /// Keep these privileges from the guest: bits of EBX:EAX of leaf 0x40000003.
    #[arg(long, value_delimiter = ',')]
    without_privileges: Vec<u8>,
    /// Keep these features from the guest: bits of EDX of leaf 0x40000003.
    #[arg(long, value_delimiter = ',')]
    without_features: Vec<u8>,
    /// End with the first result that is a failure.
    #[arg(long)]
    stop_at_failure: bool,
    /// The image of the guest.
    guest: PathBuf,
}

/// The number with these bits.
fn mask(bits: &[u8]) -> Result<u64, Failure> {
    let bit = |bit: &u8| 1_u64.checked_shl(u32::from(*bit));
    let bits: Option<Vec<u64>> = bits.iter().map(bit).collect();
    let bits = bits.ok_or("there are 64 bits, from 0 to 63")?;
    Ok(bits.into_iter().fold(0, |mask, bit| mask | bit))
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
    let without = Without {
        privileges: mask(&arguments.without_privileges)?,
        features: u32::try_from(mask(&arguments.without_features)?)?,
    };
    let restricted = without != Without::default();
    let mut machine = Machine::new(&arguments.name, &arguments.guest, restricted)?;
    machine.stop_at_failure = arguments.stop_at_failure;
    let machine = Arc::new(machine);
    let has = leaves::supported(&machine.kvm)?;
    machine.report("vmm/features", leaves::check(has.as_slice()));
    machine.report("vmm/msrs", msrs::check_list(&machine.kvm)?);
    let leaves = leaves::offered(&machine.kvm, has.as_slice(), indices.len(), without)?;
    let mut processors = Vec::new();
    for (number, index) in indices.iter().enumerate() {
        let processor = processor::create(&machine, number, &leaves)?;
        // A host may choose the indices; a guest reads them.
        msrs::write(&processor, HvX64MsrVpIndex::NUMBER, u64::from(*index))?;
        processors.push(processor);
    }
    machine.outbox.connect(&machine.vm, indices[0])?;
    hypercalls::connect_event(&machine)?;
    let server = Arc::clone(&machine);
    std::thread::spawn(move || {
        if let Err(failure) = server.outbox.serve(&server.memory) {
            server.report("vmm", Err(failure.to_string()));
            std::process::exit(1);
        }
    });
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
