//! The output of a call as a VMM writes it.

use core::marker::PhantomData;

use zerocopy::IntoBytes;

use super::CallSizes;
use crate::hypercall::{HvHypercallInput, HvHypercallOutput};
use crate::{HvError, HvStatus, Hypercall};

/// The output of a call.
#[derive(Debug)]
pub struct Reply<'o, H: Hypercall> {
    output: &'o mut [u8],
    call: PhantomData<H>,
}

impl<'o, H: Hypercall> Reply<'o, H> {
    pub(super) fn new(control: HvHypercallInput, output: &'o mut [u8]) -> Option<Self> {
        let sizes = CallSizes::of::<H>(control).ok()?;
        Some(Self {
            output: output.get_mut(..sizes.output)?,
            call: PhantomData,
        })
    }

    /// Writes the fixed part.
    #[inline]
    pub fn set_output(&mut self, output: &H::Output) {
        if let Some(bytes) = self.output.get_mut(..size_of::<H::Output>()) {
            bytes.copy_from_slice(output.as_bytes());
        }
    }

    /// Writes one element of the list; nothing if the list has no such index.
    #[inline]
    pub fn set_element(&mut self, index: usize, element: &H::OutputElement) -> Option<()> {
        let size = size_of::<H::OutputElement>();
        let start = index
            .checked_mul(size)?
            .checked_add(size_of::<H::Output>())?;
        let bytes = self.output.get_mut(start..)?.get_mut(..size)?;
        bytes.copy_from_slice(element.as_bytes());
        Some(())
    }
}

impl From<HvStatus> for HvHypercallOutput {
    /// The result value of a call that did nothing but end with this status.
    fn from(status: HvStatus) -> Self {
        Self::new().with_call_status(status)
    }
}

impl From<HvError> for HvHypercallOutput {
    /// The result value of a call that was refused.
    fn from(error: HvError) -> Self {
        HvStatus::from(error).into()
    }
}
