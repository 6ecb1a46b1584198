//! Partitions.
//!
//! How partitions are identified, which privileges they have, and what isolates them from their
//! host.

hv_defs_derive::tlfs!("partition");
