//! The architectures, and sets of them.

use std::fmt;
use std::str::FromStr;

use crate::raw::ArchChoice;

/// An architecture for which the hypervisor exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arch {
    /// x86-64.
    X64,
    /// ARM64.
    Arm64,
}

impl Arch {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::X64, Self::Arm64];

    /// The name in the spec files.
    pub fn name(self) -> &'static str {
        match self {
            Self::X64 => "x64",
            Self::Arm64 => "arm64",
        }
    }

    /// The word that stands for the architecture in the names of types.
    pub fn type_word(self) -> &'static str {
        match self {
            Self::X64 => "X64",
            Self::Arm64 => "Arm64",
        }
    }
}

impl fmt::Display for Arch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Arch {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "x64" | "x86_64" => Ok(Self::X64),
            "arm64" | "aarch64" => Ok(Self::Arm64),
            _ => Err(format!(
                "`{word}` is no architecture: write x64 (x86_64) or arm64 (aarch64)"
            )),
        }
    }
}

/// A set of architectures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arches {
    x64: bool,
    arm64: bool,
}

impl Arches {
    /// Both architectures.
    pub const BOTH: Self = Self {
        x64: true,
        arm64: true,
    };

    /// Whether the set holds the architecture.
    pub fn contains(self, arch: Arch) -> bool {
        match arch {
            Arch::X64 => self.x64,
            Arch::Arm64 => self.arm64,
        }
    }

    /// Whether the sets have an architecture in common.
    pub fn meet(self, other: Self) -> bool {
        self.iter().any(|arch| other.contains(arch))
    }

    /// The architectures of either set.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            x64: self.x64 || other.x64,
            arm64: self.arm64 || other.arm64,
        }
    }

    /// The architectures in the set.
    pub fn iter(self) -> impl Iterator<Item = Arch> {
        Arch::ALL
            .into_iter()
            .filter(move |&arch| self.contains(arch))
    }

    /// The one architecture of the set, if it has not both.
    pub fn single(self) -> Option<Arch> {
        match (self.x64, self.arm64) {
            (true, false) => Some(Arch::X64),
            (false, true) => Some(Arch::Arm64),
            _ => None,
        }
    }
}

impl From<Arch> for Arches {
    fn from(arch: Arch) -> Self {
        Self {
            x64: arch == Arch::X64,
            arm64: arch == Arch::Arm64,
        }
    }
}

impl From<ArchChoice> for Arches {
    fn from(choice: ArchChoice) -> Self {
        match choice {
            ArchChoice::X64 => Arch::X64.into(),
            ArchChoice::Arm64 => Arch::Arm64.into(),
            ArchChoice::Both => Self::BOTH,
        }
    }
}

impl fmt::Display for Arches {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.single() {
            Some(arch) => arch.fmt(formatter),
            None => formatter.write_str("x64 and arm64"),
        }
    }
}
