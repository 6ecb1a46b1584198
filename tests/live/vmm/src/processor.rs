//! A virtual processor: its first state, and what it leaves to the VMM.

use std::collections::BTreeSet;

use hv_defs::Msr;
use hv_defs::crash::{
    HvCrashCtlRegContents, HvX64MsrCrashCtl, HvX64MsrCrashP0, HvX64MsrCrashP1, HvX64MsrCrashP2,
    HvX64MsrCrashP3, HvX64MsrCrashP4,
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
use kvm_bindings::{
    CpuId, KVM_CAP_HYPERV_ENFORCE_CPUID, KVM_CAP_HYPERV_SYNIC2, KVM_MP_STATE_RUNNABLE,
    KVM_SYSTEM_EVENT_CRASH, Msrs, kvm_enable_cap, kvm_mp_state, kvm_msr_entry, kvm_regs,
    kvm_segment,
};
use kvm_ioctls::{Kvm, VcpuExit, VcpuFd};

use crate::hypercalls;
use crate::machine::{Failure, Machine, PAGE_TABLES};

/// Where the guest writes its text.
const TEXT_PORT: u16 = 0xe9;

/// A virtual processor in long mode, at the guest's entry with its number in RDI, and in RSI
/// whether something is kept from it.
pub fn create(machine: &Machine, number: usize, leaves: &CpuId) -> Result<VcpuFd, Failure> {
    let number = u64::try_from(number)?;
    let processor = machine.vm.create_vcpu(number)?;
    for capability in [KVM_CAP_HYPERV_SYNIC2, KVM_CAP_HYPERV_ENFORCE_CPUID] {
        let mut enable = kvm_enable_cap {
            cap: capability,
            ..Default::default()
        };
        if capability == KVM_CAP_HYPERV_ENFORCE_CPUID {
            // What a leaf does not grant shall fault.
            enable.args[0] = 1;
        }
        processor.enable_cap(&enable)?;
    }
    let mut leaves = leaves.clone();
    for entry in leaves.as_mut_slice() {
        // Leaf 1 carries the number of the APIC.
        if entry.function == 1 {
            entry.ebx = entry.ebx & 0x00ff_ffff | u32::try_from(number)? << 24;
        } else if entry.function == 0xb || entry.function == 0x1f {
            entry.edx = u32::try_from(number)?;
        }
    }
    processor.set_cpuid2(&leaves)?;

    let mut state = processor.get_sregs()?;
    let segment = |selector, type_, long| kvm_segment {
        limit: u32::MAX,
        selector,
        type_,
        present: 1,
        db: 1 - long,
        s: 1,
        l: long,
        g: 1,
        ..Default::default()
    };
    state.cs = segment(8, 11, 1);
    let data = segment(16, 3, 0);
    (state.ds, state.es, state.fs, state.gs, state.ss) = (data, data, data, data, data);
    // The guest finds its own number here in an interrupt.
    state.gs.base = number;
    state.cr0 = 0x8000_0033; // paging, protection, FPU errors, monitored FPU
    state.cr3 = PAGE_TABLES;
    state.cr4 = 0x620; // physical address extension, SSE and its exceptions
    state.efer = 0x500; // long mode, active
    state.apic_base |= 1 << 10; // x2APIC
    processor.set_sregs(&state)?;
    processor.set_regs(&kvm_regs {
        rip: machine.entry,
        rdi: number,
        rsi: u64::from(machine.restricted),
        rflags: 2,
        ..Default::default()
    })?;
    // None waits for the others to start it.
    processor.set_mp_state(kvm_mp_state {
        mp_state: KVM_MP_STATE_RUNNABLE,
    })?;
    // The guest may report a crash with a notice.
    let notify = HvCrashCtlRegContents::new().with_crash_notify(true);
    write_msr(&processor, HvX64MsrCrashCtl::NUMBER, notify.into_bits())?;
    Ok(processor)
}

/// Writes an MSR as the host.
pub fn write_msr(processor: &VcpuFd, number: u32, value: u64) -> Result<(), Failure> {
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

fn read_msrs<const N: usize>(processor: &VcpuFd, numbers: [u32; N]) -> Result<[u64; N], Failure> {
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
pub fn check_msr_list(kvm: &Kvm) -> Result<Result<(), String>, Failure> {
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

/// Runs it until the guest ends, which it does with a crash.
pub fn run(machine: &Machine, mut processor: VcpuFd) -> Result<(), Failure> {
    loop {
        match processor.run()? {
            VcpuExit::IoOut(TEXT_PORT, text) => machine.print(text),
            VcpuExit::Hyperv => hypercalls::answer(machine, &mut processor)?,
            VcpuExit::SystemEvent(KVM_SYSTEM_EVENT_CRASH, _) => {
                return crashed(machine, &processor);
            }
            other => {
                let other = format!("{other:?}");
                let at = processor.get_regs()?.rip;
                return Err(format!("unexpected exit at {at:#x}: {other}").into());
            }
        }
    }
}

/// Decodes the crash registers. The guest ends with a crash of its own making, whose message and
/// parameters are known.
fn crashed(machine: &Machine, processor: &VcpuFd) -> Result<(), Failure> {
    let parameters = read_msrs(
        processor,
        [
            HvX64MsrCrashP0::NUMBER,
            HvX64MsrCrashP1::NUMBER,
            HvX64MsrCrashP2::NUMBER,
            HvX64MsrCrashP3::NUMBER,
            HvX64MsrCrashP4::NUMBER,
        ],
    )?;
    let [code, first, second, text, length] = parameters;
    let message = hypercalls::guest_bytes(machine, text, length.min(4096))?;
    let message = String::from_utf8_lossy(&message);
    println!("# crash {code:#x} {first:#x} {second:#x}: {message}");
    if !machine.restricted {
        machine.report("vmm/received", machine.received().check());
    }
    let expected = (0xe0d, 0x1111_2222_3333_4444, u64::MAX, "the guest is done");
    let result = if (code, first, second, &*message) == expected {
        Ok(())
    } else {
        Err(format!(
            "the guest crashed: {message} ({code:#x} {first:#x} {second:#x})"
        ))
    };
    machine.report("vmm/crash", result);
    std::process::exit(0);
}
