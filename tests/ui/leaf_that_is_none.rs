use hv_defs::CpuidLeaf;
use hv_defs::synic::HvMessageHeader;

fn main() {
    let _ = HvMessageHeader::from_registers([0; 4]);
}
