//! Lists of registers with values: 8 bytes of control word, then the input of HvCallSetVpRegisters.

#![no_main]

use hv_defs::call::Request;
use hv_defs::hypercall::HvHypercallInput;
use hv_defs::tables::{self, Architecture};
use hv_defs::vp::HvCallSetVpRegisters;
use hv_defs::vp_register::{HV_X64_REGISTER_CR0, HV_X64_REGISTER_CS, HV_X64_REGISTER_RIP};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((control, input)) = data.split_first_chunk() else {
        return;
    };
    let control = HvHypercallInput::from_bits(u64::from_le_bytes(*control));
    let Ok(request) = Request::<HvCallSetVpRegisters>::parse(control, input) else {
        return;
    };
    let list: Vec<_> = request.elements().iter().collect();
    assert_eq!(list.len(), request.elements().len());
    for assoc in &list {
        for architecture in [Architecture::X64, Architecture::Arm64] {
            if let Some(row) = tables::register(assoc.name, architecture) {
                assert_eq!(row.register, assoc.name);
            }
        }
        let _ = format!("{assoc:?}");
    }
    let value = HV_X64_REGISTER_CS.find(&list);
    if let Some(value) = value {
        assert!(
            list.iter()
                .any(|assoc| assoc.value == HV_X64_REGISTER_CS.encode(value))
        );
    }
    let _ = (
        HV_X64_REGISTER_RIP.find(&list),
        HV_X64_REGISTER_CR0.find(&list),
    );
});
