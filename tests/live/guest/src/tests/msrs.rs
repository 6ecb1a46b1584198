//! Every MSR of the tables: those that KVM has and this guest is granted can be read, all others
//! fault.

use hv_defs::cpuid::HvX64HypervisorFeatures;
use hv_defs::crash::*;
use hv_defs::hypercall::*;
use hv_defs::interrupt::*;
use hv_defs::msr::*;
use hv_defs::synic::*;
use hv_defs::tables::{self, MsrInfo};
use hv_defs::timer::*;
use hv_defs::vp::*;
use hv_defs::{Access, Msr};

use crate::enlightened::{leaf, write};
use crate::machine::{self, PROTECTION};
use crate::report::{Outcome, note, require};

/// Whether KVM has this MSR at all. What it lacks are those of other hypervisors below it, of power
/// states, statistics, the watchdog, and of a guest debugger, which needs a leaf that is not offered.
fn kvm_has(number: u32) -> bool {
    const ONES: [u32; 29] = [
        HvX64MsrGuestOsId::NUMBER,
        HvX64MsrHypercall::NUMBER,
        HvX64MsrVpIndex::NUMBER,
        HvX64MsrReset::NUMBER,
        HvX64MsrVpRuntime::NUMBER,
        HvX64MsrTimeRefCount::NUMBER,
        HvX64MsrReferenceTsc::NUMBER,
        HvX64MsrTscFrequency::NUMBER,
        HvX64MsrApicFrequency::NUMBER,
        HvX64MsrEoi::NUMBER,
        HvX64MsrIcr::NUMBER,
        HvX64MsrTpr::NUMBER,
        HvX64MsrVpAssistPage::NUMBER,
        HvX64MsrScontrol::NUMBER,
        HvX64MsrSversion::NUMBER,
        HvX64MsrSiefp::NUMBER,
        HvX64MsrSimp::NUMBER,
        HvX64MsrEom::NUMBER,
        HvX64MsrReenlightenmentControl::NUMBER,
        HvX64MsrTscEmulationControl::NUMBER,
        HvX64MsrTscEmulationStatus::NUMBER,
        HvX64MsrTscInvariantControl::NUMBER,
        HvX64MsrCrashP0::NUMBER,
        HvX64MsrCrashP1::NUMBER,
        HvX64MsrCrashP2::NUMBER,
        HvX64MsrCrashP3::NUMBER,
        HvX64MsrCrashP4::NUMBER,
        HvX64MsrCrashCtl::NUMBER,
        HvX64MsrSint0::NUMBER,
    ];
    ONES.contains(&number)
        || (HvX64MsrSint0::NUMBER..=HvX64MsrSint15::NUMBER).contains(&number)
        || (HvX64MsrStimer0Config::NUMBER..=HvX64MsrStimer3Count::NUMBER).contains(&number)
}

/// KVM lets a guest read these. The TLFS says both, in its text and in its table: see
/// docs/kvm-findings.md.
const READABLE_WRITE_ONLY: [u32; 1] = [HvX64MsrEom::NUMBER];

fn granted(msr: &MsrInfo) -> bool {
    let features: HvX64HypervisorFeatures = leaf();
    match msr.grant {
        Some(grant) => grant.into_bits() & features.partition_privileges.into_bits() != 0,
        // Of the MSRs here only those for a crash have a bit of their own.
        None => features.edx.guest_crash_regs_available(),
    }
}

/// Reads all.
pub fn read() -> Outcome {
    let mut wrong = 0;
    let mut readable = 0;
    for msr in tables::MSRS {
        let expected = kvm_has(msr.number)
            && granted(msr)
            && (msr.access != Access::WriteOnly || READABLE_WRITE_ONLY.contains(&msr.number));
        let result = machine::rdmsr(msr.number);
        if result.is_ok() != expected || result.is_err_and(|fault| fault != PROTECTION) {
            note(format_args!("{} {:#x}: {result:x?}", msr.name, msr.number));
            wrong += 1;
        }
        readable += usize::from(expected);
    }
    note(format_args!(
        "{readable} of {} MSRs can be read",
        tables::MSRS.len()
    ));
    require!(
        wrong == 0,
        "{wrong} MSRs are not what the tables and CPUID say"
    );
    Ok(())
}

/// A guest cannot write what it only reads, nor what it is not granted.
pub fn write_refused() -> Outcome {
    let mut tried = 0;
    for msr in tables::MSRS {
        let writable = kvm_has(msr.number) && granted(msr) && msr.access != Access::ReadOnly;
        if writable {
            continue;
        }
        let result = machine::wrmsr(msr.number, 0);
        require!(
            result == Err(PROTECTION),
            "{} {:#x}: {result:x?}",
            msr.name,
            msr.number
        );
        tried += 1;
    }
    note(format_args!("{tried} MSRs refuse to be written"));
    Ok(())
}

/// What a guest reads it can write back. A write of these does something at once.
pub fn write_back() -> Outcome {
    const ACTS: [u32; 3] = [
        HvX64MsrIcr::NUMBER,
        HvX64MsrReset::NUMBER,
        HvX64MsrCrashCtl::NUMBER,
    ];
    for msr in tables::MSRS {
        let usual = kvm_has(msr.number) && granted(msr) && msr.access == Access::ReadWrite;
        if !usual || ACTS.contains(&msr.number) {
            continue;
        }
        let before = machine::rdmsr(msr.number);
        let written = before.and_then(|value| machine::wrmsr(msr.number, value));
        let after = machine::rdmsr(msr.number);
        require!(
            written.is_ok() && after == before,
            "{}: read {before:x?}, writing gave {written:x?}, then read {after:x?}",
            msr.name
        );
    }
    Ok(())
}

/// There is no MSR between those of the tables.
pub fn unknown() -> Outcome {
    for number in 0x4000_0000..0x4000_0200 {
        if tables::msr(number).is_some() {
            continue;
        }
        let result = machine::rdmsr(number);
        require!(result == Err(PROTECTION), "{number:#x}: {result:x?}");
    }
    Ok(())
}

/// A crash without a notice is reported to nobody. Otherwise the VMM ends this guest here, and the results that
/// follow are missed.
pub fn crash_without_notice() -> Outcome {
    write::<HvX64MsrCrashCtl>(HvCrashCtlRegContents::new().with_crash_message(true));
    Ok(())
}
