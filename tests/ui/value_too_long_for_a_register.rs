use hv_defs::register::HvRegisterName;
use hv_defs::vp_register::Register;

const REGISTER: Register<[u64; 3]> = Register::new(HvRegisterName::X64_RIP);

fn main() {
    let _ = REGISTER;
}
