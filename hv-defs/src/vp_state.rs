//! State of virtual processors.
//!
//! The pages that show the state of a virtual processor to its parent, the calls that fetch and
//! replace larger parts of it, whole processor contexts, and the saving and restoring of a
//! partition.

hv_defs_derive::tlfs!("vp_state");
