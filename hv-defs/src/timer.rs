//! Timers.
//!
//! The reference time of a partition, as a counter and as a page from which a guest computes it;
//! the synthetic timers of a virtual processor; the frequencies of the clocks; and what tells a
//! guest that it has moved to another machine. All times are in units of 100 nanoseconds.

hv_defs_derive::tlfs!("timer");
