use hv_defs::synic::{HvMessage, HvMessageType};

fn main() {
    let _ = HvMessage::with_payload(HvMessageType::TIMER_EXPIRED, &0_u64);
}
