use hv_defs::Msr;
use hv_defs::synic::{HvX64MsrSimp, HvX64SynicSint};

fn main() {
    let _ = HvX64MsrSimp::encode(HvX64SynicSint::new());
}
