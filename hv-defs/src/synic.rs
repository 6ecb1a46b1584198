//! Inter-partition communication.
//!
//! The synthetic interrupt controller (SynIC) as a guest sees it. It has sixteen interrupt sources
//! for each virtual processor, the messages and event flags that arrive at them, the registers that
//! control both, and the two hypercalls that send to another partition.

hv_defs_derive::tlfs!("synic");
