//! Virtual interrupts.
//!
//! Registers that speed up the virtual local APIC, and the hypercalls that send, assert and
//! retarget interrupts.

hv_defs_derive::tlfs!("interrupt");
