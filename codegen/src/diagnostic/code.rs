//! The numbers of the diagnostics. A number keeps its meaning for ever.

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal,)*) => {
        /// The kind of a mistake, printed as `HV0103`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Code {
            $($(#[doc = $doc])+ $name = $number,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What the code means.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc),+).trim_ascii(),)*
                }
            }

            /// The name of the code.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

codes! {
    /// A directory or file of the spec cannot be read.
    Unreadable = 1,
    /// A file is not UTF-8.
    NotUtf8 = 2,
    /// A file is not YAML.
    Syntax = 3,
    /// A file uses an anchor, an alias, a merge key or a tag.
    Reference = 4,
    /// A mapping has a key twice.
    DuplicateKey = 5,
    /// A mapping has a key that means nothing there.
    UnknownKey = 6,
    /// A mapping lacks a key that it needs.
    MissingKey = 7,
    /// A value is not of the form that its key asks for.
    WrongValue = 8,
    /// A file holds nothing.
    EmptyFile = 9,
    /// A file is larger, or nested deeper, than any spec file.
    TooLarge = 10,
    /// The first key of an item is not a kind.
    UnknownKind = 11,
    /// A field, bit range or value has two keys of which only one may stand, or neither.
    Choice = 12,

    /// A name is not an identifier.
    BadName = 101,
    /// A name is a keyword of Rust, C or C++.
    Keyword = 102,
    /// A name stands for two things.
    DuplicateName = 103,
    /// Two names become one in Rust.
    RustNameClash = 104,

    /// An item has no documentation, or one that is not a sentence.
    MissingDoc = 201,
    /// An item has no source.
    MissingSource = 202,
    /// A source is not listed in `sources.yaml`.
    UnknownSource = 203,
    /// The status of an item does not fit its sources.
    StatusAgainstSource = 204,
    /// An erratum is not listed in `errata.yaml`.
    UnknownErratum = 205,
    /// Nothing refers to an erratum.
    UnusedErratum = 206,

    /// A type does not exist.
    UnknownType = 301,
    /// A type is not written as a type.
    BadType = 302,
    /// A type contains itself.
    Cycle = 303,
    /// A name that is not a type stands for one.
    NotAType = 304,
    /// A type does not exist for the architecture of what uses it.
    WrongArch = 305,
    /// A closed enum is part of memory that the other side can write.
    ClosedInMemory = 306,
    /// The length of an array is not a constant.
    UnknownLength = 307,

    /// Two fields share bytes.
    Overlap = 401,
    /// Bytes of a struct belong to no field.
    Hole = 402,
    /// The size of a struct or union is not what its fields give.
    WrongSize = 403,
    /// A field does not stand at a multiple of its alignment.
    Misaligned = 404,
    /// The alignment of a struct or union is not what its fields give.
    WrongAlign = 405,
    /// A tail of variable length stands before the last field, or in a union.
    TailNotLast = 406,
    /// A type is larger than anything the interface can pass.
    HugeType = 407,
    /// Entries are not in ascending order.
    Unsorted = 408,
    /// A type has no content.
    EmptyType = 409,
    /// A struct says that it is unaligned, and is not.
    NeedlessUnaligned = 410,

    /// A storage type is not an unsigned integer.
    BadStorage = 501,
    /// A bit range goes beyond its storage.
    BitsBeyondStorage = 502,
    /// Two bit ranges share bits.
    BitsOverlap = 503,
    /// Bits of a storage belong to no range.
    BitsUncovered = 504,
    /// A bit range is written from low to high.
    BitsReversed = 505,
    /// The type of a bit range does not fit its width.
    BitsType = 506,

    /// A value needs more bits than its type has.
    ValueTooWide = 601,
    /// Two values of an enum are equal and neither says so.
    DuplicateValue = 602,
    /// A value says that it equals another, and does not.
    WrongSameAs = 603,
    /// An enum lists values and collects them as well, or neither.
    CollectsAndLists = 604,
    /// No enum, or more than one, collects a kind of item.
    CollectorMissing = 605,

    /// Two items of one kind have the same number.
    DuplicateNumber = 701,

    /// The input or output of a hypercall is not a multiple of eight bytes.
    NotEightByteMultiple = 801,
    /// The shape of a hypercall does not fit its elements.
    ShapeAgainstElements = 802,
    /// The variable part of a header does not start on eight bytes inside or behind the input.
    VariableHeaderStart = 803,
    /// The parameters of a hypercall do not fit a page.
    BeyondPage = 804,
    /// A privilege is not a bit of a bit-field.
    UnknownGrant = 805,
    /// A status that a hypercall returns is not a status code.
    UnknownStatus = 806,
    /// The value of a register, MSR or CPUID leaf has the wrong size.
    ValueSize = 807,
    /// The payload of a message does not fit a message.
    PayloadSize = 808,

    /// A dialect names something that is not in the spec.
    DialectUnknown = 901,
    /// Two things have one name in a dialect.
    DialectClash = 902,
    /// A dialect puts a type into a file after the file that uses it.
    DialectOrder = 903,
    /// A dialect declares a type with another layout than the item has.
    DialectLayout = 904,
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "HV{:04}", *self as u16)
    }
}
