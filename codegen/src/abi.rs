//! Holding layouts against each other: two states of the spec, or the spec and other people's
//! binaries and headers.
//!
//! - [`snapshot`] is what the spec fixes, as data, and [`diff`] says what changed between two of them;
//! - [`foreign`] is a type as somebody else has it, and [`dwarf`] and [`btf`] read such types out of
//!   [`binary`] files;
//! - [`check`] compares them with the spec, and [`report`] says what came out.

pub mod binary;
pub mod btf;
pub mod check;
pub mod diff;
pub mod dwarf;
pub mod files;
pub mod foreign;
pub mod header;
pub mod report;
pub mod snapshot;
