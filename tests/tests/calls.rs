//! Hypercalls between a guest and a VMM: what one lays out the other reads, and what a guest does wrong
//! gets its status. Everything here is held against rules that this file states by itself.

use hv_defs::call::{
    Arm64FastRegisters, Call, CallError, CallSizes, FastOffer, FastRefusal, FastRegisters, List,
    Request, X64FastRegisters,
};
use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
use hv_defs::interrupt::{HvCallSendSyntheticClusterIpiEx, HvInputSendSyntheticClusterIpiEx};
use hv_defs::mmu::{HvCallFlushVirtualAddressListEx, HvInputFlushVirtualAddressListEx};
use hv_defs::register::HvRegisterName;
use hv_defs::request::{Arm64HypercallRequest, X64HypercallRequest};
use hv_defs::tables::{self, Architecture, HYPERCALLS, HypercallInfo};
use hv_defs::vp::{HvCallGetVpRegisters, HvInputGetVpRegisters, HvRegisterValue, HvVpSet};
use hv_defs::vp_set::{SparseVpSet, VpSet};
use hv_defs::{HvError, HvResult, Hypercall, Shape};
use proptest::prelude::*;
use zerocopy::IntoBytes;

#[path = "../../hv-defs/examples/guest.rs"]
#[allow(dead_code, unreachable_pub, reason = "it is a program of its own")]
mod guest;
#[path = "../../hv-defs/examples/root_partition.rs"]
#[allow(dead_code, unreachable_pub, reason = "it is a program of its own")]
mod root_partition;

#[test]
fn the_example_guest_comes_up_on_the_example_vmm() {
    let machine = guest::run().expect("the guest comes up");
    assert!(machine.has_hypercall_page());
    assert_eq!(machine.posted, [(7, b"hello".to_vec())]);
    assert_eq!(
        machine.flushed,
        [
            (vec![1, 130], None),
            // 4096 bytes less 32 of header and 16 of banks hold 506 ranges.
            (vec![0, 64], Some(506)),
            (vec![0, 64], Some(494)),
        ]
    );
}

#[test]
fn the_example_root_makes_a_guest() {
    let hypervisor = root_partition::run().expect("the guest runs");
    let partition = hypervisor.partitions.values().next().expect("a partition");
    assert!(partition.initialized);
    assert_eq!(partition.memory.len(), 1200);
    assert_eq!(partition.processors.get(&0).map(Vec::len), Some(3));
    // 700 pages are wanted, and given 256 at a time.
    assert_eq!(hypervisor.deposited, 768);
}

/// What the TLFS says of a control word, from the bits of the word itself.
fn expected(info: &HypercallInfo, control: u64, available: usize) -> Result<(), HvError> {
    let bits = |low: u32, width: u32| control >> low & ((1 << width) - 1);
    let reserved = bits(27, 4) | bits(44, 4) | bits(60, 4);
    let (fast, words, count, start) = (bits(16, 1), bits(17, 10), bits(32, 12), bits(48, 12));
    let is_rep = info.shape == Shape::Rep;
    let bad = reserved != 0
        || (!is_rep && (count | start) != 0)
        || (is_rep && start >= count)
        || (words != 0 && info.variable_header_element_size == 0)
        || (fast != 0 && info.fast == Some(false));
    if bad {
        return Err(HvError::INVALID_HYPERCALL_INPUT);
    }
    let number = |bits: u64| usize::try_from(bits).expect("12 bits at most");
    let needed = info.input_size + number(words) * 8 + number(count) * info.input_element_size;
    match (needed <= available, fast) {
        (true, _) => Ok(()),
        (false, 0) => Err(HvError::INVALID_ALIGNMENT),
        (false, _) => Err(HvError::INVALID_HYPERCALL_INPUT),
    }
}

fn parsed(architecture: Architecture, control: HvHypercallInput, input: &[u8]) -> HvResult<bool> {
    match architecture {
        Architecture::X64 => X64HypercallRequest::parse(control, input)
            .map(|request| !matches!(request, X64HypercallRequest::Unknown(_))),
        Architecture::Arm64 => Arm64HypercallRequest::parse(control, input)
            .map(|request| !matches!(request, Arm64HypercallRequest::Unknown(_))),
    }
}

/// Control words near the valid ones, with some far from them.
fn control_words() -> impl Strategy<Value = u64> {
    let calls =
        proptest::sample::select(HYPERCALLS).prop_map(|info| u64::from(info.code.into_bits()));
    let few = |most: u64| prop_oneof![4 => Just(0), 2 => 1..=3_u64, 1 => 0..=most];
    let near = (
        calls,
        any::<bool>(),
        few(1023),
        few(4095),
        few(4095),
        few(0xf),
    )
        .prop_map(|(code, fast, words, count, start, reserved)| {
            code | u64::from(fast) << 16
                | words << 17
                | count << 32
                | start << 48
                | (reserved & 0xf) << 27
        });
    prop_oneof![9 => near, 1 => any::<u64>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn every_control_word_gets_its_status(
        control in control_words(),
        length in prop_oneof![0..200_usize, Just(4096)],
        is_x64 in any::<bool>(),
    ) {
        let architecture = if is_x64 { Architecture::X64 } else { Architecture::Arm64 };
        let word = HvHypercallInput::from_bits(control);
        let found = parsed(architecture, word, &vec![0; length]);
        match tables::hypercall(word.call_code(), architecture) {
            None => prop_assert_eq!(found, Ok(false)),
            Some(info) => {
                let expected = expected(info, control, length).map(|()| true);
                prop_assert_eq!(found, expected, "{} {:#x}", info.name, control);
            }
        }
    }

    #[test]
    fn a_list_arrives_as_it_was_sent(
        banks in proptest::collection::btree_set(0..4096_u32, 0..40),
        pages in proptest::collection::vec(any::<[u8; 8]>(), 1..1200),
        nested in any::<bool>(),
    ) {
        let set = SparseVpSet::of(banks.iter().copied()).expect("all are below 4096");
        let ranges: Vec<_> = pages
            .iter()
            .map(|page| hv_defs::mmu::HvGvaRange::from_bytes(*page))
            .collect();
        let header = HvInputFlushVirtualAddressListEx {
            address_space: 0x1234,
            processor_set: set.header(),
            ..Default::default()
        };
        let mut call = Call::<HvCallFlushVirtualAddressListEx>::new(header)
            .with_variable_header(set.banks());
        if nested {
            call = call.nested();
        }
        let (mut received, mut calls) = (Vec::new(), 0);
        let result = call.over(&ranges).in_batches().run(&mut [0; 4096], &mut [0; 64], |control, input, _| {
            let request = Request::<HvCallFlushVirtualAddressListEx>::parse(control, input)
                .expect("a guest of ours makes no mistake");
            assert_eq!(request.control().is_nested(), nested);
            assert_eq!(request.input().address_space, 0x1234);
            let passed = VpSet::parse(request.input().processor_set, request.variable_header());
            let passed: Vec<u32> = passed.expect("the set is whole").indices(5000).collect();
            assert!(passed.iter().eq(&banks));
            calls += 1;
            // Stop in the middle, each second time.
            let range = request.pending();
            let stop = if calls % 2 == 0 { range.start + range.len().div_ceil(2) } else { range.end };
            for index in range.start..stop {
                received.push(request.elements().get(index).expect("it is in the list"));
            }
            if stop == range.end { request.done() } else { request.stopped(stop, HvError::TIMEOUT) }
        }, |_, _| ());
        prop_assert_eq!(result, Ok(()));
        prop_assert!(received.iter().map(|range| range.into_bytes()).eq(pages));
    }

    #[test]
    fn sets_keep_their_members(
        members in proptest::collection::btree_set(0..4096_u32, 0..200),
        count in 0..5000_u32,
    ) {
        let set = SparseVpSet::of(members.iter().rev().copied()).expect("all are below 4096");
        let (list, _) = List::split_from(set.banks().as_bytes(), set.banks().len()).expect("banks");
        let passed = VpSet::parse(set.header(), list).expect("the set is whole");
        let below: Vec<u32> = members.iter().copied().filter(|member| *member < count).collect();
        prop_assert_eq!(passed.indices(count).collect::<Vec<_>>(), below);
        for index in 0..4200 {
            prop_assert_eq!(passed.contains(index), members.contains(&index));
        }
    }

    #[test]
    fn a_set_of_a_guest_never_harms(
        format in 0..4_u64,
        mask in any::<u64>(),
        banks in proptest::collection::vec(any::<u64>(), 0..70),
    ) {
        let set = HvVpSet {
            format: hv_defs::vp::HvGenericSetFormat::from_bits(format),
            valid_banks_mask: mask,
        };
        let (list, _) = List::split_from(banks.as_bytes(), banks.len()).expect("banks");
        match VpSet::parse(set, list) {
            Ok(VpSet::All) => prop_assert_eq!(format, 1),
            Ok(set) => {
                prop_assert_eq!(format, 0);
                prop_assert!(set.indices(4096).all(|index| set.contains(index)));
            }
            Err(HvError::INVALID_PARAMETER) => prop_assert!(format > 1),
            Err(error) => {
                prop_assert_eq!(error, HvError::INVALID_HYPERCALL_INPUT);
                prop_assert!(banks.len() < mask.count_ones() as usize);
            }
        }
    }
}

#[test]
fn sets_end_at_4095() {
    assert!(SparseVpSet::of([4095]).is_ok());
    let error = SparseVpSet::of([1, 4096]).expect_err("it is too high");
    assert_eq!(
        error.to_string(),
        "virtual processor 4096 is beyond 4095, where sparse sets end"
    );
}

#[test]
fn a_call_in_registers_brings_its_output_back() {
    let names = [HvRegisterName::X64_RAX, HvRegisterName::X64_RIP];
    let mut registers = X64FastRegisters::default();
    let mut values = Vec::new();
    let vmm = |control: HvHypercallInput, registers: &mut X64FastRegisters| {
        let sizes = CallSizes::of::<HvCallGetVpRegisters>(control).expect("the word is right");
        let range = X64FastRegisters::check(sizes, FastOffer::InputAndOutput).expect("it fits");
        let copy = *registers;
        let request = Request::<HvCallGetVpRegisters>::parse(control, copy.as_bytes())
            .expect("the call is right");
        assert!(request.elements().iter().eq(names));
        // 16 bytes of header and two names are 24 bytes; output stands at the next multiple of 16.
        assert_eq!(range, 32..64);
        let mut reply = request
            .reply(&mut registers.as_mut_bytes()[range])
            .expect("there is room");
        for index in request.pending() {
            let value = HvRegisterValue::from_bytes([if index == 0 { 1 } else { 2 }; 16]);
            reply.set_element(index, &value).expect("it is in the list");
        }
        request.done()
    };
    Call::<HvCallGetVpRegisters>::new(HvInputGetVpRegisters::default())
        .over(&names)
        .run_fast(&mut registers, vmm, |first, list| {
            assert_eq!(first, values.len());
            values.extend(list.iter().map(HvRegisterValue::into_bytes));
        })
        .expect("the call is carried out");
    assert_eq!(values, [[1; 16], [2; 16]]);
}

#[test]
fn output_in_registers_stands_where_the_document_says() {
    // Its example: 20 bytes of input leave 80 bytes of output on x64, and 104 on ARM64.
    let sizes = |output| CallSizes { input: 20, output };
    assert_eq!(X64FastRegisters::output_range(sizes(80)), Some(32..112));
    assert_eq!(X64FastRegisters::output_range(sizes(81)), None);
    assert_eq!(Arm64FastRegisters::output_range(sizes(104)), Some(24..128));
    assert_eq!(Arm64FastRegisters::output_range(sizes(105)), None);
}

#[test]
fn registers_that_are_not_offered_fault() {
    let check = |input, output, offer| X64FastRegisters::check(CallSizes { input, output }, offer);
    let fault = Err(FastRefusal::UndefinedInstruction);
    assert_eq!(check(16, 0, FastOffer::TwoRegisters), Ok(16..16));
    assert_eq!(check(24, 0, FastOffer::TwoRegisters), fault);
    assert_eq!(check(112, 0, FastOffer::Input), Ok(112..112));
    assert_eq!(check(16, 8, FastOffer::Input), fault);
    assert_eq!(
        check(113, 0, FastOffer::Input),
        Err(FastRefusal::Status(HvError::INVALID_HYPERCALL_INPUT))
    );
}

#[test]
fn addresses_are_checked() {
    let sizes = CallSizes {
        input: 16,
        output: 8,
    };
    let check = |input, output| sizes.check_addresses(input, output, 0x10_0000);
    let refused = Err(HvError::INVALID_ALIGNMENT);
    assert_eq!(check(0x1000, 0x2000), Ok(()));
    assert_eq!(check(0x1ff0, 0x2ff8), Ok(()));
    assert_eq!(check(0x1004, 0x2000), refused, "not on 8 bytes");
    assert_eq!(check(0x1ff8, 0x2000), refused, "across a page");
    assert_eq!(
        check(0x10_0000, 0x2000),
        refused,
        "beyond the address space"
    );
    assert_eq!(check(0x1000, u64::MAX), refused, "beyond any address space");
    let none = CallSizes {
        input: 0,
        output: 0,
    };
    assert_eq!(
        none.check_addresses(1, u64::MAX, 0),
        Ok(()),
        "nothing to place"
    );
}

#[test]
fn a_guest_is_told_what_does_not_fit() {
    let call =
        Call::<HvCallSendSyntheticClusterIpiEx>::new(HvInputSendSyntheticClusterIpiEx::default());
    let banks = [1; 20];
    let call = call.with_variable_header(&banks);
    let error = call.write(&mut [0; 100]).expect_err("it does not fit");
    assert_eq!((error.needed, error.available), (184, 100));
    let mut registers = X64FastRegisters::default();
    assert!(call.write_fast(&mut registers).is_err());
    let unreached = |_: HvHypercallInput, _: &[u8], _: &mut [u8]| -> HvHypercallOutput {
        panic!("no call is made")
    };
    let result = call.issue(&mut [0; 100], &mut [], unreached);
    assert!(matches!(result, Err(CallError::TooLong(_))));
}

/// A hypervisor that does nothing and says that all is well does not hold a guest forever.
#[test]
fn a_series_without_progress_ends() {
    let ranges = [hv_defs::mmu::HvGvaRange::default(); 3];
    let mut calls = 0;
    let error = Call::<HvCallFlushVirtualAddressListEx>::new(Default::default())
        .over(&ranges)
        .run(
            &mut [0; 4096],
            &mut [],
            |_, _, _| {
                calls += 1;
                HvHypercallOutput::new()
            },
            |_, _| (),
        )
        .expect_err("it does not end well");
    assert_eq!((error.completed, calls), (0, 1));
}

#[test]
fn a_series_says_how_far_it_came() {
    let ranges = [hv_defs::mmu::HvGvaRange::default(); 600];
    let mut calls = 0;
    let mut series = Call::<HvCallFlushVirtualAddressListEx>::new(Default::default()).over(&ranges);
    let unreached = |_: HvHypercallInput, _: &[u8], _: &mut [u8]| -> HvHypercallOutput {
        panic!("600 ranges do not fit a page, and are not in batches")
    };
    let error = series
        .run(&mut [0; 4096], &mut [], unreached, |_, _| ())
        .expect_err("it is not made");
    assert_eq!((error.completed, error.error), (0, CallError::NeedsBatches));
    let mut series = series.in_batches();
    let issue = |_: HvHypercallInput, _: &[u8], _: &mut [u8]| {
        calls += 1;
        let done = HvHypercallOutput::new();
        match calls {
            1 => done.with_elements_processed(508),
            _ => done
                .with_elements_processed(10)
                .with_call_status(HvError::INVALID_PARAMETER.into()),
        }
    };
    let error = series
        .run(&mut [0; 4096], &mut [], issue, |_, _| ())
        .expect_err("it is refused");
    assert_eq!(
        error.to_string(),
        "A parameter is invalid, after 518 repetitions"
    );
}

#[test]
fn tables_are_sorted_and_agree_with_the_types() {
    assert!(HYPERCALLS.is_sorted_by_key(|row| row.code.into_bits()));
    assert!(tables::MSRS.is_sorted_by_key(|row| row.number));
    assert!(tables::REGISTERS.is_sorted_by_key(|row| row.register.into_bits()));
    assert!(tables::MESSAGES.is_sorted_by_key(|row| row.message_type.into_bits()));
    assert!(tables::STATUSES.is_sorted_by_key(|row| row.status.into_bits()));
    for architecture in [Architecture::X64, Architecture::Arm64] {
        for row in HYPERCALLS
            .iter()
            .filter(|row| row.architectures.contains(architecture))
        {
            let found = tables::hypercall(row.code, architecture).expect("it is in the table");
            assert_eq!(found.code, row.code);
        }
        for row in tables::REGISTERS
            .iter()
            .filter(|row| row.architectures.contains(architecture))
        {
            assert!(tables::register(row.register, architecture).is_some());
            assert!(row.value_size <= 16, "{}", row.name);
        }
    }
    let row =
        tables::hypercall(HvCallGetVpRegisters::CODE, Architecture::X64).expect("it is there");
    assert_eq!(row.input_size, size_of::<HvInputGetVpRegisters>());
    assert_eq!(row.output_element_size, size_of::<HvRegisterValue>());
    assert_eq!(row.statuses, HvCallGetVpRegisters::STATUSES);
}
