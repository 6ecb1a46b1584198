//! Debugging, dumps and power.
//!
//! The debug sessions of guests, the debugger and the crash dump of the hypervisor, machine checks,
//! sleep states and idle states, and the ways to start and to leave the hypervisor.

hv_defs_derive::tlfs!("debug");
