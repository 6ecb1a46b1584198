//! Turns the `hv-spec` transcription of the Hyper-V Top-Level Functional Specification into Rust,
//! C headers and JSON.
//!
//! Data flows one way, and each stage has types of its own:
//!
//! 1. [`load`] reads files, [`raw`] is what they say;
//! 2. `draft` gives every name its meaning, `check` and `layout` hold it against the rules;
//! 3. [`model`] is what passed: resolved, typed, sorted. A [`model::Model`] that exists is correct;
//! 4. [`emit`] prints it and cannot fail.
//!
//! `declared`, which only the command line has, is what other people's headers declare.

#[cfg(feature = "abi")]
pub mod abi;
#[cfg(feature = "abi")]
pub mod against;
pub mod arch;
mod check;
#[cfg(feature = "cli")]
pub mod commands;
#[cfg(feature = "abi")]
pub mod compiler;
#[cfg(feature = "cli")]
pub mod coverage;
#[cfg(feature = "abi")]
pub mod declared;
pub mod diagnostic;
mod draft;
pub mod emit;
pub mod load;
pub mod model;
pub mod naming;
mod parallel;
pub mod raw;
pub mod types;
