//! Virtual processor registers of x64.
//!
//! The registers that an x64 virtual processor has besides those of both architectures.

hv_defs_derive::tlfs!("register_x64");
