//! The headers for Linux agree with Linux's own: every name, value, size and offset of the tables,
//! as a compiler and its debug information have them.

use hv_codegen::arch::Arch;
use hv_defs_tests::linux_facts::{Compared, declared, differences, kept, table};
use hv_defs_tests::repository;

/// The names of the interface of /dev/mshv, which has a header of its own.
fn is_uapi(name: &str) -> bool {
    name.starts_with("MSHV_") || name.starts_with("mshv_")
}

/// Panics with all differences, but for those that are kept on purpose.
fn agrees(
    program: &str,
    dialect: &str,
    facts: &str,
    arch: Arch,
    wanted: fn(&str) -> bool,
) -> Compared {
    let machine = match arch {
        Arch::X64 => "x86_64",
        Arch::Arm64 => "arm64",
    };
    let kept = kept(&repository().join("tests/facts"));
    let headers = declared(program, dialect, arch);
    let (compared, found) = differences(&table(&format!("{facts}.{machine}")), &headers, wanted);
    let lines: Vec<String> = found
        .iter()
        .filter(|(name, _)| !kept.contains(*name))
        .map(|(name, difference)| format!("{name}: {difference}"))
        .collect();
    assert!(
        lines.is_empty(),
        "{dialect} {arch}: {} differences\n{}",
        lines.len(),
        lines.join("\n")
    );
    println!("{dialect} {arch}: {compared:?}, {} kept", found.len());
    compared
}

/// A compiler that the machine surely has lays both architectures out the same.
#[test]
fn current_kernels() {
    for arch in Arch::ALL {
        let compared = agrees("gcc", "linux", "linux-next", arch, |name| !is_uapi(name));
        assert!(
            compared.numbers > 400 && compared.types > 150,
            "{compared:?}"
        );
    }
}

#[test]
fn user_space_interface() {
    let compared = agrees("gcc", "linux-uapi", "linux-next", Arch::X64, is_uapi);
    assert!(compared.numbers > 40 && compared.types > 15, "{compared:?}");
}

#[test]
fn linux_6_12() {
    let compared = agrees("gcc", "linux-6.12", "linux-6.12", Arch::X64, |_| true);
    assert!(
        compared.numbers > 300 && compared.types > 60,
        "{compared:?}"
    );
    let compared = agrees("gcc", "linux-6.12", "linux-6.12", Arch::Arm64, |_| true);
    assert!(
        compared.numbers > 150 && compared.types > 40,
        "{compared:?}"
    );
}

/// With a compiler for the other machine.
#[test]
#[ignore = "needs aarch64-linux-gnu-gcc"]
fn a_compiler_for_arm64() {
    let program = "aarch64-linux-gnu-gcc";
    agrees(program, "linux", "linux-next", Arch::Arm64, |name| {
        !is_uapi(name)
    });
    agrees(program, "linux-uapi", "linux-next", Arch::Arm64, is_uapi);
    agrees(program, "linux-6.12", "linux-6.12", Arch::Arm64, |_| true);
}

#[test]
#[ignore = "needs clang"]
fn clang() {
    for arch in Arch::ALL {
        agrees("clang", "linux", "linux-next", arch, |name| !is_uapi(name));
        agrees("clang", "linux-6.12", "linux-6.12", arch, |_| true);
    }
}

/// What is kept on purpose does differ, so that the list does not outlive its reasons.
#[test]
fn what_is_kept_differs() {
    let headers = declared("gcc", "linux", Arch::X64);
    let (_, found) = differences(&table("linux-next.x86_64"), &headers, |name| !is_uapi(name));
    for name in kept(&repository().join("tests/facts")) {
        assert!(found.contains_key(&name), "{name} does not differ any more");
    }
}
