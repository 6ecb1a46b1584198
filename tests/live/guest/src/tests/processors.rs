//! Calls that name virtual processors: flushes of TLBs, and interrupts.

use hv_defs::HvError;
use hv_defs::call::{Call, CallError};
use hv_defs::interrupt::{
    HvCallSendSyntheticClusterIpi, HvCallSendSyntheticClusterIpiEx, HvInputSendSyntheticClusterIpi,
    HvInputSendSyntheticClusterIpiEx,
};
use hv_defs::mmu::{
    HvCallFlushVirtualAddressList, HvCallFlushVirtualAddressListEx, HvCallFlushVirtualAddressSpace,
    HvCallFlushVirtualAddressSpaceEx, HvFlushFlags, HvGvaRange, HvGvaRangeSimple,
    HvInputFlushVirtualAddressList, HvInputFlushVirtualAddressListEx,
    HvInputFlushVirtualAddressSpace, HvInputFlushVirtualAddressSpaceEx,
};
use hv_defs::vp::HvVpSet;
use hv_defs::vp_set::SparseVpSet;

use super::setup::count;
use super::time::SECOND;
use crate::enlightened::{in_memory, issue, issue_fast, issue_fast_over, issue_over, wait};
use crate::machine::Page;
use crate::machine::processors::{interrupts, vp_index};
use crate::report::{Outcome, fail, require};

/// The vector of the interrupts here.
const VECTOR: u8 = 0x53;
/// How long to wait for what must come.
const LIMIT: u64 = 60 * SECOND;

/// The indices that a mask of 64 bits can name, as that mask.
fn mask() -> u64 {
    let indices = (0..count()).map(vp_index);
    indices
        .filter(|index| *index < 64)
        .fold(0, |mask, index| mask | 1 << index)
}

fn set_of(chosen: impl Fn(usize) -> bool) -> SparseVpSet {
    let numbers = (0..count()).filter(|number| chosen(*number));
    SparseVpSet::of(numbers.map(vp_index)).expect("no index is beyond 4095")
}

fn flush_flags() -> HvFlushFlags {
    HvFlushFlags::new().with_all_virtual_address_spaces(true)
}

/// All translations.
pub fn flush() -> Outcome {
    let call = Call::<HvCallFlushVirtualAddressSpace>::new(HvInputFlushVirtualAddressSpace {
        flags: flush_flags(),
        processor_mask: mask(),
        ..Default::default()
    });
    let result = issue(&call);
    require!(result == Ok(()), "in memory: {result:?}");
    // Three words: this takes a register beyond the two general ones.
    let result = issue_fast(&call);
    require!(result == Ok(()), "in registers: {result:?}");
    Ok(())
}

/// All translations, of a sparse set.
pub fn flush_ex() -> Outcome {
    let set = set_of(|_| true);
    let call = Call::<HvCallFlushVirtualAddressSpaceEx>::new(HvInputFlushVirtualAddressSpaceEx {
        flags: flush_flags(),
        processor_set: set.header(),
        ..Default::default()
    })
    .with_variable_header(set.banks());
    let result = issue(&call);
    require!(result == Ok(()), "in memory: {result:?}");
    let result = issue_fast(&call);
    require!(result == Ok(()), "in registers: {result:?}");
    Ok(())
}

/// A set with a bank fewer than its mask names.
pub fn flush_ex_short() -> Outcome {
    let set = set_of(|_| true);
    let header = HvVpSet {
        valid_banks_mask: set.header().valid_banks_mask | 1 << 63,
        ..set.header()
    };
    let call = Call::<HvCallFlushVirtualAddressSpaceEx>::new(HvInputFlushVirtualAddressSpaceEx {
        flags: flush_flags(),
        processor_set: header,
        ..Default::default()
    })
    .with_variable_header(set.banks());
    let result = issue(&call);
    let expected = Err(CallError::Hypervisor(HvError::INVALID_HYPERCALL_INPUT));
    require!(result == expected, "{result:?}");
    Ok(())
}

fn ranges<const N: usize>() -> [HvGvaRange; N] {
    core::array::from_fn(|page| {
        let range = HvGvaRangeSimple::new().with_gva_page_number(0x100 + page as u64);
        HvGvaRange::from_bytes(range.into_bits().to_le_bytes())
    })
}

fn list_call() -> Call<'static, HvCallFlushVirtualAddressList> {
    Call::new(HvInputFlushVirtualAddressList {
        flags: flush_flags(),
        processor_mask: mask(),
        ..Default::default()
    })
}

/// Pages; more than a page of input holds.
pub fn flush_list() -> Outcome {
    let result = issue_over(list_call(), &ranges::<600>());
    require!(result.is_ok(), "{result:?}");
    Ok(())
}

/// The hypervisor says how many it did: all, and none that it was not asked for.
pub fn flush_list_count() -> Outcome {
    let mut processed = 0;
    let issue = |control, input: &[u8], output: &mut [u8]| {
        let result = in_memory(control, input, output);
        processed = result.elements_processed();
        result
    };
    let list = ranges::<5>();
    let result = list_call()
        .over(&list)
        .run(&mut [0; Page::SIZE], &mut [], issue, |_, _| ());
    require!(
        result.is_ok() && processed == 5,
        "{processed} of 5, {result:?}"
    );
    Ok(())
}

/// Pages in registers: as many at a time as stand behind the fixed part.
pub fn flush_list_fast() -> Outcome {
    let result = issue_fast_over(list_call(), &ranges::<25>());
    require!(result.is_ok(), "{result:?}");
    Ok(())
}

/// Pages, of a sparse set.
pub fn flush_list_ex() -> Outcome {
    let set = set_of(|_| true);
    let call = Call::<HvCallFlushVirtualAddressListEx>::new(HvInputFlushVirtualAddressListEx {
        flags: flush_flags(),
        processor_set: set.header(),
        ..Default::default()
    })
    .with_variable_header(set.banks());
    let result = issue_over(call, &ranges::<600>());
    require!(result.is_ok(), "{result:?}");
    Ok(())
}

/// Waits until those that were chosen, and no other, took an interrupt more than before. One that was chosen may
/// take it twice: QEMU 7.2 sometimes delivers an injected one again.
fn arrived(before: &[u32], chosen: impl Fn(usize) -> bool) -> Outcome {
    let took = |number: usize| interrupts(number, VECTOR) - before[number];
    let came = wait(LIMIT, || {
        (0..count()).all(|number| !chosen(number) || took(number) > 0)
    });
    // Time for one that should not come.
    wait(SECOND / 20, || false);
    for number in 0..count() {
        let expected = if chosen(number) { 1..=2 } else { 0..=0 };
        if !expected.contains(&took(number)) {
            fail!(
                "the processor with the index {} took {} interrupts (chosen: {}; all came: {came})",
                vp_index(number),
                took(number),
                chosen(number)
            );
        }
    }
    Ok(())
}

fn counts() -> [u32; crate::machine::processors::MOST] {
    core::array::from_fn(|number| interrupts(number, VECTOR))
}

/// To all that a mask can name.
pub fn interrupt() -> Outcome {
    let call = Call::<HvCallSendSyntheticClusterIpi>::new(HvInputSendSyntheticClusterIpi {
        vector: u32::from(VECTOR),
        processor_mask: mask(),
        ..Default::default()
    });
    let chosen = |number: usize| vp_index(number) < 64;
    let before = counts();
    let result = issue(&call);
    require!(result == Ok(()), "in memory: {result:?}");
    arrived(&before, chosen)?;
    let before = counts();
    let result = issue_fast(&call);
    require!(result == Ok(()), "in registers: {result:?}");
    arrived(&before, chosen)
}

/// To every second processor, and to the last one alone: sets of one bank and of several.
pub fn interrupt_ex() -> Outcome {
    let last = count() - 1;
    let choices: [&dyn Fn(usize) -> bool; 2] =
        [&|number| number % 2 == 1, &|number| number == last];
    for chosen in choices {
        let set = set_of(chosen);
        if set.banks().is_empty() {
            continue;
        }
        let call = Call::<HvCallSendSyntheticClusterIpiEx>::new(HvInputSendSyntheticClusterIpiEx {
            vector: u32::from(VECTOR),
            processor_set: set.header(),
            ..Default::default()
        })
        .with_variable_header(set.banks());
        let before = counts();
        let result = issue(&call);
        require!(result == Ok(()), "in memory: {result:?}");
        arrived(&before, chosen)?;
        let before = counts();
        let result = issue_fast(&call);
        require!(result == Ok(()), "in registers: {result:?}");
        arrived(&before, chosen)?;
    }
    Ok(())
}

/// A vector that belongs to the processor. The TLFS has HV_STATUS_INVALID_PARAMETER for it, and KVM
/// another status: see docs/kvm-findings.md.
pub fn interrupt_low_vector() -> Outcome {
    let result = issue(&Call::<HvCallSendSyntheticClusterIpi>::new(
        HvInputSendSyntheticClusterIpi {
            vector: 15,
            processor_mask: mask(),
            ..Default::default()
        },
    ));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_HYPERCALL_INPUT));
    require!(result == expected, "{result:?}");
    Ok(())
}

/// An interrupt that needs no end, as the assist page says.
pub fn lazy_end() -> Outcome {
    use crate::enlightened::{ASSIST, lazy_ends, read, use_assist_page, write};
    use hv_defs::vp::{HvRegisterVpAssistPage, HvX64MsrVpAssistPage};

    let enable = HvRegisterVpAssistPage::new()
        .with_enable(true)
        .with_gpa_page_number(ASSIST.number());
    write::<HvX64MsrVpAssistPage>(enable);
    require!(
        read::<HvX64MsrVpAssistPage>() == enable,
        "the MSR became {:?}",
        read::<HvX64MsrVpAssistPage>()
    );
    use_assist_page(true);
    let before = lazy_ends();
    let set = SparseVpSet::of([vp_index(0)]).expect("a small index");
    let call = Call::<HvCallSendSyntheticClusterIpiEx>::new(HvInputSendSyntheticClusterIpiEx {
        vector: u32::from(VECTOR),
        processor_set: set.header(),
        ..Default::default()
    })
    .with_variable_header(set.banks());
    for _ in 0..20 {
        let counts = counts();
        let result = issue(&call);
        require!(result == Ok(()), "{result:?}");
        // Each comes only if the one before was ended in a way that KVM understands.
        arrived(&counts, |number| number == 0)?;
    }
    let lazy = lazy_ends() - before;
    write::<HvX64MsrVpAssistPage>(HvRegisterVpAssistPage::new());
    use_assist_page(false);
    require!(lazy > 0, "none of 20 interrupts was without an end");
    Ok(())
}
