use hv_defs::call::Call;
use hv_defs::synic::HvInputPostMessage;

fn main() {
    let _ = Call::<HvInputPostMessage>::new(HvInputPostMessage::default());
}
