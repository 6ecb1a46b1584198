//! Nested virtualization on Intel.
//!
//! What a hypervisor that runs in a partition uses to be fast on Intel processors: the enlightened
//! VMCS, a VMCS in plain memory, with its clean fields, MSR bitmap and direct flushes, and what
//! both processor vendors share.

hv_defs_derive::tlfs!("nested_vmx");
