//! Virtual secure mode.
//!
//! Virtual trust levels (VTLs): the registers that report and configure them, the switch from one
//! to another and the protections that a level sets on the memory and the registers of the levels
//! below it.

hv_defs_derive::tlfs!("vsm");
