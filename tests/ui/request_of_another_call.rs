use hv_defs::call::Request;
use hv_defs::synic::{HvCallPostMessage, HvCallSignalEvent};

fn signal(_: Request<'_, HvCallSignalEvent>) {}

fn post(request: Request<'_, HvCallPostMessage>) {
    signal(request);
}

fn main() {
    let _ = post;
}
