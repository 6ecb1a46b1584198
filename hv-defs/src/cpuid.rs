//! Feature and interface discovery.
//!
//! How a guest learns that a hypervisor is there and what it offers: the CPUID leaves of x64 and
//! the feature registers and SMCCC identity of ARM64.

hv_defs_derive::tlfs!("cpuid");
