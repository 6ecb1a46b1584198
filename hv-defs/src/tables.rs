//! All hypercalls, MSRs, registers, CPUID leaves, messages and statuses as tables: for tracing,
//! fuzzing and dispatch by number.
//!
//! ```
//! use hv_defs::hypercall::HvCallCode;
//! use hv_defs::tables::{self, Architecture};
//!
//! let call = tables::hypercall(HvCallCode::POST_MESSAGE, Architecture::X64).unwrap();
//! assert_eq!((call.name, call.input_size), ("HvCallPostMessage", 256));
//! assert_eq!(tables::msr(0x4000_0083).unwrap().name, "HV_X64_MSR_SIMP");
//! ```

use crate::hypercall::HvCallCode;
use crate::partition::HvPartitionPrivilegeMask;
use crate::register::HvRegisterName;
use crate::synic::HvMessageType;
use crate::{Access, HvStatus, Scope, Shape};

/// An architecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Architecture {
    /// x86-64.
    X64,
    /// ARM64.
    Arm64,
}

/// Where something exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Architectures {
    /// On x86-64.
    X64,
    /// On ARM64.
    Arm64,
    /// On both.
    Both,
}

impl Architectures {
    /// Whether this is one of them.
    pub const fn contains(self, architecture: Architecture) -> bool {
        matches!(
            (self, architecture),
            (Self::Both, _) | (Self::X64, Architecture::X64) | (Self::Arm64, Architecture::Arm64)
        )
    }
}

/// A hypercall. Sizes are in bytes, and 0 for what the call does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HypercallInfo {
    /// The call code.
    pub code: HvCallCode,
    /// The name in the TLFS.
    pub name: &'static str,
    /// Where it exists with these parameters.
    pub architectures: Architectures,
    /// Whether it repeats.
    pub shape: Shape,
    /// The fixed part of the input; the variable part of the header follows it.
    pub input_size: usize,
    /// An element of the variable part of the input header; 0 for a call that takes none.
    pub variable_header_element_size: usize,
    /// An element of the input list.
    pub input_element_size: usize,
    /// The fixed part of the output.
    pub output_size: usize,
    /// An element of the output list.
    pub output_element_size: usize,
    /// Whether its parameters may be passed in registers, where a source says so.
    pub fast: Option<bool>,
    /// The privileges of which any one grants it; none where no source names one.
    pub grants: &'static [HvPartitionPrivilegeMask],
    /// The statuses that it returns besides those common to all calls.
    pub statuses: &'static [HvStatus],
}

/// An MSR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MsrInfo {
    /// The number.
    pub number: u32,
    /// The name in the TLFS.
    pub name: &'static str,
    /// What a guest may do with it.
    pub access: Access,
    /// How many copies there are.
    pub scope: Scope,
    /// The privilege that grants access; nothing where no source names one.
    pub grant: Option<HvPartitionPrivilegeMask>,
}

/// A register of a virtual processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterInfo {
    /// Its number.
    pub register: HvRegisterName,
    /// The name in the TLFS.
    pub name: &'static str,
    /// Where it exists with such a value.
    pub architectures: Architectures,
    /// Bytes of the value.
    pub value_size: usize,
}

/// A CPUID leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CpuidLeafInfo {
    /// EAX on input.
    pub leaf: u32,
    /// ECX on input, where it matters.
    pub subleaf: Option<u32>,
    /// The name in the TLFS.
    pub name: &'static str,
}

/// A message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageInfo {
    /// Its type.
    pub message_type: HvMessageType,
    /// The name in the TLFS.
    pub name: &'static str,
    /// Where it exists with such a payload.
    pub architectures: Architectures,
    /// Bytes of the payload, where it is known.
    pub payload_size: Option<usize>,
}

/// A status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusInfo {
    /// The status.
    pub status: HvStatus,
    /// The name in the TLFS.
    pub name: &'static str,
    /// What it means.
    pub text: &'static str,
}

/// Looks a row up by its number, among those for which `$holds` holds.
macro_rules! find {
    ($table:expr, $number:expr, |$row:ident| $key:expr, $holds:expr) => {{
        // The table is sorted: the first row that is not below, then those that are equal.
        let (mut low, mut high) = (0, $table.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let $row = &$table[middle];
            if $key < $number {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut found = None;
        while low < $table.len() && found.is_none() {
            let $row = &$table[low];
            if $key != $number {
                break;
            }
            if $holds {
                found = Some($row);
            }
            low += 1;
        }
        found
    }};
}

/// The hypercall of this code.
pub const fn hypercall(
    code: HvCallCode,
    architecture: Architecture,
) -> Option<&'static HypercallInfo> {
    find!(
        HYPERCALLS,
        code.into_bits(),
        |row| row.code.into_bits(),
        row.architectures.contains(architecture)
    )
}

/// The MSR of this number.
pub const fn msr(number: u32) -> Option<&'static MsrInfo> {
    find!(MSRS, number, |row| row.number, true)
}

/// The register of this number.
pub const fn register(
    register: HvRegisterName,
    architecture: Architecture,
) -> Option<&'static RegisterInfo> {
    find!(
        REGISTERS,
        register.into_bits(),
        |row| row.register.into_bits(),
        row.architectures.contains(architecture)
    )
}

/// The CPUID leaf of this number; the first of its subleaves.
pub const fn cpuid_leaf(leaf: u32) -> Option<&'static CpuidLeafInfo> {
    find!(CPUID_LEAVES, leaf, |row| row.leaf, true)
}

/// The message of this type.
pub const fn message(
    message_type: HvMessageType,
    architecture: Architecture,
) -> Option<&'static MessageInfo> {
    find!(
        MESSAGES,
        message_type.into_bits(),
        |row| row.message_type.into_bits(),
        row.architectures.contains(architecture)
    )
}

/// What is known about a status.
pub const fn status(status: HvStatus) -> Option<&'static StatusInfo> {
    find!(
        STATUSES,
        status.into_bits(),
        |row| row.status.into_bits(),
        true
    )
}

hv_defs_derive::index!("tables");
