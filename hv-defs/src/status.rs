//! Status codes.
//!
//! What a hypercall returns in its result value. Statuses that v6.0 withdrew stand here too,
//! because older hypervisors return them.

hv_defs_derive::tlfs!("status");
