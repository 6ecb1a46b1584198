//! The devices `/dev/mshv` of Linux.
//!
//! The requests by which user space makes Linux, as the root partition or in a higher trust level of
//! a guest, call the hypervisor. They are no part of the TLFS.

hv_defs_derive::tlfs!("mshv");
