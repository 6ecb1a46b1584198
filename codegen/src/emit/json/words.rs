//! The words of the JSON for what is an enum here.

use crate::model::{Access, Direction, Facts, ReservedBits, Scope, Shape, Standing};

pub(crate) fn status(facts: &Facts) -> &'static str {
    match facts.status {
        Standing::Documented => "documented",
        Standing::Observed => "observed",
        Standing::Reserved => "reserved",
        Standing::Deprecated => "deprecated",
    }
}

pub(crate) fn access(access: Access) -> &'static str {
    match access {
        Access::ReadWrite => "read-write",
        Access::ReadOnly => "read-only",
        Access::WriteOnly => "write-only",
    }
}

pub(crate) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::None => "none",
        Direction::Write => "write",
        Direction::Read => "read",
        Direction::ReadWrite => "read-write",
    }
}

pub(crate) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Partition => "partition",
        Scope::Vp => "vp",
    }
}

pub(crate) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Simple => "simple",
        Shape::Rep => "rep",
        Shape::Vtl => "vtl",
    }
}

pub(crate) fn reserved(kind: ReservedBits) -> &'static str {
    match kind {
        ReservedBits::Zero => "zero",
        ReservedBits::Preserve => "preserve",
        ReservedBits::Ignore => "ignore",
    }
}
