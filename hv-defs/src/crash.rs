//! Crash reports and debugging.
//!
//! How a guest hands five numbers and a message about its crash to the host, and the registers of
//! the synthetic debug device.

hv_defs_derive::tlfs!("crash");
