use hv_defs::call::Call;
use hv_defs::memory::HvCallUnmapGpaPages;

fn main() {
    let _ = Call::<HvCallUnmapGpaPages>::new(Default::default()).over(&[]);
}
