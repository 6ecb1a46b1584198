//! Partition creation and properties.
//!
//! How a parent creates and sets up partitions and their virtual processors, the properties that a
//! partition has, the processor features that it offers, and the properties of the whole system.

hv_defs_derive::tlfs!("partition_property");
