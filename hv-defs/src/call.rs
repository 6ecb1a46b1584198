//! Making hypercalls, and answering them.
//!
//! A guest describes a call with [`Call`], which only takes the parameters that the call has, and
//! lets it lay them into a page or into registers. It brings the instruction itself, as a closure:
//!
//! ```
//! use hv_defs::call::Call;
//! use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
//! use hv_defs::synic::{HvCallSignalEvent, HvConnectionId, HvInputSignalEvent};
//!
//! # fn vmcall(control: HvHypercallInput, _input: &[u8], _output: &mut [u8]) -> HvHypercallOutput {
//! #     assert_eq!(control.call_code(), hv_defs::hypercall::HvCallCode::SIGNAL_EVENT);
//! #     HvHypercallOutput::new()
//! # }
//! let mut page = [0; 4096];
//! let call = Call::<HvCallSignalEvent>::new(HvInputSignalEvent {
//!     connection_id: HvConnectionId::from_bits(1),
//!     ..Default::default()
//! });
//! call.issue(&mut page, &mut [], vmcall)?;
//! # Ok::<(), hv_defs::call::CallError>(())
//! ```
//!
//! A VMM takes the same call apart with [`Request`], or, where it does not know which call comes,
//! with an enum that [`hypercall_requests!`](crate::hypercall_requests) makes of the calls that it
//! answers. Everything in a request comes from the guest, and nothing in it can make this code
//! panic: what the guest did wrong becomes the status that the TLFS gives for it.
//!
//! Sizes are in bytes everywhere.

mod fast;
mod guest;
mod list;
mod reply;
mod request;
mod series;
mod sizes;

pub use fast::{Arm64FastRegisters, FastOffer, FastRefusal, FastRegisters, X64FastRegisters};
pub use guest::{Call, CallError, TooLong};
pub use list::List;
pub use reply::Reply;
pub use request::Request;
pub use series::{Series, SeriesError};
pub use sizes::CallSizes;
