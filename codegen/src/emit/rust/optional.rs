//! What the types can do besides for users who ask for it, by features of `hv-defs`.
//!
//! It stands in a module of its own there, so that a build without the feature never sees it. The
//! module declares the macros that are called here.

mod arbitrary;
mod serde;
