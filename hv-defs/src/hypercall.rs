//! The hypercall interface.
//!
//! How a guest introduces itself, finds the hypercall page and calls the hypervisor: page sizes,
//! the control word and the result value, the MSRs behind them, the ARM64 calling conventions and
//! the extended hypercalls.

hv_defs_derive::tlfs!("hypercall");
