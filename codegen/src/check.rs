//! The rules, one module for each family. All are applied and all violations reported.

use crate::arch::Arch;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::draft::{Draft, Entry};

mod bitfields;
mod declarations;
pub(crate) mod dialects;
mod enums;
mod evidence;
mod hypercalls;
mod names;
mod numbers;
mod records;
mod types;
mod values;

/// Larger than anything that the interface passes; it bounds what is emitted.
pub(crate) const SIZE_LIMIT: u64 = 1 << 20;

/// The draft and what is wrong with it.
pub(crate) struct Checker<'d, 'a> {
    pub(crate) draft: &'d Draft<'a>,
    found: Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    fn report(
        &mut self,
        code: Code,
        path: KeyPath,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(Diagnostic::new(code, path, message, remedy));
    }

    /// Adds a diagnostic unless the same was found for the other architecture.
    fn push(&mut self, diagnostic: Diagnostic) {
        if !self.found.contains(&diagnostic) {
            self.found.push(diagnostic);
        }
    }
}

/// Applies every rule.
pub(crate) fn run(draft: &Draft<'_>) -> Vec<Diagnostic> {
    let mut checker = Checker {
        draft,
        found: Vec::new(),
    };
    names::check(&mut checker);
    evidence::check(&mut checker);
    types::check(&mut checker);
    for entry in &draft.entries {
        for arch in entry.arches.iter() {
            check_body(&mut checker, entry, arch);
        }
    }
    numbers::check(&mut checker);
    dialects::check(&mut checker);
    checker.found
}

fn check_body(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, arch: Arch) {
    use crate::raw::Body;
    match &entry.item.body {
        Body::Constant(body) => values::check_constant(checker, entry, body, arch),
        Body::Enum(body) => enums::check(checker, entry, body),
        Body::Bitfield(body) => bitfields::check(checker, entry, body, arch),
        Body::Struct(body) => records::check_struct(checker, entry, body, arch),
        Body::Union(body) => records::check_union(checker, entry, body, arch),
        Body::Register(body) => values::check_register(checker, entry, body, arch),
        Body::Msr(body) => values::check_msr(checker, entry, body, arch),
        Body::Ioctl(body) => values::check_ioctl(checker, entry, body, arch),
        Body::Cpuid(body) => values::check_cpuid(checker, entry, body, arch),
        Body::Hypercall(body) => hypercalls::check(checker, entry, body, arch),
        Body::Message(body) => values::check_message(checker, entry, body, arch),
        Body::Alias(_) | Body::StatusCode(_) => {}
    }
}
