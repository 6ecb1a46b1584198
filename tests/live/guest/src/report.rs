//! Results as lines of text.

use core::fmt::{self, Write};

use crate::machine;

/// Text of limited length; what does not fit is cut off.
pub struct Text {
    bytes: [u8; 2048],
    length: usize,
}

impl Text {
    pub const fn new() -> Self {
        Self {
            bytes: [0; 2048],
            length: 0,
        }
    }

    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length])
            .unwrap_or("text that was cut within a character")
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            if let Some(place) = self.bytes.get_mut(self.length) {
                *place = byte;
                self.length += 1;
            }
        }
        Ok(())
    }
}

/// Why a test failed.
pub type Outcome = Result<(), Text>;

/// Text of these values.
pub fn text(arguments: fmt::Arguments<'_>) -> Text {
    let mut text = Text::new();
    let _ = text.write_fmt(arguments);
    text
}

/// Ends a test that failed.
macro_rules! fail {
    ($($format:tt)*) => { return Err($crate::report::text(format_args!($($format)*))) };
}

/// Ends a test unless this holds.
macro_rules! require {
    ($holds:expr, $($format:tt)*) => {
        if !$holds {
            $crate::report::fail!($($format)*);
        }
    };
}

pub(crate) use {fail, require};

/// Prints a line that is no result.
pub fn note(arguments: fmt::Arguments<'_>) {
    machine::print(text(arguments).as_str());
    machine::print("\n");
}

/// Runs a test and prints its result.
pub fn test(name: &str, test: fn() -> Outcome) {
    match test() {
        Ok(()) => note(format_args!("ok {name}")),
        Err(reason) => note(format_args!("FAIL {name}: {}", reason.as_str())),
    }
}
