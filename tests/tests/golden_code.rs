//! The golden files compile as they are committed, and lints see what the macro makes: in a macro's
//! expansion most of them look away.

#![deny(missing_docs, warnings)]
#![allow(
    dead_code,
    unreachable_pub,
    clippy::module_inception,
    reason = "each file is a module with one module in it"
)]

#[path = "../../codegen/tests/golden/rust/cpuid.rs"]
mod cpuid;
#[path = "../../codegen/tests/golden/rust/crash.rs"]
mod crash;
#[path = "../../codegen/tests/golden/rust/hypercall.rs"]
mod hypercall;
#[path = "../../codegen/tests/golden/rust/interrupt.rs"]
mod interrupt;
#[path = "../../codegen/tests/golden/rust/mmu.rs"]
mod mmu;
#[path = "../../codegen/tests/golden/rust/msr.rs"]
mod msr;
#[path = "../../codegen/tests/golden/rust/partition.rs"]
mod partition;
#[path = "../../codegen/tests/golden/rust/register.rs"]
mod register;
#[path = "../../codegen/tests/golden/rust/status.rs"]
mod status;
#[path = "../../codegen/tests/golden/rust/synic.rs"]
mod synic;
#[path = "../../codegen/tests/golden/rust/timer.rs"]
mod timer;
#[path = "../../codegen/tests/golden/rust/vp.rs"]
mod vp;

#[test]
fn golden_types_are_those_of_the_crate() {
    let golden = size_of::<synic::synic::HvMessage>();
    assert_eq!(golden, size_of::<hv_defs::synic::HvMessage>());
}
