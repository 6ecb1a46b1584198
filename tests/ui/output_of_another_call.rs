use hv_defs::call::Call;
use hv_defs::hypercall::HvHypercallOutput;
use hv_defs::partition_property::HvOutputCreatePartition;
use hv_defs::scheduler::HvCallDispatchVp;

fn main() {
    let call = Call::<HvCallDispatchVp>::new(Default::default());
    let _: Result<HvOutputCreatePartition, _> =
        call.issue(&mut [], &mut [], |_, _, _| HvHypercallOutput::new());
}
