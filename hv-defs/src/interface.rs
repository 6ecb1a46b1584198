//! The traits that tie types to their use. The generated code implements them.

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use crate::hypercall::HvCallCode;
use crate::synic::HvMessageType;

/// Whether a hypercall repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One operation.
    Simple,
    /// A series of operations over a list of elements.
    Rep,
    /// A switch of virtual trust level.
    Vtl,
}

/// What a guest may do with an MSR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// Read and write.
    ReadWrite,
    /// Read.
    ReadOnly,
    /// Write.
    WriteOnly,
}

/// How many copies of an MSR a partition has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One, shared by all virtual processors.
    Partition,
    /// One for each virtual processor.
    Vp,
}

/// A hypercall: its code and the types of its parameters. `()` stands for a parameter that the call
/// does not have.
pub trait Hypercall {
    /// The call code.
    const CODE: HvCallCode;
    /// The name in the TLFS.
    const NAME: &'static str;
    /// Whether it repeats.
    const SHAPE: Shape;
    /// The first byte of the input that the control word counts as variable header, for a call that
    /// takes one.
    const VARIABLE_HEADER_OFFSET: Option<usize>;
    /// The fixed part of the input.
    type Input: FromBytes + IntoBytes + Immutable + KnownLayout;
    /// An element of the variable part of the input header.
    type VariableHeader: FromBytes + IntoBytes + Immutable + KnownLayout;
    /// An element of the input list of a rep call.
    type InputElement: FromBytes + IntoBytes + Immutable + KnownLayout;
    /// The fixed part of the output.
    type Output: FromBytes + IntoBytes + Immutable + KnownLayout;
    /// An element of the output list of a rep call.
    type OutputElement: FromBytes + IntoBytes + Immutable + KnownLayout;
}

/// A model-specific register: its number and the type of its value.
///
/// ```
/// use hv_defs::Msr;
/// use hv_defs::synic::HvX64MsrSimp;
///
/// /// Reads an MSR as its own type, over whatever reads MSRs here.
/// fn read<M: Msr>(rdmsr: impl Fn(u32) -> u64) -> M::Value {
///     M::decode(rdmsr(M::NUMBER))
/// }
///
/// let simp = read::<HvX64MsrSimp>(|number| {
///     assert_eq!(number, 0x4000_0083);
///     0x1234_5001
/// });
/// assert!(simp.simp_enabled());
/// ```
pub trait Msr {
    /// The number.
    const NUMBER: u32;
    /// The name in the TLFS.
    const NAME: &'static str;
    /// What a guest may do with it.
    const ACCESS: Access;
    /// How many copies there are.
    const SCOPE: Scope;
    /// The type of the value, 8 bytes.
    type Value: FromBytes + IntoBytes + Immutable + KnownLayout;

    /// The value that these bits stand for.
    fn decode(bits: u64) -> Self::Value {
        const { assert!(size_of::<Self::Value>() == size_of::<u64>()) };
        match Self::Value::read_from_bytes(bits.as_bytes()) {
            Ok(value) => value,
            Err(_) => unreachable!("the sizes are equal"),
        }
    }

    /// The bits of a value.
    fn encode(value: Self::Value) -> u64 {
        const { assert!(size_of::<Self::Value>() == size_of::<u64>()) };
        match u64::read_from_bytes(value.as_bytes()) {
            Ok(bits) => bits,
            Err(_) => unreachable!("the sizes are equal"),
        }
    }
}

/// The four registers of a CPUID leaf as a record.
///
/// ```
/// use hv_defs::CpuidLeaf;
/// use hv_defs::cpuid::HvHypervisorInterfaceInfo;
///
/// let info = HvHypervisorInterfaceInfo::from_registers([0x3123_7648, 0, 0, 0]);
/// assert_eq!(info.into_registers()[0].to_le_bytes(), *b"Hv#1");
/// ```
pub trait CpuidLeaf: FromBytes + IntoBytes + Immutable + KnownLayout + Copy {
    /// EAX on input.
    const LEAF: u32;
    /// ECX on input, where it matters.
    const SUBLEAF: Option<u32>;
    /// The name in the TLFS.
    const NAME: &'static str;

    /// The record of EAX, EBX, ECX and EDX.
    fn from_registers(registers: [u32; 4]) -> Self {
        const { assert!(size_of::<Self>() == size_of::<[u32; 4]>()) };
        match Self::read_from_bytes(registers.as_bytes()) {
            Ok(record) => record,
            Err(_) => unreachable!("the sizes are equal"),
        }
    }

    /// EAX, EBX, ECX and EDX.
    fn into_registers(self) -> [u32; 4] {
        const { assert!(size_of::<Self>() == size_of::<[u32; 4]>()) };
        match <[u32; 4]>::read_from_bytes(self.as_bytes()) {
            Ok(registers) => registers,
            Err(_) => unreachable!("the sizes are equal"),
        }
    }
}

/// A type that is the payload of messages.
pub trait MessagePayload: FromBytes + IntoBytes + Immutable + KnownLayout + Copy {
    /// The types of the messages that carry it.
    const MESSAGE_TYPES: &'static [HvMessageType];
}
