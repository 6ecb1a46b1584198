//! Printing a model: Rust, C headers, JSON. No emitter knows an item by its name.

pub mod rust;
mod sources;
pub mod c;
