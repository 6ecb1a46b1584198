//! A call that repeats, as a guest makes it.
//!
//! One call carries as many repetitions as a page of parameters holds, and no more than 4095. More
//! need several calls, *batches*, and then the header matters: that of a flush is the same for each,
//! that of `HvCallMapGpaPages` says where its first page goes and must move on. So a series is one
//! batch unless its caller says which it is.

use core::fmt;

use super::guest::{Call, CallError, TooLong};
use super::{CallSizes, FastRegisters, List};
use crate::hypercall::{HV_PAGE_SIZE, HvHypercallInput, HvHypercallOutput};
use crate::{FastCall, HvStatus, Hypercall, RepCall};

/// Repetitions of one call.
pub struct Series<'c, H: Hypercall> {
    call: Call<'c, H>,
    elements: &'c [H::InputElement],
    count: usize,
    completed: usize,
    batches: Batches<H>,
}

/// What the header of each batch is.
enum Batches<H: Hypercall> {
    /// There is one batch.
    One,
    /// The same.
    Same,
    /// What this makes of the first one, with the number of repetitions that are done.
    From(fn(&mut H::Input, usize)),
}

/// A series ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SeriesError {
    /// How many repetitions were done, from the start of the list.
    pub completed: usize,
    /// Why the next one was not.
    pub error: CallError,
}

impl fmt::Display for SeriesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}, after {} repetitions",
            self.error, self.completed
        )
    }
}

impl core::error::Error for SeriesError {}

/// The most repetitions that a control word can ask for.
const MOST: usize = (HvHypercallInput::COUNT_OF_ELEMENTS_MASK
    >> HvHypercallInput::COUNT_OF_ELEMENTS_SHIFT) as usize;

impl<'c, H: Hypercall> Series<'c, H> {
    pub(super) const fn new(
        call: Call<'c, H>,
        elements: &'c [H::InputElement],
        count: usize,
    ) -> Self {
        Self {
            call,
            elements,
            count,
            completed: 0,
            batches: Batches::One,
        }
    }

    /// In as many calls as it takes, each with the same header.
    #[inline]
    pub fn in_batches(mut self) -> Self {
        self.batches = Batches::Same;
        self
    }

    /// In as many calls as it takes. Before each, `header` gets the first header and the number of
    /// repetitions that are done, and makes the next header of it.
    ///
    /// ```
    /// use hv_defs::call::Call;
    /// use hv_defs::memory::{HvCallMapGpaPages, HvInputMapGpaPages};
    ///
    /// let pages = [0x1000; 2000];
    /// let series = Call::<HvCallMapGpaPages>::new(HvInputMapGpaPages::default())
    ///     .over(&pages)
    ///     .in_batches_from(|input, done| input.target_gpa_base += done as u64);
    /// ```
    #[inline]
    pub fn in_batches_from(mut self, header: fn(&mut H::Input, usize)) -> Self {
        self.batches = Batches::From(header);
        self
    }

    /// How many repetitions were done.
    #[inline]
    pub const fn completed(&self) -> usize {
        self.completed
    }
}

impl<H: RepCall> Series<'_, H> {
    /// How many repetitions one call can ask for with room for this many bytes of input and of output.
    /// No more than a page counts.
    #[inline]
    pub const fn capacity(&self, input: usize, output: usize) -> usize {
        let input = room(input, self.call.header_size(), size_of::<H::InputElement>());
        let output = room(
            output,
            size_of::<H::Output>(),
            size_of::<H::OutputElement>(),
        );
        let least = if input < output { input } else { output };
        if least < MOST { least } else { MOST }
    }

    /// The elements of the next batch of this length.
    fn batch(&self, length: usize) -> &[H::InputElement] {
        let rest = self.elements.get(self.completed..).unwrap_or_default();
        rest.get(..length).unwrap_or(rest)
    }

    /// The control word of a batch.
    fn control(&self, length: usize, start: usize) -> Result<HvHypercallInput, TooLong> {
        // Both are at most 4095.
        let repetitions = (length as u64) << HvHypercallInput::COUNT_OF_ELEMENTS_SHIFT
            | (start as u64) << HvHypercallInput::REP_START_INDEX_SHIFT;
        let control = self.call.control()?;
        Ok(HvHypercallInput::from_bits(
            control.into_bits() | repetitions,
        ))
    }

    /// How many repetitions the next batch has.
    fn length_of_next(&self, capacity: usize) -> Result<usize, CallError> {
        let left = self.count - self.completed;
        match (&self.batches, capacity.min(left)) {
            (Batches::One, length) if length < left => Err(CallError::NeedsBatches),
            (_, 0) if left > 0 => Err(CallError::NeedsBatches),
            (_, length) => Ok(length),
        }
    }

    /// The call with the header of the next batch.
    fn next_call(&self) -> Call<'_, H> {
        let mut call = self.call;
        if let Batches::From(header) = self.batches {
            call.change_input(|input| header(input, self.completed));
        }
        call
    }

    /// Makes one batch, from where it stopped until it is done: a hypervisor may stop anywhere and
    /// say how far it came.
    fn drive(
        &mut self,
        length: usize,
        mut issue: impl FnMut(HvHypercallInput) -> HvHypercallOutput,
    ) -> Result<(), CallError> {
        let (before, mut start) = (self.completed, 0);
        while start < length {
            let result = issue(self.control(length, start)?);
            let done = usize::from(result.elements_processed()).clamp(start, length);
            self.completed = before + done;
            let status = result.call_status();
            // A call that ran out of time is to be made again. One that succeeds has done something.
            if status != HvStatus::TIMEOUT {
                status.result()?;
                if done == start {
                    return Err(CallError::Hypervisor(crate::HvError::TIMEOUT));
                }
            }
            start = done;
        }
        Ok(())
    }

    /// Makes the calls. `input` and `output` are memory that the hypervisor can reach, each within a
    /// page and on 8 bytes; `issue` makes one call with that control word and the addresses of both.
    /// After each batch `read` gets the number of its first repetition and its list of output.
    ///
    /// # Errors
    ///
    /// The memory has no room for all repetitions and the series is not in batches, it has no room for
    /// one, or the hypervisor refuses one. What was done until then stays done; called again, the
    /// series goes on behind it.
    pub fn run(
        &mut self,
        input: &mut [u8],
        output: &mut [u8],
        mut issue: impl FnMut(HvHypercallInput, &[u8], &mut [u8]) -> HvHypercallOutput,
        mut read: impl FnMut(usize, List<'_, H::OutputElement>),
    ) -> Result<(), SeriesError> {
        let capacity = self.capacity(input.len(), output.len());
        while self.completed < self.count {
            let first = self.completed;
            let result = self.length_of_next(capacity).and_then(|length| {
                self.next_call().lay_out(self.batch(length), input)?;
                let used = self.call.header_size() + size_of_val(self.batch(length));
                let used = input.get(..used).unwrap_or_default();
                self.drive(length, |control| issue(control, used, output))
            });
            let done = self.completed - first;
            if let Some(list) = Call::<H>::output_list(output, done).filter(|_| done > 0) {
                read(first, list);
            }
            result.map_err(|error| self.failed(error))?;
        }
        Ok(())
    }

    /// As [`run`](Self::run), with the parameters in registers, which `issue` loads, and stores again.
    ///
    /// # Errors
    ///
    /// As for [`run`](Self::run).
    pub fn run_fast<R: FastRegisters>(
        &mut self,
        registers: &mut R,
        mut issue: impl FnMut(HvHypercallInput, &mut R) -> HvHypercallOutput,
        mut read: impl FnMut(usize, List<'_, H::OutputElement>),
    ) -> Result<(), SeriesError>
    where
        H: FastCall,
    {
        while self.completed < self.count {
            let first = self.completed;
            let capacity = self.capacity_of_registers::<R>();
            let mut range = 0..0;
            let result = self.length_of_next(capacity).and_then(|length| {
                range = R::output_range(self.sizes(length)).unwrap_or_default();
                self.next_call()
                    .lay_out(self.batch(length), registers.as_mut_bytes())?;
                self.drive(length, |control| {
                    issue(control.with_is_fast(true), registers)
                })
            });
            let done = self.completed - first;
            let output = registers.as_bytes().get(range).unwrap_or_default();
            if let Some(list) = Call::<H>::output_list(output, done).filter(|_| done > 0) {
                read(first, list);
            }
            result.map_err(|error| self.failed(error))?;
        }
        Ok(())
    }

    /// How many repetitions one call can ask for in registers.
    pub fn capacity_of_registers<R: FastRegisters>(&self) -> usize {
        let mut most = room(
            size_of::<R>(),
            self.call.header_size(),
            size_of::<H::InputElement>(),
        )
        .min(MOST);
        // At most a few elements fit the registers, so that this is short where anything has a size.
        if size_of::<H::InputElement>() + size_of::<H::OutputElement>() != 0 {
            most = most.min(size_of::<R>());
        }
        while most > 0 && R::output_range(self.sizes(most)).is_none() {
            most -= 1;
        }
        most
    }

    const fn sizes(&self, length: usize) -> CallSizes {
        CallSizes {
            input: self.call.header_size() + length * size_of::<H::InputElement>(),
            output: size_of::<H::Output>() + length * size_of::<H::OutputElement>(),
        }
    }

    const fn failed(&self, error: CallError) -> SeriesError {
        SeriesError {
            completed: self.completed,
            error,
        }
    }
}

/// How many elements have room behind a header.
const fn room(bytes: usize, header: usize, element: usize) -> usize {
    #[allow(clippy::cast_possible_truncation, reason = "a page is small")]
    let page = HV_PAGE_SIZE as usize;
    let bytes = if bytes < page { bytes } else { page };
    match bytes.checked_sub(header) {
        None => 0,
        Some(rest) => match rest.checked_div(element) {
            Some(count) => count,
            None => MOST,
        },
    }
}

impl<H: Hypercall> fmt::Debug for Series<'_, H> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct(H::NAME)
            .field("count", &self.count)
            .field("completed", &self.completed)
            .finish_non_exhaustive()
    }
}
