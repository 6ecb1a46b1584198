//! Clocks.

use hv_defs::timer::{
    HvReferenceTscPage, HvRegisterReferenceTsc, HvX64MsrReferenceTsc, HvX64MsrTscFrequency,
};
use hv_defs::vp::HvX64MsrVpRuntime;

use crate::enlightened::{now, read, wait, write};
use crate::machine::{Page, rdtsc};
use crate::report::{Outcome, note, require};

/// 100-nanosecond units of a second.
pub const SECOND: u64 = 10_000_000;

static TSC_PAGE: Page = Page::new();

/// The counter, and the time-stamp counter before and after it.
fn counters() -> (u64, u64, u64) {
    let before = rdtsc();
    (before, now(), rdtsc())
}

/// The counter runs on, as fast as the time-stamp counter and its frequency say.
pub fn counter() -> Outcome {
    let frequency = read::<HvX64MsrTscFrequency>();
    let (before_first, first, after_first) = counters();
    wait(SECOND / 2, || false);
    let (before_last, last, after_last) = counters();
    let units = |ticks: u64| {
        let units = u128::from(ticks) * u128::from(SECOND) / u128::from(frequency);
        u64::try_from(units).unwrap_or(u64::MAX)
    };
    let elapsed = last - first;
    let (least, most) = (
        units(before_last - after_first),
        units(after_last - before_first),
    );
    note(format_args!(
        "frequency {frequency}, elapsed {elapsed}, by the TSC {least} to {most}"
    ));
    require!(
        (least - least / 20..=most + most / 20).contains(&elapsed),
        "{elapsed} is not between {least} and {most}"
    );
    Ok(())
}

/// The time of the reference page, unless it has no valid sequence.
fn page_time() -> Option<u64> {
    loop {
        let page: HvReferenceTscPage = TSC_PAGE.read(0);
        let tsc = rdtsc();
        if page.tsc_sequence == 0 {
            return None;
        }
        let scaled = (u128::from(tsc) * u128::from(page.tsc_scale)) >> 64;
        let time = (scaled as u64).wrapping_add_signed(page.tsc_offset);
        let again: HvReferenceTscPage = TSC_PAGE.read(0);
        if again.tsc_sequence == page.tsc_sequence {
            return Some(time);
        }
    }
}

/// For a second, the page and the MSR agree.
pub fn reference_page() -> Outcome {
    let enable = HvRegisterReferenceTsc::new()
        .with_enable(true)
        .with_gpa_page_number(TSC_PAGE.number());
    write::<HvX64MsrReferenceTsc>(enable);
    require!(
        read::<HvX64MsrReferenceTsc>() == enable,
        "the MSR became {:?}",
        read::<HvX64MsrReferenceTsc>()
    );
    let page: HvReferenceTscPage = TSC_PAGE.read(0);
    note(format_args!(
        "sequence {}, scale {:#x}, offset {}",
        page.tsc_sequence, page.tsc_scale, page.tsc_offset
    ));
    let end = now() + SECOND;
    let mut samples = 0_u32;
    while now() < end {
        let before = now();
        let Some(time) = page_time() else {
            crate::report::fail!("the page has no valid sequence");
        };
        let after = now();
        require!(
            (before..=after).contains(&time),
            "the page says {time} between {before} and {after} of the MSR"
        );
        samples += 1;
    }
    note(format_args!("{samples} samples of the reference page"));
    Ok(())
}

/// The time that this processor ran does not go back, and goes on.
pub fn runtime() -> Outcome {
    let first = read::<HvX64MsrVpRuntime>();
    let goes_on = wait(SECOND, || read::<HvX64MsrVpRuntime>() > first);
    require!(goes_on, "it stands at {first}");
    Ok(())
}
