use hv_defs::call::Call;
use hv_defs::synic::HvCallPostMessage;

fn main() {
    let _ = Call::<HvCallPostMessage>::new(Default::default()).over(&[()]);
}
