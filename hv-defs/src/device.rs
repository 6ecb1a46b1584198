//! Processors and devices of the machine.
//!
//! What the root partition and other partitions that own hardware ask of the hypervisor: logical
//! processors, devices and their interrupts, the domains in which an IOMMU translates for devices,
//! and images of the hypervisor.

hv_defs_derive::tlfs!("device");
