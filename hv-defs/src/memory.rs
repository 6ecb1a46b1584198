//! Memory of partitions.
//!
//! The pools of memory that partitions give to the hypervisor, the mapping of guest physical
//! memory, what the host may see of it, and the services by which one partition reads, writes and
//! translates the addresses of another.

hv_defs_derive::tlfs!("memory");
