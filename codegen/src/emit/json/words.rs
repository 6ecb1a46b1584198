//! The words of the JSON for what is an enum here.

use crate::model::{Access, Direction, Facts, Scope, Shape, Standing};

pub(super) fn status(facts: &Facts) -> &'static str {
    match facts.status {
        Standing::Documented => "documented",
        Standing::Observed => "observed",
        Standing::Reserved => "reserved",
        Standing::Deprecated => "deprecated",
    }
}

pub(super) fn access(access: Access) -> &'static str {
    match access {
        Access::ReadWrite => "read-write",
        Access::ReadOnly => "read-only",
        Access::WriteOnly => "write-only",
    }
}

pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::None => "none",
        Direction::Write => "write",
        Direction::Read => "read",
        Direction::ReadWrite => "read-write",
    }
}

pub(super) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Partition => "partition",
        Scope::Vp => "vp",
    }
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Simple => "simple",
        Shape::Rep => "rep",
        Shape::Vtl => "vtl",
    }
}
