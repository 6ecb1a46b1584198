//! Registers of virtual processors, each with the type of its value.
//!
//! The hypercalls that read and write registers take any register and carry every value in the same
//! 16 bytes. A [`Register`] knows what is in them.
//!
//! ```
//! use hv_defs::vp::{HvCallSetVpRegisters, HvInputSetVpRegisters, HvX64SegmentRegister};
//! use hv_defs::vp_register::{HV_X64_REGISTER_CS, HV_X64_REGISTER_RIP};
//!
//! let code = HvX64SegmentRegister { selector: 0x10, ..Default::default() };
//! // The type of the value is that of the register: `HV_X64_REGISTER_RIP.assoc(code)` does not compile.
//! let list = [HV_X64_REGISTER_RIP.assoc(0xfff0), HV_X64_REGISTER_CS.assoc(code)];
//! assert_eq!(HV_X64_REGISTER_CS.find(&list).unwrap().selector, 0x10);
//! ```

use core::fmt;
use core::marker::PhantomData;

use zerocopy::{FromBytes, Immutable, IntoBytes};

use crate::register::HvRegisterName;
use crate::vp::{HvRegisterAssoc, HvRegisterValue};

/// A type that values of registers have: at most 16 bytes.
pub trait VpRegisterValue: FromBytes + IntoBytes + Immutable + Copy {}

impl<V: FromBytes + IntoBytes + Immutable + Copy> VpRegisterValue for V {}

/// A register whose value is a `V`.
pub struct Register<V> {
    name: HvRegisterName,
    value: PhantomData<fn() -> V>,
}

impl<V: VpRegisterValue> Register<V> {
    /// The register of this name.
    pub const fn new(name: HvRegisterName) -> Self {
        const {
            assert!(
                size_of::<V>() <= size_of::<HvRegisterValue>(),
                "the value of a register has at most 16 bytes"
            );
        };
        Self {
            name,
            value: PhantomData,
        }
    }

    /// The name, as an element of the list of `HvCallGetVpRegisters`.
    pub const fn name(self) -> HvRegisterName {
        self.name
    }

    /// The bytes that carry a value; those that it does not need are zero.
    pub fn encode(self, value: V) -> HvRegisterValue {
        let mut bytes = [0; size_of::<HvRegisterValue>()];
        if let Some(start) = bytes.get_mut(..size_of::<V>()) {
            start.copy_from_slice(value.as_bytes());
        }
        HvRegisterValue::from_bytes(bytes)
    }

    /// The value that these bytes carry.
    pub fn decode(self, value: HvRegisterValue) -> V {
        match V::read_from_prefix(&value.into_bytes()) {
            Ok((value, _)) => value,
            Err(_) => unreachable!("`new` has seen the size"),
        }
    }

    /// The register with a value, as an element of the list of `HvCallSetVpRegisters`.
    pub fn assoc(self, value: V) -> HvRegisterAssoc {
        HvRegisterAssoc {
            name: self.name,
            value: self.encode(value),
            ..HvRegisterAssoc::default()
        }
    }

    /// The value in a list, if it is in there.
    pub fn find(self, list: &[HvRegisterAssoc]) -> Option<V> {
        let found = list.iter().find(|assoc| assoc.name == self.name)?;
        Some(self.decode(found.value))
    }
}

impl<V> Clone for Register<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Register<V> {}

impl<V> fmt::Debug for Register<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(formatter)
    }
}

hv_defs_derive::index!("registers");
