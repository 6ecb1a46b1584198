//! What is checked, in order: later tests use what earlier ones set up.

mod calls;
mod control_words;
mod from_vmm;
mod leaves;
mod msrs;
mod processors;
mod setup;
mod synic;
mod time;

use crate::report::test;

/// Runs everything that this guest may.
pub fn run(restricted: bool) {
    test("leaves/interface", leaves::interface);
    test("leaves/version", leaves::version);
    test("leaves/features", leaves::features);
    test("processors/start", setup::processors_start);
    test("hypercalls/guest-os-id", setup::guest_os_id);
    test("hypercalls/page", setup::page);
    test("msrs/read", msrs::read);
    test("msrs/write-refused", msrs::write_refused);
    test("msrs/write-back", msrs::write_back);
    test("msrs/unknown", msrs::unknown);
    test("calls/granted", calls::granted);
    test("calls/registers", calls::registers);
    test("timers/direct-granted", synic::direct_granted);
    // What follows needs all privileges.
    if restricted {
        return;
    }
    test("time/counter", time::counter);
    test("time/reference-page", time::reference_page);
    test("time/runtime", time::runtime);
    test("synic/setup", synic::setup);
    test("synic/low-vector", synic::low_vector);
    test("timers/one-shot", synic::one_shot);
    test("timers/periodic", synic::periodic);
    test("timers/auto-enable", synic::auto_enable);
    test("timers/direct", synic::direct);
    test("timers/no-source", synic::no_source);
    test("messages/pending", synic::pending);
    test("messages/from-vmm", from_vmm::messages);
    test("events/from-vmm", from_vmm::events);
    test("msrs/crash-without-notice", msrs::crash_without_notice);
    test("calls/post-message", calls::post_message);
    test("calls/signal-event", calls::signal_event);
    test("calls/capabilities", calls::capabilities);
    test("calls/unknown", calls::unknown);
    test("flush/space", processors::flush);
    test("flush/space-ex", processors::flush_ex);
    test("flush/space-ex-short", processors::flush_ex_short);
    test("flush/list", processors::flush_list);
    test("flush/list-count", processors::flush_list_count);
    test("flush/list-fast", processors::flush_list_fast);
    test("flush/list-ex", processors::flush_list_ex);
    test("interrupts/cluster", processors::interrupt);
    test("interrupts/cluster-ex", processors::interrupt_ex);
    test("interrupts/low-vector", processors::interrupt_low_vector);
    test("interrupts/lazy-end", processors::lazy_end);
    test("calls/control-words", control_words::differential);
}
