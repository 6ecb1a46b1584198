//! Writes what fuzzing starts from: one input for each hypercall, message and register of the spec.
//!
//! `cargo run --bin seeds -- corpus` from this directory.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use hv_defs::tables::{HYPERCALLS, MESSAGES, REGISTERS};
use hv_defs::vp_set::SparseVpSet;
use hv_defs::{Hypercall, Shape, vp::HvCallSetVpRegisters};
use zerocopy::IntoBytes;

fn main() -> io::Result<()> {
    let root = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("corpus"), PathBuf::from);
    for row in HYPERCALLS {
        let code = u64::from(row.code.into_bits());
        let is_rep = row.shape == Shape::Rep;
        let words = u64::from(row.variable_header_element_size != 0);
        for fast in [0, 1] {
            let control = code | fast << 16 | words << 17 | u64::from(is_rep) << 32;
            let length = row.input_size + words as usize * 8 + row.input_element_size;
            let input: Vec<u8> = (0..length).map(|at| at as u8).collect();
            let name = format!("{}-{}-{fast}", row.name, row.input_size);
            write(
                &root.join("requests"),
                &name,
                &[control.as_bytes(), &input].concat(),
            )?;
        }
    }
    for row in MESSAGES {
        let length = row.payload_size.unwrap_or(0);
        let mut message = vec![0; 256];
        message[..4].copy_from_slice(&row.message_type.into_bits().to_le_bytes());
        message[4] = length as u8;
        for (at, byte) in message[16..].iter_mut().enumerate() {
            *byte = at as u8;
        }
        write(
            &root.join("messages"),
            &format!("{}-{length}", row.name),
            &message,
        )?;
    }
    for members in [vec![], vec![0], vec![1, 64, 4095], (0..4096).collect()] {
        let set = SparseVpSet::of(members.iter().copied()).expect("all are below 4096");
        let bytes = [set.header().as_bytes(), set.banks().as_bytes()].concat();
        write(&root.join("vp_sets"), &format!("{}", members.len()), &bytes)?;
    }
    for row in REGISTERS {
        let control = u64::from(HvCallSetVpRegisters::CODE.into_bits()) | 1 << 32;
        let mut input = vec![0xff; 48];
        input[16..20].copy_from_slice(&row.register.into_bits().to_le_bytes());
        let bytes = [control.as_bytes(), &input].concat();
        write(&root.join("registers"), row.name, &bytes)?;
    }
    Ok(())
}

fn write(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    fs::write(directory.join(name), bytes)
}
