use hv_defs::call::Call;
use hv_defs::synic::{HvCallPostMessage, HvInputSignalEvent};

fn main() {
    let _ = Call::<HvCallPostMessage>::new(HvInputSignalEvent::default());
}
