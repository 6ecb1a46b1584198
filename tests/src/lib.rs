//! What the tests that cross crates share: the Rust half of the layout witness and the way to the C
//! half, the facts of independent sources, and paths.

pub mod c_compiler;
pub mod facts;
pub mod golden;
pub mod lines;

use zerocopy::{FromBytes, IntoBytes};

/// The Rust half of the witness on each architecture.
pub mod witness {
    /// The types of x86-64.
    #[allow(
        missing_docs,
        clippy::all,
        reason = "a generated program, one statement for each fact"
    )]
    pub mod x64 {
        include!(concat!(env!("OUT_DIR"), "/witness_x64.rs"));
    }

    /// The types of ARM64.
    #[allow(
        missing_docs,
        clippy::all,
        reason = "a generated program, one statement for each fact"
    )]
    pub mod arm64 {
        include!(concat!(env!("OUT_DIR"), "/witness_arm64.rs"));
    }
}

/// Replaces the bytes of a value.
fn set_bytes<T: FromBytes + IntoBytes>(value: &mut T, bytes: &[u8]) {
    value.as_mut_bytes().copy_from_slice(bytes);
}

/// Two digits for each byte.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of pairs of digits.
pub fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let pair = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    (0..digits.len()).step_by(2).map(pair).collect()
}

/// The root of the repository.
pub fn repository() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
