//! Control words, right and wrong, generated: what the hypervisor answers against what the parser of
//! hv-defs says of the same word and the same input. Every difference must be one that is known, and
//! each of those must occur.

use hv_defs::call::X64FastRegisters;
use hv_defs::hypercall::{HvCallCode, HvExtCallQueryCapabilities, HvHypercallInput};
use hv_defs::vp_set::VpSet;
use hv_defs::zerocopy::FromBytes;
use hv_defs::{HvError, HvResult, Hypercall};

use crate::enlightened::{INPUT, OUTPUT, raw, raw_fast};
use crate::report::{Outcome, note, require, text};

hv_defs::hypercall_requests! {
    /// The calls of KVM, and those that it hands to the VMM.
    enum Calls {
        FlushSpace = hv_defs::mmu::HvCallFlushVirtualAddressSpace,
        FlushList = hv_defs::mmu::HvCallFlushVirtualAddressList,
        LongSpinWait = hv_defs::hypercall::HvCallNotifyLongSpinWait,
        Ipi = hv_defs::interrupt::HvCallSendSyntheticClusterIpi,
        FlushSpaceEx = hv_defs::mmu::HvCallFlushVirtualAddressSpaceEx,
        FlushListEx = hv_defs::mmu::HvCallFlushVirtualAddressListEx,
        IpiEx = hv_defs::interrupt::HvCallSendSyntheticClusterIpiEx,
        PostMessage = hv_defs::synic::HvCallPostMessage,
        SignalEvent = hv_defs::synic::HvCallSignalEvent,
        QueryCapabilities = hv_defs::hypercall::HvExtCallQueryCapabilities,
    }
}

const CODES: [HvCallCode; 11] = [
    HvCallCode::FLUSH_VIRTUAL_ADDRESS_SPACE,
    HvCallCode::FLUSH_VIRTUAL_ADDRESS_LIST,
    HvCallCode::NOTIFY_LONG_SPIN_WAIT,
    HvCallCode::SEND_SYNTHETIC_CLUSTER_IPI,
    HvCallCode::FLUSH_VIRTUAL_ADDRESS_SPACE_EX,
    HvCallCode::FLUSH_VIRTUAL_ADDRESS_LIST_EX,
    HvCallCode::SEND_SYNTHETIC_CLUSTER_IPI_EX,
    HvCallCode::POST_MESSAGE,
    HvCallCode::SIGNAL_EVENT,
    HvExtCallQueryCapabilities::CODE,
    HvCallCode::from_bits(0x7777),
];

/// How many control words.
const WORDS: u32 = 600;

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    /// True once in so many times.
    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

fn word(numbers: &mut Numbers) -> HvHypercallInput {
    let code = CODES[numbers.below(CODES.len() as u64) as usize];
    let mut word = HvHypercallInput::new()
        .with_call_code(code)
        .with_is_fast(numbers.once_in(2))
        .with_is_nested(numbers.once_in(12));
    if numbers.once_in(2) {
        word = word.with_count_of_elements(numbers.below(5) as u16);
    }
    if numbers.once_in(4) {
        word = word.with_rep_start_index(numbers.below(5) as u16);
    }
    if numbers.once_in(4) {
        word = word.with_variable_header_size(numbers.below(4) as u16);
    }
    if numbers.once_in(10) {
        let reserved = HvHypercallInput::RESERVED_ZERO_MASK;
        let mut bit = 1_u64 << numbers.below(64);
        while bit & reserved == 0 {
            bit = bit.rotate_left(1);
        }
        word = HvHypercallInput::from_bits(word.into_bits() | bit);
    }
    word
}

/// What the parser says: a status, or that there is nothing wrong with the word.
fn predict(control: HvHypercallInput, input: &[u8]) -> HvResult<()> {
    let set = match Calls::parse(control, input)? {
        Calls::FlushSpaceEx(request) => (request.input().processor_set, request.variable_header()),
        Calls::FlushListEx(request) => (request.input().processor_set, request.variable_header()),
        Calls::IpiEx(request) => (request.input().processor_set, request.variable_header()),
        Calls::Unknown(_) => return Err(HvError::INVALID_HYPERCALL_CODE),
        _ => return Ok(()),
    };
    VpSet::parse(set.0, set.1).map(|_| ())
}

/// The differences that are known; docs/kvm-findings.md describes each.
const KNOWN: [&str; 5] = [
    "the bit of nested calls is reserved",
    "a series starts at 0 only",
    "reserved bits come before the code",
    "banks beyond the mask are refused",
    "an extended call in registers is refused before its word is looked at",
];

fn explain(
    control: HvHypercallInput,
    predicted: HvResult<()>,
    answer: HvResult<()>,
) -> Option<usize> {
    let refused = answer == Err(HvError::INVALID_HYPERCALL_INPUT);
    let rep = matches!(
        control.call_code(),
        HvCallCode::FLUSH_VIRTUAL_ADDRESS_LIST | HvCallCode::FLUSH_VIRTUAL_ADDRESS_LIST_EX
    );
    let reserved = control.into_bits() & HvHypercallInput::RESERVED_ZERO_MASK != 0;
    let extended = control.call_code() == HvExtCallQueryCapabilities::CODE;
    match predicted {
        _ if extended && control.is_fast() && answer == Err(HvError::INVALID_PARAMETER) => Some(4),
        _ if !refused => None,
        _ if control.is_nested() => Some(0),
        Ok(()) if rep && control.rep_start_index() != 0 => Some(1),
        Err(HvError::INVALID_HYPERCALL_CODE) if reserved => Some(2),
        // The set of these tests has no bank.
        Ok(()) if control.variable_header_size() != 0 => Some(3),
        _ => None,
    }
}

/// All words.
pub fn differential() -> Outcome {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut known = [0_u32; KNOWN.len()];
    let (mut wrong, mut refused, mut different) = (0_u32, 0_u32, 0_u32);
    for _ in 0..WORDS {
        let control = word(&mut numbers);
        // An empty set, all address spaces, a connection that nobody has.
        let mut input = [0_u8; 4096];
        input[0] = 0x53;
        let (predicted, answer) = if control.is_fast() {
            let block = &input[..size_of::<X64FastRegisters>()];
            let Ok(mut registers) = X64FastRegisters::read_from_bytes(block) else {
                return Err(text(format_args!("the block has another size")));
            };
            let answer = raw_fast(control.into_bits(), &mut registers);
            let Ok(answer) = answer else {
                return Err(text(format_args!("{control:?}: {answer:?}")));
            };
            (predict(control, block), answer)
        } else {
            INPUT.write(0, &input);
            let answer = raw(control.into_bits(), INPUT.gpa(), OUTPUT.gpa());
            (predict(control, &input), answer)
        };
        let answer = answer.call_status().result();
        // What comes after the word and the input is right is not the parser's.
        let same = match predicted {
            Ok(()) => !matches!(
                answer,
                Err(HvError::INVALID_HYPERCALL_INPUT | HvError::INVALID_HYPERCALL_CODE)
            ),
            Err(_) => answer == predicted,
        };
        refused += u32::from(predicted.is_err());
        if same {
            continue;
        }
        different += 1;
        match explain(control, predicted, answer) {
            Some(reason) => known[reason] += 1,
            None => {
                wrong += 1;
                note(format_args!(
                    "{control:?}: predicted {predicted:?}, got {answer:?}"
                ));
            }
        }
    }
    note(format_args!(
        "{WORDS} control words, {refused} to be refused, {different} differences"
    ));
    for (reason, count) in KNOWN.iter().zip(known) {
        note(format_args!("{count} times: {reason}"));
        require!(count > 0, "never seen: {reason}");
    }
    require!(refused > 200, "only {refused} words are wrong");
    require!(wrong == 0, "{wrong} of {WORDS} words have another answer");
    Ok(())
}
