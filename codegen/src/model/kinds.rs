//! What an item of each kind is.

use crate::arch::Arches;
use crate::raw;
use crate::types::Int;

use super::{Access, Direction, Facts, ForArch, ItemId, ReservedBits, Scope, Shape, Type};

/// A number with a name.
#[derive(Clone, Debug)]
pub struct Constant {
    /// The type.
    pub r#type: Type,
    /// The integer that stores it.
    pub storage: Int,
    /// The number.
    pub value: u64,
}

/// Another name for a type.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The type.
    pub r#type: Type,
}

/// Named numbers.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The integer that stores it.
    pub storage: Int,
    /// The values by number.
    pub values: Vec<Value>,
    /// Whether the list is complete.
    pub closed: bool,
    /// The kind of item that the values are, if they are items.
    pub collects: Option<raw::Collects>,
    /// The Rust name of the type of the non-zero values, for status codes.
    pub error: Option<String>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Value {
    /// The name, as the document spells it.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The number.
    pub value: u64,
    /// Where it exists.
    pub arches: Arches,
    /// The earlier value with the same number.
    pub same_as: Option<String>,
    /// What is known about it.
    pub facts: Facts,
}

/// An integer divided into bit ranges.
#[derive(Clone, Debug)]
pub struct Bitfield {
    /// The integer that stores it.
    pub storage: Int,
    /// The ranges from bit 0 up.
    pub bits: Vec<Bits>,
}

/// A bit range.
#[derive(Clone, Debug)]
pub struct Bits {
    /// The name, as the document spells it; reserved ranges may have none.
    pub name: Option<String>,
    /// The name in Rust.
    pub rust: String,
    /// The highest bit.
    pub high: u32,
    /// The lowest bit.
    pub low: u32,
    /// The type.
    pub r#type: BitsType,
    /// How it behaves, if it is reserved.
    pub reserved: Option<ReservedBits>,
    /// What is known about it.
    pub facts: Facts,
}

impl Bits {
    /// The number of bits.
    pub fn width(&self) -> u32 {
        self.high - self.low + 1
    }

    /// The bits that the range occupies.
    pub fn mask(&self) -> u64 {
        (u64::MAX >> (64 - self.width())) << self.low
    }
}

/// The type of a bit range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BitsType {
    /// One bit.
    Bool,
    /// A number.
    Int(Int),
    /// An enum, bit-field or alias, and the integer that stores it.
    Item(ItemId, Int),
}

/// A record.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Bytes without the tail.
    pub size: u64,
    /// Alignment.
    pub align: u64,
    /// The alignment that the fields give without an attribute.
    pub natural_align: u64,
    /// The fields by offset.
    pub fields: Vec<Field>,
    /// What follows in any number.
    pub tail: Option<Field>,
    /// Whether fields stand off their natural alignment.
    pub unaligned: bool,
    /// The item of which this is another version.
    pub version_of: Option<String>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name, as the document spells it; reserved ones may have none.
    pub name: Option<String>,
    /// The name in Rust.
    pub rust: String,
    /// Bytes from the start.
    pub offset: u64,
    /// The type; for a tail, of one element.
    pub r#type: Type,
    /// Bytes; for a tail, of one element.
    pub size: u64,
    /// Whether it stands on the alignment of its type.
    pub aligned: bool,
    /// Whether it has no meaning.
    pub reserved: bool,
    /// What is known about it.
    pub facts: Facts,
}

/// Several views of the same bytes.
#[derive(Clone, Debug)]
pub struct Union {
    /// Bytes.
    pub size: u64,
    /// Alignment.
    pub align: u64,
    /// The alignment that the members give without an attribute.
    pub natural_align: u64,
    /// The views.
    pub members: Vec<Member>,
    /// The item of which this is another version.
    pub version_of: Option<String>,
}

/// A view of a union.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name, as the document spells it.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The type.
    pub r#type: Type,
    /// Bytes.
    pub size: u64,
    /// Where it exists.
    pub arches: Arches,
    /// What is known about it.
    pub facts: Facts,
}

/// A bit that grants access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The bit-field.
    pub bitfield: ItemId,
    /// The name of the bit range.
    pub field: String,
}

/// A virtual processor register.
#[derive(Clone, Debug)]
pub struct Register {
    /// The number.
    pub number: u32,
    /// The type of the value.
    pub value: ForArch<Type>,
    /// What grants access.
    pub grant: Option<Grant>,
}

/// A request of a Linux device.
#[derive(Clone, Debug)]
pub struct Ioctl {
    /// What is opened or given to get the file on which it works.
    pub device: String,
    /// The number of the family.
    pub magic: u8,
    /// The number within the family.
    pub number: u8,
    /// Which way the argument goes.
    pub direction: Direction,
    /// The type behind the pointer.
    pub argument: Option<Type>,
    /// All of this as the number that `ioctl` takes.
    pub request: u32,
}

/// A model-specific register.
#[derive(Clone, Debug)]
pub struct Msr {
    /// The number.
    pub number: u32,
    /// What a guest may do with it.
    pub access: Access,
    /// How many copies there are.
    pub scope: Scope,
    /// The type of the value.
    pub value: Type,
    /// What grants access.
    pub grant: Option<Grant>,
}

/// A CPUID leaf.
#[derive(Clone, Debug)]
pub struct Cpuid {
    /// EAX on input.
    pub leaf: u32,
    /// ECX on input, where it matters.
    pub subleaf: Option<u32>,
    /// The struct of the four registers.
    pub value: ItemId,
}

/// A status code.
#[derive(Clone, Debug)]
pub struct StatusCode {
    /// The number.
    pub value: u16,
}

/// A hypercall.
#[derive(Clone, Debug)]
pub struct Hypercall {
    /// The call code.
    pub code: u16,
    /// Whether it repeats.
    pub shape: Shape,
    /// The fixed input.
    pub input: Option<Type>,
    /// The variable part of the input header.
    pub variable_header: Option<VariableHeader>,
    /// An element of the input list.
    pub input_element: Option<Type>,
    /// The fixed output.
    pub output: Option<Type>,
    /// An element of the output list.
    pub output_element: Option<Type>,
    /// Whether a rep call has no list, so that its count alone says how often.
    pub count_only: bool,
    /// Whether the input may be passed in registers, where that is known.
    pub fast: Option<bool>,
    /// What grants it; any one is enough.
    pub grant: Vec<Grant>,
    /// The names of the statuses that it returns besides the common ones.
    pub returns: Vec<String>,
}

/// The variable part of an input header.
#[derive(Clone, Debug)]
pub struct VariableHeader {
    /// The first byte that the control word counts as variable.
    pub offset: u64,
    /// The type of its elements.
    pub element: Type,
    /// What they are.
    pub doc: Option<String>,
}

/// A type of message.
#[derive(Clone, Debug)]
pub struct Message {
    /// The number.
    pub number: u32,
    /// The type of the payload, where it is known.
    pub payload: Option<ForArch<Type>>,
}
