//! Ports and connections.
//!
//! The channels of inter-partition communication: ports that receive messages, events, monitored
//! notifications or doorbells, the connections that lead to them, and the calls that bypass both.

hv_defs_derive::tlfs!("port");
