//! How long the parameters of a call are, from its control word.

use crate::hypercall::{HV_PAGE_SIZE, HvHypercallInput};
use crate::{HvError, HvResult, Hypercall, Shape};

/// How long the input and the output of a call are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallSizes {
    /// Bytes of input: the header, its variable part and the list.
    pub input: usize,
    /// Bytes of output: the fixed part and the list.
    pub output: usize,
}

impl CallSizes {
    /// The sizes of a call with this control word, which a guest made.
    ///
    /// # Errors
    ///
    /// `HV_STATUS_INVALID_HYPERCALL_INPUT` where a reserved bit is set, where the repetitions do not
    /// fit the call (any for one that does not repeat, none for one that does, a start that is not
    /// below the count), where there is a variable header that the call does not take, and where
    /// it is passed in registers though it may not be.
    #[inline]
    pub const fn of<H: Hypercall>(control: HvHypercallInput) -> HvResult<Self> {
        let invalid = Err(HvError::INVALID_HYPERCALL_INPUT);
        if control.into_bits() & HvHypercallInput::RESERVED_ZERO_MASK != 0 {
            return invalid;
        }
        let (count, start) = (control.count_of_elements(), control.rep_start_index());
        let repetitions_fit = match H::SHAPE {
            Shape::Rep => start < count,
            Shape::Simple | Shape::Vtl => count == 0 && start == 0,
        };
        if !repetitions_fit {
            return invalid;
        }
        if control.variable_header_size() != 0 && H::VARIABLE_HEADER_OFFSET.is_none() {
            return invalid;
        }
        if control.is_fast() && matches!(H::FAST, Some(false)) {
            return invalid;
        }
        // At most 4095 elements of at most a page each, and 1023 words: this fits 32 bits.
        let count = count as usize;
        Ok(Self {
            input: size_of::<H::Input>()
                + control.variable_header_size() as usize * size_of::<u64>()
                + count * size_of::<H::InputElement>(),
            output: size_of::<H::Output>() + count * size_of::<H::OutputElement>(),
        })
    }

    /// Whether the parameters may stand at these guest physical addresses. The address of parameters
    /// that the call does not have counts for nothing. `gpa_space` is the first address beyond the
    /// guest's address space.
    ///
    /// That input and output do not overlap is for the guest to see to: no status is defined for it.
    ///
    /// # Errors
    ///
    /// `HV_STATUS_INVALID_ALIGNMENT` where an address is not on 8 bytes, where parameters cross a
    /// page, and where they lie beyond the address space.
    #[inline]
    pub const fn check_addresses(
        self,
        input_gpa: u64,
        output_gpa: u64,
        gpa_space: u64,
    ) -> HvResult<()> {
        if is_placed(input_gpa, self.input, gpa_space)
            && is_placed(output_gpa, self.output, gpa_space)
        {
            Ok(())
        } else {
            Err(HvError::INVALID_ALIGNMENT)
        }
    }
}

/// Whether parameters of this length may stand at this address.
const fn is_placed(gpa: u64, length: usize, gpa_space: u64) -> bool {
    let length = length as u64;
    length == 0 || gpa % 8 == 0 && length <= HV_PAGE_SIZE - gpa % HV_PAGE_SIZE && gpa < gpa_space
}
