//! Nested virtualization on AMD.
//!
//! What a hypervisor that runs in a partition uses to be fast on AMD processors: fields in the part
//! of the VMCB that AMD leaves to software.

hv_defs_derive::tlfs!("nested_svm");
