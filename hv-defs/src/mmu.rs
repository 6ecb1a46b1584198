//! Virtual MMU.
//!
//! The address spaces of a partition, and the hypercalls that switch them and flush their
//! translations from the virtual TLB.

hv_defs_derive::tlfs!("mmu");
