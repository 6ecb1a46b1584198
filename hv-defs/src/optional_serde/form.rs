//! How the bytes of a type are divided, and what the parts are called.

/// A type that is read and written by its form.
pub(super) trait Described {
    const FORM: &'static Form;
}

/// What the bytes are.
pub(super) enum Form {
    /// A number of so many bytes.
    Number(usize, Number),
    /// So many of another form.
    Array(&'static Form, usize),
    Struct {
        name: &'static str,
        fields: &'static [Field],
    },
    /// Bytes of which only their user knows what they are.
    Union,
}

/// What a number is.
pub(super) enum Number {
    Bool,
    Unsigned,
    Signed,
    Enum {
        name: &'static str,
        /// The name of a number, on the architecture that this is compiled for.
        name_of: fn(u64) -> Option<&'static str>,
        /// All names with their numbers.
        values: &'static [(&'static str, u64)],
    },
    Bitfield {
        name: &'static str,
        /// All but the reserved ones.
        ranges: &'static [Range],
    },
}

/// Some bits of a number.
pub(super) struct Range {
    pub(super) name: &'static str,
    pub(super) low: u32,
    pub(super) width: u32,
    pub(super) number: &'static Number,
}

/// Some bytes of a struct.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) offset: usize,
    pub(super) size: usize,
    pub(super) form: &'static Form,
    pub(super) reserved: bool,
}

/// How many fields a struct may have, so that those already read fit into a set on the stack.
pub(super) const MAX_FIELDS: usize = 512;

impl Form {
    pub(super) const fn structure(name: &'static str, fields: &'static [Field]) -> Self {
        assert!(fields.len() <= MAX_FIELDS, "raise MAX_FIELDS");
        Self::Struct { name, fields }
    }

    /// Whether it is written as one string.
    pub(super) const fn is_bytes(&self) -> bool {
        match self {
            Self::Union => true,
            Self::Array(element, _) => matches!(element, Self::Number(1, Number::Unsigned)),
            Self::Number(..) | Self::Struct { .. } => false,
        }
    }
}

impl Range {
    pub(super) const fn mask(&self) -> u64 {
        low_bits(self.width) << self.low
    }
}

/// A number with so many of the lowest bits set.
pub(super) const fn low_bits(width: u32) -> u64 {
    u64::MAX >> (64 - width)
}

/// The bits that have a name.
pub(super) fn named_bits(ranges: &[Range]) -> u64 {
    ranges.iter().fold(0, |mask, range| mask | range.mask())
}

/// The form of a type.
pub(super) const fn form_of<T: Described>() -> &'static Form {
    T::FORM
}

/// The same for the type of a bit range.
pub(super) const fn number_of<T: Described>() -> &'static Number {
    match T::FORM {
        Form::Number(_, number) => number,
        _ => panic!("bits hold a number"),
    }
}

macro_rules! integers {
    ($($type:ty: $number:ident),*) => {$(
        impl Described for $type {
            const FORM: &'static Form = &Form::Number(size_of::<Self>(), Number::$number);
        }
    )*};
}

integers!(u8: Unsigned, u16: Unsigned, u32: Unsigned, u64: Unsigned);
integers!(i8: Signed, i16: Signed, i32: Signed, i64: Signed);

impl<T: Described, const COUNT: usize> Described for [T; COUNT] {
    const FORM: &'static Form = &Form::Array(T::FORM, COUNT);
}
