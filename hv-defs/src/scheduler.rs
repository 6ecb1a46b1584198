//! Scheduling.
//!
//! How the hypervisor shares out the logical processors, and how a root partition that schedules
//! virtual processors itself runs them. The properties of partitions that govern it are in
//! partition.yaml.

hv_defs_derive::tlfs!("scheduler");
