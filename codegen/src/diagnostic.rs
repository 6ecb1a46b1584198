//! What is wrong with a spec: a code, a place, a sentence and a remedy.

use std::fmt;

mod code;
mod locate;

pub use code::Code;
pub use locate::{Located, Location, locate};

/// One step from a value of a file to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an element of a list.
    Index(usize),
}

/// A place in a file by the keys that lead to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPath {
    /// The number of the file in its [`Files`](crate::load::Files).
    pub file: usize,
    /// The steps from the root of the file.
    pub steps: Vec<Step>,
}

impl KeyPath {
    /// The root of a file.
    pub fn file(file: usize) -> Self {
        Self {
            file,
            steps: Vec::new(),
        }
    }

    /// The place of a key inside this place.
    pub fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    /// The place of a list element inside this place.
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self {
            file: self.file,
            steps,
        }
    }
}

/// Where a diagnostic points: found by its keys, or already known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// No file: the directory or the spec as a whole, named here.
    Whole(String),
    /// A place by its keys.
    Path(KeyPath),
    /// Bytes of a file, and the keys if they are known.
    Bytes {
        /// The place by its keys.
        path: KeyPath,
        /// The first byte and the first after it.
        span: std::ops::Range<usize>,
    },
}

impl From<KeyPath> for Place {
    fn from(path: KeyPath) -> Self {
        Self::Path(path)
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of mistake it is.
    pub code: Code,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub remedy: String,
    /// The other place that a conflict is with, and what stands there.
    pub other: Option<(Place, String)>,
}

impl Diagnostic {
    /// A diagnostic that concerns one place.
    pub fn new(
        code: Code,
        place: impl Into<Place>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            code,
            place: place.into(),
            message: message.into(),
            remedy: remedy.into(),
            other: None,
        }
    }

    /// Adds the place that this one is in conflict with.
    #[must_use]
    pub fn and(mut self, place: impl Into<Place>, label: impl Into<String>) -> Self {
        self.other = Some((place.into(), label.into()));
        self
    }
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(formatter, ".{key}"),
            Self::Index(index) => write!(formatter, "[{index}]"),
        }
    }
}
