//! Messages and timers of the first processor.

use core::sync::atomic::{Ordering, fence};

use hv_defs::Msr;
use hv_defs::cpuid::HvX64HypervisorFeatures;
use hv_defs::synic::{
    HvMessage, HvMessageHeader, HvMessageType, HvSynicScontrol, HvSynicSiefp, HvSynicSimp,
    HvX64MsrEom, HvX64MsrScontrol, HvX64MsrSiefp, HvX64MsrSimp, HvX64MsrSint2, HvX64MsrSint3,
    HvX64MsrSversion, HvX64SynicSint,
};
use hv_defs::timer::{
    HvTimerMessagePayload, HvX64MsrStimer0Config, HvX64MsrStimer0Count, HvX64MsrStimer1Config,
    HvX64MsrStimer1Count, HvX64MsrStimer2Config, HvX64MsrStimer2Count, HvX64MsrStimer3Config,
    HvX64MsrStimer3Count, HvX64MsrStimerConfigContents,
};

use super::time::SECOND;
use crate::enlightened::{ends_by_itself, leaf, now, read, try_write, wait, write};
use crate::machine::{self, PROTECTION, Page, processors::interrupts};
use crate::report::{Outcome, Text, fail, require, text};

pub static MESSAGES: Page = Page::new();
pub static EVENTS: Page = Page::new();

/// The synthetic interrupt source of the timers, and its vector.
const SOURCE: u8 = 2;
const VECTOR: u8 = 0x50;
/// The vector of a timer that sends no message.
const DIRECT_VECTOR: u8 = 0x52;

/// How long to wait for what must come. The machine around this one may stand still for seconds.
pub const LIMIT: u64 = 30 * SECOND;

fn slot() -> usize {
    usize::from(SOURCE) * size_of::<HvMessage>()
}

/// The pages, the source and the switch.
pub fn setup() -> Outcome {
    let version = read::<HvX64MsrSversion>();
    require!(
        HvX64MsrSversion::encode(version) == 1,
        "version {version:?}"
    );
    write::<HvX64MsrSimp>(
        HvSynicSimp::new()
            .with_simp_enabled(true)
            .with_base_simp_gpa(MESSAGES.number()),
    );
    write::<HvX64MsrSiefp>(
        HvSynicSiefp::new()
            .with_siefp_enabled(true)
            .with_base_siefp_gpa(EVENTS.number()),
    );
    require!(
        read::<HvX64MsrSint2>().masked(),
        "a source that nobody set up is not masked"
    );
    let source = HvX64SynicSint::new()
        .with_vector(VECTOR)
        .with_auto_eoi(true);
    write::<HvX64MsrSint2>(source);
    ends_by_itself(VECTOR);
    require!(
        read::<HvX64MsrSint2>() == source,
        "SINT2 became {:?}",
        read::<HvX64MsrSint2>()
    );
    // The TLFS starts with a SynIC that is not enabled, KVM with one that is: see docs/kvm-findings.md.
    let control = HvSynicScontrol::new().with_enable(true);
    require!(
        read::<HvX64MsrScontrol>() == control,
        "SCONTROL is {:?} before it is written",
        read::<HvX64MsrScontrol>()
    );
    for control in [HvSynicScontrol::new(), control] {
        write::<HvX64MsrScontrol>(control);
        let became = read::<HvX64MsrScontrol>();
        require!(became == control, "SCONTROL became {became:?}");
    }
    Ok(())
}

/// Vectors below 16 belong to the processor.
pub fn low_vector() -> Outcome {
    let source = HvX64SynicSint::new().with_vector(15);
    let result = try_write::<HvX64MsrSint3>(source);
    require!(result == Err(PROTECTION), "{result:?}");
    let result = try_write::<HvX64MsrSint3>(source.with_masked(true));
    require!(result == Ok(()), "masked: {result:?}");
    Ok(())
}

fn has_message_at(slot: usize) -> bool {
    let header: HvMessageHeader = MESSAGES.read(slot);
    header.message_type != HvMessageType::NONE
}

/// Waits for more interrupts of the vector than before, and a message in the slot at this offset. An interrupt
/// without a message is none, as for every driver: QEMU 7.2 sometimes delivers an injected one twice.
pub fn wait_for_message(vector: u8, before: u32, slot: usize) -> bool {
    wait(LIMIT, || {
        interrupts(0, vector) > before && has_message_at(slot)
    })
}

/// Waits for the next interrupt of the source, and takes its message.
fn next_message(seen: &mut u32) -> Result<(HvMessageHeader, HvTimerMessagePayload), Text> {
    let before = *seen;
    if !wait_for_message(VECTOR, before, slot()) {
        let message: HvMessage = MESSAGES.read(slot());
        return Err(text(format_args!(
            "no interrupt with a message: {} before, {} now; the slot has {:?}",
            before,
            interrupts(0, VECTOR),
            message.header
        )));
    }
    *seen = interrupts(0, VECTOR);
    let message: HvMessage = MESSAGES.read(slot());
    let Some(timer) = message.payload_as::<HvTimerMessagePayload>() else {
        return Err(text(format_args!(
            "a message that is none of a timer: {:?}",
            message.header
        )));
    };
    Ok((message.header, *timer))
}

/// Gives the slot at this offset back, and asks for the message that waits, if one does.
pub fn free_slot_at(slot: usize) {
    MESSAGES.write(slot, &HvMessageType::NONE);
    // The flag counts only if it is read after the slot is free.
    fence(Ordering::SeqCst);
    let header: HvMessageHeader = MESSAGES.read(slot);
    if header.message_flags.message_pending() {
        machine::wrmsr(HvX64MsrEom::NUMBER, 0).expect("the guest has it");
    }
}

fn free_slot() {
    free_slot_at(slot());
}

fn config() -> HvX64MsrStimerConfigContents {
    HvX64MsrStimerConfigContents::new().with_sintx(SOURCE)
}

/// A timer that expires once, and its message.
pub fn one_shot() -> Outcome {
    let mut seen = interrupts(0, VECTOR);
    let due = now() + SECOND / 100;
    write::<HvX64MsrStimer0Count>(due);
    write::<HvX64MsrStimer0Config>(config().with_enable(true));
    let (header, timer) = next_message(&mut seen)?;
    require!(
        usize::from(header.payload_size) == size_of::<HvTimerMessagePayload>()
            && header.message_type == HvMessageType::TIMER_EXPIRED
            && !header.message_flags.message_pending(),
        "{header:?}"
    );
    require!(
        timer.timer_index == 0 && timer.expiration_time == due,
        "{timer:?}, due {due}"
    );
    require!(
        (due..=now()).contains(&timer.delivery_time),
        "{timer:?}, which is not between {due} and now"
    );
    free_slot();
    require!(
        !read::<HvX64MsrStimer0Config>().enable(),
        "it is still enabled"
    );
    Ok(())
}

/// A timer that expires again and again.
pub fn periodic() -> Outcome {
    const PERIOD: u64 = SECOND / 50;
    write::<HvX64MsrStimer1Count>(PERIOD);
    write::<HvX64MsrStimer1Config>(config().with_enable(true).with_periodic(true));
    let outcome = ticks(PERIOD);
    write::<HvX64MsrStimer1Config>(config());
    wait(PERIOD, || false);
    free_slot();
    outcome
}

/// What the second timer sends while it runs.
fn ticks(period: u64) -> Outcome {
    let mut seen = interrupts(0, VECTOR);
    let (_, first) = next_message(&mut seen)?;
    free_slot();
    let mut last = first.expiration_time;
    for _ in 0..5 {
        let (_, timer) = next_message(&mut seen)?;
        free_slot();
        require!(timer.timer_index == 1, "{timer:?}");
        let since = timer.expiration_time.wrapping_sub(last);
        require!(
            since != 0 && since % period == 0,
            "{since} after the one before"
        );
        last = timer.expiration_time;
    }
    require!(
        read::<HvX64MsrStimer1Config>().enable(),
        "it ended by itself"
    );
    Ok(())
}

/// A timer that its count starts.
pub fn auto_enable() -> Outcome {
    let mut seen = interrupts(0, VECTOR);
    write::<HvX64MsrStimer2Config>(config().with_auto_enable(true));
    require!(
        !read::<HvX64MsrStimer2Config>().enable(),
        "it runs without a count"
    );
    write::<HvX64MsrStimer2Count>(now() + SECOND / 100);
    let (_, timer) = next_message(&mut seen)?;
    free_slot();
    require!(timer.timer_index == 2, "{timer:?}");
    Ok(())
}

/// A timer that sends an interrupt and no message.
pub fn direct() -> Outcome {
    let before = interrupts(0, DIRECT_VECTOR);
    let config = HvX64MsrStimerConfigContents::new()
        .with_direct_mode(true)
        .with_apic_vector(DIRECT_VECTOR);
    write::<HvX64MsrStimer3Count>(now() + SECOND / 100);
    write::<HvX64MsrStimer3Config>(config.with_enable(true));
    let came = wait(LIMIT, || interrupts(0, DIRECT_VECTOR) > before);
    require!(came, "no interrupt of the vector {DIRECT_VECTOR:#x}");
    let header: HvMessageHeader = MESSAGES.read(slot());
    require!(
        header.message_type == HvMessageType::NONE,
        "a message too: {header:?}"
    );
    Ok(())
}

/// Only a guest that is offered direct mode can set it.
pub fn direct_granted() -> Outcome {
    let features: HvX64HypervisorFeatures = leaf();
    let timers = features.partition_privileges.access_synthetic_timer_regs();
    let offered = timers && features.edx.direct_synthetic_timers();
    let direct = HvX64MsrStimerConfigContents::new()
        .with_direct_mode(true)
        .with_apic_vector(DIRECT_VECTOR);
    let result = try_write::<HvX64MsrStimer3Config>(direct);
    let expected = if offered { Ok(()) } else { Err(PROTECTION) };
    require!(result == expected, "offered: {offered}, {result:?}");
    if offered {
        write::<HvX64MsrStimer3Config>(HvX64MsrStimerConfigContents::new());
    }
    Ok(())
}

/// A timer that runs and loses its source stops. KVM lets one start without a source, which the TLFS
/// does not: see docs/kvm-findings.md.
pub fn no_source() -> Outcome {
    let none = HvX64MsrStimerConfigContents::new().with_enable(true);
    write::<HvX64MsrStimer3Count>(now() + 1000 * SECOND);
    write::<HvX64MsrStimer3Config>(config().with_enable(true));
    write::<HvX64MsrStimer3Config>(none);
    let became = read::<HvX64MsrStimer3Config>();
    require!(!became.enable(), "{became:?}");
    write::<HvX64MsrStimer3Config>(none);
    let became = read::<HvX64MsrStimer3Config>();
    require!(
        became.enable(),
        "KVM now stops a timer that never had a source: {became:?}"
    );
    write::<HvX64MsrStimer3Count>(0);
    let became = read::<HvX64MsrStimer3Config>();
    require!(
        !became.enable(),
        "a count of 0 does not stop it: {became:?}"
    );
    Ok(())
}

/// A second message waits while the slot is taken, and comes once the guest says that it is free.
pub fn pending() -> Outcome {
    let mut seen = interrupts(0, VECTOR);
    let due = now() + SECOND / 100;
    write::<HvX64MsrStimer0Count>(due);
    write::<HvX64MsrStimer0Config>(config().with_enable(true));
    let (_, first) = next_message(&mut seen)?;
    write::<HvX64MsrStimer2Count>(now() + SECOND / 100);
    write::<HvX64MsrStimer2Config>(config().with_enable(true));
    let waits = wait(LIMIT, || {
        let header: HvMessageHeader = MESSAGES.read(slot());
        header.message_flags.message_pending()
    });
    require!(waits, "the flag of a waiting message is not set");
    let message: HvMessage = MESSAGES.read(slot());
    let Some(still) = message.payload_as::<HvTimerMessagePayload>() else {
        fail!("the message that was there is gone: {:?}", message.header);
    };
    require!(*still == first, "{still:?} in place of {first:?}");
    free_slot();
    let came = wait(LIMIT, || has_message_at(slot()));
    require!(came, "the second message does not come");
    let message: HvMessage = MESSAGES.read(slot());
    let second = message.payload_as::<HvTimerMessagePayload>();
    require!(
        second.is_some_and(|timer| timer.timer_index == 2),
        "{second:?}"
    );
    free_slot();
    Ok(())
}
