//! Virtual processors.
//!
//! How a virtual processor is named, started and stopped, the state that the hypervisor keeps of
//! it, and the page that it shares with the hypervisor.

hv_defs_derive::tlfs!("vp");
