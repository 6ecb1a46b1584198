//! The ABI of the Hyper-V hypervisor: types whose layout is checked when they are compiled, call
//! codes, registers, MSRs, CPUID leaves, messages and statuses.
//!
//! Everything in the modules below is generated from one transcription of the Hypervisor Top-Level
//! Functional Specification (TLFS) and of what is built on it. Each item says which documents and
//! which public code it comes from. The same types serve a guest, which fills them in, and a virtual
//! machine monitor, which takes them apart: nothing here allocates, issues an instruction or needs
//! `unsafe`.
//!
//! What a guest needs is always there. What a VMM or a root partition needs besides is there by default,
//! and can be left out to build faster: the features are `host` (partitions, devices, memory,
//! intercepts, state of virtual processors, virtual trust levels, confidential computing, ports,
//! statistics, debugging) and `nested` (enlightenments for a hypervisor in a guest). The enums of call
//! codes, message types, registers and statuses are complete in any case.
//!
//! Both architectures are always there, since a monitor may emulate the other one. Where one name of
//! the TLFS has two layouts, the Rust names carry `X64` or `Arm64`, and the plain name stands for
//! the one of the target.
//!
//! ```
//! use hv_defs::synic::HvSynicSint;
//!
//! let sint = HvSynicSint::new().with_vector(0x50).with_auto_eoi(true);
//! assert_eq!(sint.into_bits(), 0x2_0050);
//! ```
//!
//! Beside the chapters, [`call`] makes hypercalls and takes them apart, [`request`] has enums over all
//! of them, [`typed_message`] over all messages, [`vp_register`] knows the type of each register's value,
//! [`vp_set`] builds and reads sets of virtual processors, and [`tables`] has everything by number.
//!
//! Two examples on real machines are in the repository: `tests/live/guest`, a guest without an operating
//! system that brings up its enlightenments, and `tests/live/vmm`, a VMM on KVM that answers it.
//!
//! # Optional features
//!
//! Both are off by default, and turn `host` and `nested` on.
//!
//! - `arbitrary`: every type implements `arbitrary::Arbitrary`, from as many bytes as it has. The
//!   crate of that name needs `std`.
//! - `serde`: every type implements `Serialize` and `Deserialize`, without `std` and without
//!   allocation. No bit is lost in either form.
//!   - In binary formats, those that are not human-readable, enums and bit-fields are integers of
//!     their width; structs and unions are their bytes.
//!   - In others, an enum value is its name in the TLFS, or its number where it has none. A bit-field
//!     is a map of its fields; the key `reserved_bits` holds the reserved bits, where any is set. A
//!     struct is a map of its fields by their Rust names, without the reserved ones that are zero. A
//!     union and an array of bytes are strings of two digits of base 16 for each byte. A key that is
//!     absent means zero; an unknown one is an error. `HvMessageHeader` is written so:
//!
//!     ```json
//!     {
//!       "message_type": "HvMessageTimerExpired",
//!       "payload_size": 24,
//!       "message_flags": { "message_pending": false },
//!       "origination": "5634120000000000"
//!     }
//!     ```
//!
//! [`HvError`] implements [`core::error::Error`] in any case, so that there is no feature `std`.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

// The generated code names this crate from outside and from inside alike.
extern crate self as hv_defs;

pub use hv_defs_derive::spec_file;
pub use zerocopy;

pub mod call;
pub mod cpuid;
pub mod crash;
#[cfg(feature = "host")]
pub mod debug;
#[cfg(feature = "host")]
pub mod device;
#[doc(hidden)]
pub mod generated;
pub mod hypercall;
#[cfg(feature = "host")]
pub mod intercept;
mod interface;
pub mod interrupt;
mod ioctl;
#[cfg(feature = "host")]
pub mod isolation;
#[cfg(feature = "host")]
pub mod memory;
mod message;
pub mod mmu;
#[cfg(feature = "host")]
pub mod mshv;
pub mod msr;
#[cfg(feature = "nested")]
pub mod nested_svm;
#[cfg(feature = "nested")]
pub mod nested_vmx;
#[cfg(feature = "arbitrary")]
mod optional_arbitrary;
#[cfg(feature = "serde")]
mod optional_serde;
pub mod partition;
#[cfg(feature = "host")]
pub mod partition_property;
#[cfg(feature = "host")]
pub mod port;
pub mod register;
pub mod register_arm64;
pub mod register_x64;
#[cfg(feature = "host")]
pub mod request;
#[cfg(feature = "host")]
pub mod scheduler;
#[cfg(feature = "host")]
pub mod stats;
pub mod status;
pub mod synic;
pub mod tables;
pub mod timer;
#[cfg(feature = "host")]
pub mod typed_message;
mod variable_size;
pub mod vp;
#[cfg(feature = "host")]
pub mod vp_register;
pub mod vp_set;
#[cfg(feature = "host")]
pub mod vp_state;
#[cfg(feature = "host")]
pub mod vsm;

pub use interface::{
    Access, CountedCall, CpuidLeaf, FastCall, Hypercall, InputListCall, MessagePayload, Msr,
    RepCall, Scope, Shape, SimpleCall, VariableHeaderCall,
};
pub use ioctl::{Direction, Ioctl};
pub use status::{HvError, HvResult, HvStatus};
pub use variable_size::VariableSize;

/// The revision of the transcription. It changes when a fact changes, whatever the version of this
/// crate says.
pub const SPEC_REVISION: &str = hv_defs_derive::spec_revision!();
