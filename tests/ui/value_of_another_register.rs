use hv_defs::vp::HvX64SegmentRegister;
use hv_defs::vp_register::HV_X64_REGISTER_RIP;

fn main() {
    let _ = HV_X64_REGISTER_RIP.assoc(HvX64SegmentRegister::default());
}
