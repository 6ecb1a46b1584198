//! MSRs, as the host sees them.

use std::collections::BTreeSet;

use hv_defs::Msr;
use hv_defs::crash::{
    HvX64MsrCrashCtl, HvX64MsrCrashP0, HvX64MsrCrashP1, HvX64MsrCrashP2, HvX64MsrCrashP3,
    HvX64MsrCrashP4,
};
use hv_defs::hypercall::{HvX64MsrGuestOsId, HvX64MsrHypercall};
use hv_defs::msr::HvX64MsrReset;
use hv_defs::synic::HvX64MsrScontrol;
use hv_defs::timer::{
    HvX64MsrApicFrequency, HvX64MsrReenlightenmentControl, HvX64MsrReferenceTsc,
    HvX64MsrStimer0Config, HvX64MsrTimeRefCount, HvX64MsrTscEmulationControl,
    HvX64MsrTscEmulationStatus, HvX64MsrTscFrequency, HvX64MsrTscInvariantControl,
};
use hv_defs::vp::{HvX64MsrVpAssistPage, HvX64MsrVpIndex, HvX64MsrVpRuntime};
use kvm_bindings::{Msrs, kvm_msr_entry};
use kvm_ioctls::{Kvm, VcpuFd};

use crate::machine::Failure;

/// Writes an MSR as the host.
pub fn write(processor: &VcpuFd, number: u32, value: u64) -> Result<(), Failure> {
    let entry = kvm_msr_entry {
        index: number,
        data: value,
        ..Default::default()
    };
    if processor.set_msrs(&Msrs::from_entries(&[entry])?)? != 1 {
        return Err(format!("KVM takes no {value:#x} in the MSR {number:#x}").into());
    }
    Ok(())
}

/// Reads MSRs as the host.
pub fn read<const N: usize>(processor: &VcpuFd, numbers: [u32; N]) -> Result<[u64; N], Failure> {
    let entries = numbers.map(|index| kvm_msr_entry {
        index,
        ..Default::default()
    });
    let mut msrs = Msrs::from_entries(&entries)?;
    if processor.get_msrs(&mut msrs)? != N {
        return Err(format!("KVM has not all of the MSRs {numbers:x?}").into());
    }
    let mut values = [0; N];
    for (value, entry) in values.iter_mut().zip(msrs.as_slice()) {
        *value = entry.data;
    }
    Ok(values)
}

/// Whether the MSRs that KVM says it saves are, in the range of Hyper-V, those of these names. It names one of
/// each kind, and none of those that only a guest debugger has.
pub fn check_list(kvm: &Kvm) -> Result<Result<(), String>, Failure> {
    const HYPERV: core::ops::Range<u32> = 0x4000_0000..0x4000_1000;
    const DEBUGGER: core::ops::RangeInclusive<u32> = 0x4000_00f1..=0x4000_00ff;
    let list = kvm.get_msr_index_list()?;
    let saved: BTreeSet<u32> = list
        .as_slice()
        .iter()
        .copied()
        .filter(|number| HYPERV.contains(number) && !DEBUGGER.contains(number))
        .collect();
    let named = BTreeSet::from([
        HvX64MsrGuestOsId::NUMBER,
        HvX64MsrHypercall::NUMBER,
        HvX64MsrVpIndex::NUMBER,
        HvX64MsrReset::NUMBER,
        HvX64MsrVpRuntime::NUMBER,
        HvX64MsrTimeRefCount::NUMBER,
        HvX64MsrReferenceTsc::NUMBER,
        HvX64MsrTscFrequency::NUMBER,
        HvX64MsrApicFrequency::NUMBER,
        HvX64MsrVpAssistPage::NUMBER,
        HvX64MsrScontrol::NUMBER,
        HvX64MsrStimer0Config::NUMBER,
        HvX64MsrCrashP0::NUMBER,
        HvX64MsrCrashP1::NUMBER,
        HvX64MsrCrashP2::NUMBER,
        HvX64MsrCrashP3::NUMBER,
        HvX64MsrCrashP4::NUMBER,
        HvX64MsrCrashCtl::NUMBER,
        HvX64MsrReenlightenmentControl::NUMBER,
        HvX64MsrTscEmulationControl::NUMBER,
        HvX64MsrTscEmulationStatus::NUMBER,
        HvX64MsrTscInvariantControl::NUMBER,
    ]);
    Ok(if saved == named {
        Ok(())
    } else {
        let only_kvm = saved.difference(&named);
        let only_named = named.difference(&saved);
        Err(format!(
            "KVM alone has {:x?}, hv-defs alone {:x?}",
            only_kvm.collect::<Vec<_>>(),
            only_named.collect::<Vec<_>>()
        ))
    })
}
