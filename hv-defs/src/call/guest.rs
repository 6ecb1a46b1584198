//! A call as a guest makes it.

use core::fmt;

use zerocopy::{FromBytes, IntoBytes};

use super::{FastRegisters, List, Series};
use crate::hypercall::{HvHypercallInput, HvHypercallOutput};
use crate::{
    CountedCall, FastCall, HvError, Hypercall, InputListCall, RepCall, SimpleCall,
    VariableHeaderCall,
};

/// Parameters do not fit the memory or the registers for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TooLong {
    /// The bytes, or elements, that there are.
    pub needed: usize,
    /// Those for which there is room.
    pub available: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "hypercall parameters of {} bytes where there is room for {}",
            self.needed, self.available
        )
    }
}

impl core::error::Error for TooLong {}

/// Why a call came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallError {
    /// The hypervisor refused it.
    Hypervisor(HvError),
    /// It could not be made.
    TooLong(TooLong),
    /// There is no room for all repetitions, or not for one: see
    /// [`in_batches`](super::Series::in_batches).
    NeedsBatches,
}

impl fmt::Display for CallError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hypervisor(error) => error.fmt(formatter),
            Self::TooLong(error) => error.fmt(formatter),
            Self::NeedsBatches => formatter.write_str(
                "there is no room for all repetitions; make the series in batches, with room for one",
            ),
        }
    }
}

impl core::error::Error for CallError {}

impl From<HvError> for CallError {
    fn from(error: HvError) -> Self {
        Self::Hypervisor(error)
    }
}

impl From<TooLong> for CallError {
    fn from(error: TooLong) -> Self {
        Self::TooLong(error)
    }
}

/// A call that a guest is about to make.
///
/// A simple call is [issued](Call::issue) as it is. A call that repeats becomes a [`Series`], with a
/// list ([`over`](Call::over)) or with a count ([`times`](Call::times)).
pub struct Call<'c, H: Hypercall> {
    input: H::Input,
    variable_header: &'c [H::VariableHeader],
    nested: bool,
}

impl<'c, H: Hypercall> Call<'c, H> {
    /// A call with this fixed part of the input; `()` for one that has none.
    #[inline]
    pub const fn new(input: H::Input) -> Self {
        Self {
            input,
            variable_header: &[],
            nested: false,
        }
    }

    /// With this variable part of the header. Its length must be a multiple of 8 bytes.
    #[inline]
    pub const fn with_variable_header(mut self, elements: &'c [H::VariableHeader]) -> Self
    where
        H: VariableHeaderCall,
    {
        self.variable_header = elements;
        self
    }

    /// To the hypervisor below, for a guest whose own hypervisor runs in a guest.
    #[inline]
    pub const fn nested(mut self) -> Self {
        self.nested = true;
        self
    }

    /// Repeats over this list.
    #[inline]
    pub const fn over(self, elements: &'c [H::InputElement]) -> Series<'c, H>
    where
        H: InputListCall,
    {
        Series::new(self, elements, elements.len())
    }

    /// Repeats this often.
    #[inline]
    pub const fn times(self, count: usize) -> Series<'c, H>
    where
        H: CountedCall,
    {
        Series::new(self, &[], count)
    }

    pub(super) fn change_input(&mut self, change: impl FnOnce(&mut H::Input)) {
        change(&mut self.input);
    }

    /// Bytes of input before the list.
    #[inline]
    pub(super) const fn header_size(&self) -> usize {
        size_of::<H::Input>() + size_of_val(self.variable_header)
    }

    /// The control word, without repetitions.
    #[inline]
    pub(super) const fn control(&self) -> Result<HvHypercallInput, TooLong> {
        let bytes = size_of_val(self.variable_header);
        let words = bytes.div_ceil(size_of::<u64>());
        let available = (HvHypercallInput::VARIABLE_HEADER_SIZE_MASK
            >> HvHypercallInput::VARIABLE_HEADER_SIZE_SHIFT) as usize;
        if words > available {
            return Err(TooLong {
                needed: bytes,
                available: available * size_of::<u64>(),
            });
        }
        Ok(HvHypercallInput::from_bits(
            (words as u64) << HvHypercallInput::VARIABLE_HEADER_SIZE_SHIFT,
        )
        .with_call_code(H::CODE)
        .with_is_nested(self.nested))
    }

    /// Lays out the header and a part of the list.
    #[inline]
    pub(super) fn lay_out(
        &self,
        elements: &[H::InputElement],
        bytes: &mut [u8],
    ) -> Result<(), TooLong> {
        let needed = self.header_size() + size_of_val(elements);
        let too_long = TooLong {
            needed,
            available: bytes.len(),
        };
        let (input, rest) = bytes
            .split_at_mut_checked(size_of::<H::Input>())
            .ok_or(too_long)?;
        let (variable, rest) = rest
            .split_at_mut_checked(size_of_val(self.variable_header))
            .ok_or(too_long)?;
        let list = rest.get_mut(..size_of_val(elements)).ok_or(too_long)?;
        input.copy_from_slice(self.input.as_bytes());
        variable.copy_from_slice(self.variable_header.as_bytes());
        list.copy_from_slice(elements.as_bytes());
        Ok(())
    }
}

impl<H: Hypercall> Call<'_, H> {
    /// Lays the input out where it will stand, at the start of these bytes, and gives the control
    /// word.
    ///
    /// # Errors
    ///
    /// The bytes are too few.
    #[inline]
    pub fn write(&self, bytes: &mut [u8]) -> Result<HvHypercallInput, TooLong>
    where
        H: SimpleCall,
    {
        self.lay_out(&[], bytes)?;
        self.control()
    }

    /// Lays the input out in registers, and gives the control word.
    ///
    /// # Errors
    ///
    /// The input and what room the output needs do not fit them.
    #[inline]
    pub fn write_fast<R: FastRegisters>(
        &self,
        registers: &mut R,
    ) -> Result<HvHypercallInput, TooLong>
    where
        H: SimpleCall + FastCall,
    {
        R::output_range(self.sizes()).ok_or(TooLong {
            needed: self.header_size() + size_of::<H::Output>(),
            available: size_of::<R>(),
        })?;
        self.lay_out(&[], registers.as_mut_bytes())?;
        Ok(self.control()?.with_is_fast(true))
    }

    const fn sizes(&self) -> super::CallSizes {
        super::CallSizes {
            input: self.header_size(),
            output: size_of::<H::Output>(),
        }
    }

    /// Makes the call. `input` and `output` are memory that the hypervisor can reach, each within a
    /// page and on 8 bytes; `issue` makes it with that control word and the addresses of both. The
    /// bytes of input that it gets are those that the call has.
    ///
    /// # Errors
    ///
    /// The memory is too small, or the hypervisor refuses the call.
    #[inline]
    pub fn issue(
        &self,
        input: &mut [u8],
        output: &mut [u8],
        issue: impl FnOnce(HvHypercallInput, &[u8], &mut [u8]) -> HvHypercallOutput,
    ) -> Result<H::Output, CallError>
    where
        H: SimpleCall,
    {
        let control = self.write(input)?;
        let available = output.len();
        let output = output.get_mut(..size_of::<H::Output>()).ok_or(TooLong {
            needed: size_of::<H::Output>(),
            available,
        })?;
        let input = input.get(..self.header_size()).unwrap_or_default();
        issue(control, input, output).call_status().result()?;
        read_output::<H>(output)
    }

    /// Makes the call with its parameters in registers, which `issue` loads, and stores again.
    ///
    /// # Errors
    ///
    /// The parameters do not fit the registers, or the hypervisor refuses the call.
    #[inline]
    pub fn issue_fast<R: FastRegisters>(
        &self,
        registers: &mut R,
        issue: impl FnOnce(HvHypercallInput, &mut R) -> HvHypercallOutput,
    ) -> Result<H::Output, CallError>
    where
        H: SimpleCall + FastCall,
    {
        let control = self.write_fast(registers)?;
        issue(control, registers).call_status().result()?;
        let range = R::output_range(self.sizes()).unwrap_or_default();
        read_output::<H>(registers.as_bytes().get(range).unwrap_or_default())
    }
}

fn read_output<H: Hypercall>(bytes: &[u8]) -> Result<H::Output, CallError> {
    let too_short = TooLong {
        needed: size_of::<H::Output>(),
        available: bytes.len(),
    };
    let (output, _) = H::Output::read_from_prefix(bytes).map_err(|_| too_short)?;
    Ok(output)
}

impl<H: RepCall> Call<'_, H> {
    /// The elements of output that `count` repetitions left at the start of these bytes; nothing if
    /// there are fewer.
    pub fn output_list(bytes: &[u8], count: usize) -> Option<List<'_, H::OutputElement>> {
        let rest = bytes.get(size_of::<H::Output>()..)?;
        Some(List::split_from(rest, count)?.0)
    }
}

impl<H: Hypercall> Clone for Call<'_, H> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H: Hypercall> Copy for Call<'_, H> {}

impl<H: Hypercall> fmt::Debug for Call<'_, H>
where
    H::Input: fmt::Debug,
    H::VariableHeader: fmt::Debug,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct(H::NAME)
            .field("input", &self.input)
            .field("variable_header", &self.variable_header)
            .field("nested", &self.nested)
            .finish()
    }
}
