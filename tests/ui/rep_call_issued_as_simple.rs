use hv_defs::call::Call;
use hv_defs::hypercall::HvHypercallOutput;
use hv_defs::mmu::HvCallFlushVirtualAddressList;

fn main() {
    let call = Call::<HvCallFlushVirtualAddressList>::new(Default::default());
    let _ = call.issue(&mut [], &mut [], |_, _, _| HvHypercallOutput::new());
}
