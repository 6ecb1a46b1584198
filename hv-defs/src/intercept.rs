//! Intercepts.
//!
//! How a parent partition or a higher trust level asks to be told of what a virtual processor does,
//! and the payload of every message that the hypervisor sends, about intercepts and about itself.
//! The types of the messages are in the chapter on inter-partition communication.

hv_defs_derive::tlfs!("intercept");
