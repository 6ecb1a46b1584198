//! Isolation.
//!
//! Partitions whose memory and registers are kept from their host: the state of such a partition,
//! the calls that build it and accept its pages, the reports by which it proves what it is, and the
//! parts of AMD SEV-SNP and Intel TDX that the interface of the hypervisor uses.

hv_defs_derive::tlfs!("isolation");
