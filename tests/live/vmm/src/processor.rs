//! A virtual processor: its first state, and what it leaves to the VMM.

use hv_defs::Msr;
use hv_defs::crash::{
    HvCrashCtlRegContents, HvX64MsrCrashCtl, HvX64MsrCrashP0, HvX64MsrCrashP1, HvX64MsrCrashP2,
    HvX64MsrCrashP3, HvX64MsrCrashP4,
};
use kvm_bindings::{
    CpuId, KVM_CAP_HYPERV_ENFORCE_CPUID, KVM_CAP_HYPERV_SYNIC2, KVM_MP_STATE_RUNNABLE,
    KVM_SYSTEM_EVENT_CRASH, kvm_enable_cap, kvm_mp_state, kvm_regs, kvm_segment,
};
use kvm_ioctls::{VcpuExit, VcpuFd};

use crate::machine::{Failure, Machine, PAGE_TABLES};
use crate::{hypercalls, msrs};

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
    msrs::write(&processor, HvX64MsrCrashCtl::NUMBER, notify.into_bits())?;
    Ok(processor)
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
    let parameters = msrs::read(
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
