//! Messages by their types: one enum for each architecture over all payloads that are known.

use crate::synic::{HvMessage, HvMessageType};

hv_defs_derive::index!("messages");
