//! Virtual processor registers.
//!
//! The registers of a virtual processor that both architectures have, by the 32-bit names that
//! HvCallGetVpRegisters and HvCallSetVpRegisters take. A value narrower than 128 bits is zero-
//! extended.

hv_defs_derive::tlfs!("register");
