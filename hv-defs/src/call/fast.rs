//! Calls whose parameters are passed in registers.

use core::ops::Range;

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use super::CallSizes;
use crate::HvError;
use crate::hypercall::{
    HV_ARM64_MAX_HYPERCALL_FAST_INPUT_SIZE, HV_X64_MAX_HYPERCALL_FAST_INPUT_SIZE,
};

/// What registers a hypervisor takes parameters from, and returns them in. A guest finds it in CPUID
/// leaf 0x40000003; on ARM64 it is always [`InputAndOutput`](Self::InputAndOutput).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FastOffer {
    /// Two general registers of input.
    TwoRegisters,
    /// All registers of the block as input.
    Input,
    /// All registers of the block as input, and what is left of them as output.
    InputAndOutput,
}

/// Why a call in registers is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FastRefusal {
    /// The call returns this status.
    Status(HvError),
    /// The instruction faults as an undefined one, because it uses registers that are not offered.
    UndefinedInstruction,
}

/// The registers that hold the parameters of a fast call, as one block.
pub trait FastRegisters: FromBytes + IntoBytes + Immutable + KnownLayout + Sized {
    /// Output starts behind the input on a multiple of this.
    const OUTPUT_ALIGNMENT: usize;

    /// Where in the block output of these sizes stands; nothing if both do not fit.
    #[inline]
    fn output_range(sizes: CallSizes) -> Option<Range<usize>> {
        let start = sizes
            .input
            .checked_next_multiple_of(Self::OUTPUT_ALIGNMENT)?;
        let end = if sizes.output == 0 {
            sizes.input
        } else {
            start.checked_add(sizes.output)?
        };
        (end <= size_of::<Self>()).then_some(start.min(end)..end)
    }

    /// Where output of these sizes stands, for a hypervisor that offers these registers.
    ///
    /// # Errors
    ///
    /// [`FastRefusal::UndefinedInstruction`] where registers are used that are not offered, and
    /// `HV_STATUS_INVALID_HYPERCALL_INPUT` where the parameters do not fit the block.
    #[inline]
    fn check(sizes: CallSizes, offer: FastOffer) -> Result<Range<usize>, FastRefusal> {
        let needed = if sizes.output != 0 {
            FastOffer::InputAndOutput
        } else if sizes.input > 2 * size_of::<u64>() {
            FastOffer::Input
        } else {
            FastOffer::TwoRegisters
        };
        if needed > offer {
            return Err(FastRefusal::UndefinedInstruction);
        }
        Self::output_range(sizes).ok_or(FastRefusal::Status(HvError::INVALID_HYPERCALL_INPUT))
    }
}

/// RDX, R8 and XMM0 to XMM5, in this order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout,
)]
#[repr(C)]
pub struct X64FastRegisters {
    /// RDX; EBX and ECX for a caller in 32-bit mode.
    pub rdx: u64,
    /// R8; EDI and ESI for a caller in 32-bit mode.
    pub r8: u64,
    /// XMM0 to XMM5, the lower half of each first.
    pub xmm: [[u64; 2]; 6],
}

impl FastRegisters for X64FastRegisters {
    const OUTPUT_ALIGNMENT: usize = 16;
}

/// X2 to X17 for the calling convention of SMCCC; X1 to X16 for `HVC #1`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout,
)]
#[repr(C)]
pub struct Arm64FastRegisters {
    /// The sixteen registers.
    pub registers: [u64; 16],
}

impl FastRegisters for Arm64FastRegisters {
    const OUTPUT_ALIGNMENT: usize = 8;
}

const _: () = assert!(
    size_of::<X64FastRegisters>() as u64 == HV_X64_MAX_HYPERCALL_FAST_INPUT_SIZE
        && size_of::<Arm64FastRegisters>() as u64 == HV_ARM64_MAX_HYPERCALL_FAST_INPUT_SIZE
);
