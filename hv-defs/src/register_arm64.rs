//! Virtual processor registers of ARM64.
//!
//! The registers that an ARM64 virtual processor has besides those of both architectures. A name
//! that ends in Elx means the register of EL1 or of EL2, whichever the processor is at.

hv_defs_derive::tlfs!("register_arm64");
