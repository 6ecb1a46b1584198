//! Printing a model: Rust, C headers, JSON. No emitter knows an item by its name.

pub mod c;
#[cfg(feature = "cli")]
pub mod counts;
#[cfg(feature = "cli")]
pub mod errata;
#[cfg(feature = "cli")]
pub mod json;
#[cfg(feature = "cli")]
pub mod leading_over;
mod markdown;
pub mod rust;
mod sources;
#[cfg(feature = "cli")]
pub mod witness;
