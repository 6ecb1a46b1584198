//! Printing a model: Rust, C headers, JSON. No emitter knows an item by its name.

pub mod c;
#[cfg(feature = "cli")]
pub mod json;
pub mod rust;
mod sources;
#[cfg(feature = "cli")]
pub mod witness;
