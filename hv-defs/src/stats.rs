//! Statistics and event log.
//!
//! The pages in which the hypervisor counts what happens to itself, to logical processors, to
//! partitions and to virtual processors; the profiler; and the log of events that the hypervisor
//! writes into buffers.

hv_defs_derive::tlfs!("stats");
