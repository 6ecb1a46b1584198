use hv_defs::call::Call;
use hv_defs::mmu::HvCallFlushVirtualAddressList;

fn main() {
    let _ = Call::<HvCallFlushVirtualAddressList>::new(Default::default()).over(&[1_u32]);
}
