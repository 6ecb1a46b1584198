//! A name without an architecture is that of the machine which this is compiled for; `tests/arm64/run` runs
//! this for ARM64.

use std::any::TypeId;

use hv_defs::hypercall::HvCallCode;
use hv_defs::partition_property::{
    HV_ARM64_MAXIMUM_PROCESSORS, HV_MAXIMUM_PROCESSORS, HV_X64_MAXIMUM_PROCESSORS,
};
use hv_defs::register::HvRegisterName;
use hv_defs::{
    device, intercept, interrupt, memory, partition_property, request, stats, synic, vp, vp_state,
    vsm,
};

const IS_ARM64: bool = cfg!(target_arch = "aarch64");

/// The first type of a line is the second on ARM64 and the third elsewhere.
macro_rules! assert_own {
    ($($chapter:ident: $plain:ident, $arm64:ident, $x64:ident;)+) => {
        $(
            let own = [TypeId::of::<$chapter::$x64>(), TypeId::of::<$chapter::$arm64>()];
            assert_ne!(own[0], own[1]);
            let plain = TypeId::of::<$chapter::$plain>();
            assert_eq!(plain, own[usize::from(IS_ARM64)], stringify!($plain));
        )+
    };
}

#[test]
fn types_are_those_of_the_machine() {
    assert_own! {
        device: HvProcessorInfo, HvArm64ProcessorInfo, HvX64ProcessorInfo;
        intercept: HvUnsupportedFeatureCode, HvArm64UnsupportedFeatureCode, HvX64UnsupportedFeatureCode;
        interrupt: HvInterruptControl, HvArm64InterruptControl, HvX64InterruptControl;
        memory: HvTranslateGvaResultEx, HvArm64TranslateGvaResultEx, HvX64TranslateGvaResultEx;
        partition_property: HvCallCreatePartition, HvArm64CallCreatePartition, HvX64CallCreatePartition;
        stats: HvCpuCounter, HvArm64CpuCounter, HvX64CpuCounter;
        synic: HvSynicSint, HvArm64SynicSint, HvX64SynicSint;
        vp: HvVpAssistPage, HvArm64VpAssistPage, HvX64VpAssistPage;
        vp: HvInitialVpContext, HvArm64InitialVpContext, HvX64InitialVpContext;
        vp_state: HvVpRegisterPage, HvArm64VpRegisterPage, HvX64VpRegisterPage;
        vsm: HvCallVtlCall, HvArm64CallVtlCall, HvX64CallVtlCall;
    }
    let own = [
        TypeId::of::<request::X64HypercallRequest<'static>>(),
        TypeId::of::<request::Arm64HypercallRequest<'static>>(),
    ];
    let plain = TypeId::of::<request::HypercallRequest<'static>>();
    assert_eq!(plain, own[usize::from(IS_ARM64)]);
}

#[test]
fn numbers_are_those_of_the_machine() {
    let own = [HV_X64_MAXIMUM_PROCESSORS, HV_ARM64_MAXIMUM_PROCESSORS];
    assert_ne!(own[0], own[1]);
    assert_eq!(HV_MAXIMUM_PROCESSORS, own[usize::from(IS_ARM64)]);
}

/// A number that has a name on each is printed with the machine's.
#[test]
fn numbers_are_named_as_on_the_machine() {
    let names = [
        HvCallCode::from_bits(0x8f).name(),
        HvRegisterName::from_bits(0x20000).name(),
    ];
    let own = if IS_ARM64 {
        ["HvCallLaunchHypervisor", "HvArm64RegisterX0"]
    } else {
        ["HvCallDisableHypervisor", "HvX64RegisterRax"]
    };
    assert_eq!(names, own.map(Some));
}
