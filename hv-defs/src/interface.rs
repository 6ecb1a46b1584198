//! The traits that tie types to their use. The generated code implements them.

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use crate::hypercall::HvCallCode;
use crate::partition::HvPartitionPrivilegeMask;
use crate::status::HvStatus;
use crate::synic::{HvMessage, HvMessageHeader, HvMessageType};

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
///
/// ```
/// use hv_defs::mmu::HvCallFlushVirtualAddressList;
/// use hv_defs::{Hypercall, Shape};
///
/// assert_eq!(HvCallFlushVirtualAddressList::CODE.into_bits(), 0x0003);
/// assert_eq!(HvCallFlushVirtualAddressList::SHAPE, Shape::Rep);
///
/// /// Bytes of input for this many repetitions.
/// const fn input_size<H: Hypercall>(count: usize) -> usize {
///     size_of::<H::Input>() + count * size_of::<H::InputElement>()
/// }
/// assert_eq!(input_size::<HvCallFlushVirtualAddressList>(3), 48);
/// ```
#[diagnostic::on_unimplemented(message = "`{Self}` is not a hypercall")]
pub trait Hypercall: Copy {
    /// The call code.
    const CODE: HvCallCode;
    /// The name in the TLFS.
    const NAME: &'static str;
    /// Whether it repeats.
    const SHAPE: Shape;
    /// The first byte of the input that the control word counts as variable header, for a call that
    /// takes one.
    const VARIABLE_HEADER_OFFSET: Option<usize>;
    /// Whether its parameters may be passed in registers, where a source says so.
    const FAST: Option<bool>;
    /// The privileges of which any one grants it; none where no source names one.
    const GRANTS: &'static [HvPartitionPrivilegeMask];
    /// The statuses that it returns besides those common to all calls.
    const STATUSES: &'static [HvStatus];
    /// The fixed part of the input.
    type Input: FromBytes + IntoBytes + Immutable + KnownLayout + Copy;
    /// An element of the variable part of the input header.
    type VariableHeader: FromBytes + IntoBytes + Immutable + KnownLayout + Copy;
    /// An element of the input list of a rep call.
    type InputElement: FromBytes + IntoBytes + Immutable + KnownLayout + Copy;
    /// The fixed part of the output.
    type Output: FromBytes + IntoBytes + Immutable + KnownLayout + Copy;
    /// An element of the output list of a rep call.
    type OutputElement: FromBytes + IntoBytes + Immutable + KnownLayout + Copy;
}

/// A call that does not repeat.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a simple call",
    note = "a rep call takes a list with `over` or a count with `times`"
)]
pub trait SimpleCall: Hypercall {}

/// A call that repeats.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a rep call")]
pub trait RepCall: Hypercall {}

/// A call that repeats over a list of input.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no list of input",
    note = "a rep call without one takes a count with `times`; a simple call is issued as it is"
)]
pub trait InputListCall: RepCall {}

/// A call that repeats without a list of input: a count says how often.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not repeat by a count alone",
    note = "a rep call with a list of input takes it with `over`; a simple call is issued as it is"
)]
pub trait CountedCall: RepCall {}

/// A call with a variable part of its input header.
#[diagnostic::on_unimplemented(message = "`{Self}` has no variable header")]
pub trait VariableHeaderCall: Hypercall {}

/// A call whose parameters may be passed in registers where they fit. Only calls of which a source
/// says that they may not are without it.
#[diagnostic::on_unimplemented(message = "`{Self}` must be made with its parameters in memory")]
pub trait FastCall: Hypercall {}

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
    /// The privilege that grants access; nothing where no source names one.
    const GRANT: Option<HvPartitionPrivilegeMask>;
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
    /// The proof that a message has room for it, on its alignment.
    const FITS: () = assert!(
        size_of::<Self>() <= size_of::<HvMessage>() - size_of::<HvMessageHeader>()
            && align_of::<Self>() <= align_of::<HvMessage>()
            && size_of::<HvMessageHeader>() % align_of::<Self>() == 0
    );
}
