//! Other synthetic MSRs.
//!
//! The synthetic model-specific registers that belong to no other chapter: reset, power states,
//! statistics pages, those through which a nested hypervisor reaches the hypervisor below it, and
//! those that only code names.

hv_defs_derive::tlfs!("msr");
