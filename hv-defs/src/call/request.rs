//! A call as a VMM receives it.

use core::fmt;

use zerocopy::{FromBytes, Unalign};

use super::{CallSizes, List, Reply};
use crate::hypercall::{HvHypercallInput, HvHypercallOutput};
use crate::{HvError, HvResult, Hypercall};

/// A call that a guest made, with its parameters where the guest, or a copy of its memory, has them.
///
/// Let it read a copy: a guest can change its own memory while the VMM looks at it.
pub struct Request<'p, H: Hypercall> {
    control: HvHypercallInput,
    input: &'p Unalign<H::Input>,
    variable_header: List<'p, H::VariableHeader>,
    elements: List<'p, H::InputElement>,
}

impl<'p, H: Hypercall> Request<'p, H> {
    /// Takes a call apart. `input` starts where its parameters do, and may go on behind them: the rest
    /// of the page, or the block of registers.
    ///
    /// The code in the control word is not looked at.
    ///
    /// # Errors
    ///
    /// Those of [`CallSizes::of`]; and where `input` ends before the parameters do,
    /// `HV_STATUS_INVALID_ALIGNMENT` for a call in memory, whose parameters then cross a page, and
    /// `HV_STATUS_INVALID_HYPERCALL_INPUT` for one in registers.
    #[inline]
    pub fn parse(control: HvHypercallInput, input: &'p [u8]) -> HvResult<Self> {
        CallSizes::of::<H>(control)?;
        let too_short = if control.is_fast() {
            HvError::INVALID_HYPERCALL_INPUT
        } else {
            HvError::INVALID_ALIGNMENT
        };
        Self::split(control, input).ok_or(too_short)
    }

    #[inline]
    fn split(control: HvHypercallInput, bytes: &'p [u8]) -> Option<Self> {
        let (input, rest) = Unalign::<H::Input>::ref_from_prefix(bytes).ok()?;
        let words = usize::from(control.variable_header_size());
        let (variable_header, rest) = match H::VARIABLE_HEADER_OFFSET {
            Some(_) => {
                let (variable, rest) = rest.split_at_checked(words * size_of::<u64>())?;
                // An element of a variable header is never empty, but `()` stands for none.
                let count = variable.len().checked_div(size_of::<H::VariableHeader>())?;
                (List::split_from(variable, count)?.0, rest)
            }
            None => (List::default(), rest),
        };
        let (elements, _) = List::split_from(rest, usize::from(control.count_of_elements()))?;
        Some(Self {
            control,
            input,
            variable_header,
            elements,
        })
    }

    /// The control word.
    #[inline]
    pub const fn control(&self) -> HvHypercallInput {
        self.control
    }

    /// The fixed part of the input.
    #[inline]
    pub fn input(&self) -> H::Input {
        self.input.get()
    }

    /// The variable part of the input header.
    #[inline]
    pub const fn variable_header(&self) -> List<'p, H::VariableHeader> {
        self.variable_header
    }

    /// The whole list, also what an earlier attempt has done.
    #[inline]
    pub const fn elements(&self) -> List<'p, H::InputElement> {
        self.elements
    }

    /// The indices of the repetitions that are still to be done, at least one for a rep call.
    #[inline]
    pub fn pending(&self) -> core::ops::Range<usize> {
        usize::from(self.control.rep_start_index())..usize::from(self.control.count_of_elements())
    }

    /// The answer, in these bytes of output; nothing if they are fewer than it may have.
    #[inline]
    pub fn reply<'o>(&self, output: &'o mut [u8]) -> Option<Reply<'o, H>> {
        Reply::new(self.control, output)
    }

    /// The result value of a call that was carried out whole.
    #[inline]
    pub const fn done(&self) -> HvHypercallOutput {
        HvHypercallOutput::from_bits(
            (self.control.count_of_elements() as u64)
                << HvHypercallOutput::ELEMENTS_PROCESSED_SHIFT,
        )
    }

    /// The result value of a call that ended early, after `completed` repetitions, counted from the
    /// start of the list. More than the list has count as all.
    #[inline]
    pub fn stopped(&self, completed: usize, error: HvError) -> HvHypercallOutput {
        let count = self.control.count_of_elements();
        let completed = u16::try_from(completed).map_or(count, |completed| completed.min(count));
        HvHypercallOutput::from_bits(
            u64::from(error.into_bits())
                | u64::from(completed) << HvHypercallOutput::ELEMENTS_PROCESSED_SHIFT,
        )
    }
}

impl<H: Hypercall> Clone for Request<'_, H> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H: Hypercall> Copy for Request<'_, H> {}

impl<H: Hypercall> fmt::Debug for Request<'_, H>
where
    H::Input: fmt::Debug,
    H::VariableHeader: fmt::Debug,
    H::InputElement: fmt::Debug,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct(H::NAME)
            .field("input", &self.input())
            .field("variable_header", &self.variable_header)
            .field("elements", &self.elements)
            .finish_non_exhaustive()
    }
}

/// Defines an enum over the calls that a VMM answers, each as a [`Request`](crate::call::Request).
///
/// ```
/// use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
///
/// hv_defs::hypercall_requests! {
///     /// The calls of this VMM.
///     pub enum Calls {
///         PostMessage = hv_defs::synic::HvCallPostMessage,
///         SignalEvent = hv_defs::synic::HvCallSignalEvent,
///     }
/// }
///
/// fn answer(control: HvHypercallInput, input: &[u8]) -> HvHypercallOutput {
///     match Calls::parse(control, input) {
///         Ok(Calls::SignalEvent(request)) if request.input().flag_number == 0 => request.done(),
///         Ok(Calls::SignalEvent(request)) => request.stopped(0, hv_defs::HvError::INVALID_PARAMETER),
///         Ok(Calls::PostMessage(request)) => request.stopped(0, hv_defs::HvError::INSUFFICIENT_BUFFERS),
///         Ok(Calls::Unknown(_)) => hv_defs::HvError::INVALID_HYPERCALL_CODE.into(),
///         Err(error) => error.into(),
///     }
/// }
///
/// let signal = HvHypercallInput::from_bits(0x1_005d);
/// assert_eq!(answer(signal, &[0; 16]).into_bits(), 0);
/// assert_eq!(answer(HvHypercallInput::from_bits(0x7fff), &[]).into_bits(), 2);
/// ```
#[macro_export]
macro_rules! hypercall_requests {
    ($(#[$meta:meta])* $visibility:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $call:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "each variant is the call of its name")]
        $visibility enum $name<'p> {
            $($(#[$variant_meta])* $variant($crate::call::Request<'p, $call>),)*
            /// A call that is none of these.
            Unknown($crate::hypercall::HvHypercallInput),
        }

        impl<'p> $name<'p> {
            /// How long the parameters of a call with this control word are; nothing for an unknown
            /// call.
            ///
            /// # Errors
            ///
            /// Those of [`CallSizes::of`]($crate::call::CallSizes::of).
            $visibility fn sizes(
                control: $crate::hypercall::HvHypercallInput,
            ) -> $crate::HvResult<Option<$crate::call::CallSizes>> {
                match control.call_code() {
                    $(<$call as $crate::Hypercall>::CODE => {
                        $crate::call::CallSizes::of::<$call>(control).map(Some)
                    })*
                    _ => Ok(None),
                }
            }

            /// Takes a call apart.
            ///
            /// # Errors
            ///
            /// Those of [`Request::parse`]($crate::call::Request::parse).
            $visibility fn parse(
                control: $crate::hypercall::HvHypercallInput,
                input: &'p [u8],
            ) -> $crate::HvResult<Self> {
                match control.call_code() {
                    $(<$call as $crate::Hypercall>::CODE => {
                        $crate::call::Request::<$call>::parse(control, input).map(Self::$variant)
                    })*
                    _ => Ok(Self::Unknown(control)),
                }
            }
        }
    };
}
