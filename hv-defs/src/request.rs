//! All hypercalls as a VMM receives them: one enum for each architecture. For a set of your own see
//! [`hypercall_requests!`](crate::hypercall_requests).

hv_defs_derive::index!("requests");

/// A hypercall of a guest on the architecture that this is compiled for.
#[cfg(target_arch = "aarch64")]
pub type HypercallRequest<'p> = Arm64HypercallRequest<'p>;

/// A hypercall of a guest on the architecture that this is compiled for.
#[cfg(not(target_arch = "aarch64"))]
pub type HypercallRequest<'p> = X64HypercallRequest<'p>;
