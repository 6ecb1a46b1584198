//! Running the C compiler of the machine on generated headers.

use std::path::{Path, PathBuf};
use std::process::Command;

use hv_codegen::arch::Arch;
use hv_codegen::emit::c::{Options, headers};
use hv_codegen::emit::witness::c_program;
use hv_codegen::model::{Dialect, Model};
use tempfile::TempDir;

/// A compiler and how it is called.
#[derive(Clone, Copy, Debug)]
pub struct Compiler {
    /// The program.
    pub program: &'static str,
    /// The language and its version, and which warnings are errors.
    pub flags: &'static [&'static str],
    /// What runs its programs, where the machine itself does not.
    pub runner: Option<&'static str>,
}

/// C11 as the machine's gcc compiles it, every warning an error.
pub const GCC_C11: Compiler = Compiler {
    program: "gcc",
    flags: &[
        "-x",
        "c",
        "-std=c11",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Werror",
    ],
    runner: None,
};

/// C++17 as the machine's gcc compiles it, every warning an error.
pub const GCC_CXX17: Compiler = Compiler {
    program: "g++",
    flags: &[
        "-x",
        "c++",
        "-std=c++17",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Werror",
    ],
    runner: None,
};

/// C++17 for headers of Linux, which end records with arrays of any length.
pub const GCC_CXX17_LINUX: Compiler = Compiler {
    flags: &["-x", "c++", "-std=c++17", "-Wall", "-Wextra", "-Werror"],
    ..GCC_CXX17
};

/// C as a kernel is compiled, without the warnings that the kernel's own headers give.
pub const GCC_KERNEL: Compiler = Compiler {
    program: "gcc",
    flags: &["-x", "c", "-std=gnu11", "-Wall", "-Werror"],
    runner: None,
};

/// The same compiler with the layout of bit-fields that Microsoft's has.
pub const GCC_MS_BITFIELDS: Compiler = Compiler {
    flags: &[
        "-x",
        "c",
        "-std=c11",
        "-mms-bitfields",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Werror",
    ],
    ..GCC_C11
};

/// C as a kernel is compiled with clang, without the warnings about what GNU C has besides ISO C.
pub const CLANG_KERNEL: Compiler = Compiler {
    program: "clang",
    flags: &["-x", "c", "-std=gnu11", "-Wall", "-Wno-gnu", "-Werror"],
    runner: None,
};

/// The same language with clang; for C++ that is another program.
pub const fn with_clang(compiler: Compiler) -> Compiler {
    Compiler {
        program: match compiler.program.as_bytes() {
            b"g++" => "clang++",
            _ => "clang",
        },
        ..compiler
    }
}

/// The same language for Windows. Its programs do not run here: assertions alone say what it does.
pub const fn for_windows(compiler: Compiler) -> Compiler {
    Compiler {
        program: match compiler.program.as_bytes() {
            b"g++" => "x86_64-w64-mingw32-g++",
            _ => "x86_64-w64-mingw32-gcc",
        },
        ..compiler
    }
}

/// The same compiler for ARM64: its programs need an emulator, and are linked so that they need
/// nothing else.
pub const fn for_arm64(compiler: Compiler) -> Compiler {
    Compiler {
        program: "aarch64-linux-gnu-gcc",
        runner: Some("qemu-aarch64"),
        ..compiler
    }
}

/// The headers that a kernel has and a machine may not.
pub fn kernel_headers() -> PathBuf {
    crate::repository().join("codegen/stand-ins")
}

/// Whether the compiler is installed.
pub fn is_installed(compiler: Compiler) -> bool {
    Command::new(compiler.program)
        .arg("--version")
        .output()
        .is_ok()
}

/// The headers of a dialect in a directory of their own, and their paths.
pub fn write_headers(
    model: &Model,
    dialect: &Dialect,
    arch: Option<Arch>,
) -> (TempDir, Vec<PathBuf>) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let options = Options {
        arch,
        command: "the tests".to_owned(),
        ..Options::default()
    };
    let mut paths = Vec::new();
    for header in headers(model, dialect, &options) {
        let path = directory.path().join(&header.path);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("it can be made");
        std::fs::write(&path, header.text).expect("the header can be written");
        paths.push(path);
    }
    (directory, paths)
}

/// Where a compiler finds headers: each directory `include` of a kernel's tree, that of the
/// architecture first; else the directory itself.
pub fn include_directories(directory: &Path, arch: Arch) -> Vec<PathBuf> {
    let own = match arch {
        Arch::X64 => "arch/x86/include",
        Arch::Arm64 => "arch/arm64/include",
    };
    [own, "include", "."]
        .into_iter()
        .map(|name| directory.join(name))
        .filter(|path| path.is_dir())
        .collect()
}

/// Whether a header of a kernel's tree is for an architecture.
pub fn is_for(header: &Path, arch: Arch) -> bool {
    let other = match arch {
        Arch::X64 => "/arch/arm64/",
        Arch::Arm64 => "/arch/x86/",
    };
    !header.to_string_lossy().contains(other)
}

/// What the stand-ins for a kernel's headers and the conditions of the others take as the
/// architecture.
pub fn arch_defines(arch: Arch) -> &'static [&'static str] {
    match arch {
        Arch::X64 => &[],
        Arch::Arm64 => &["-D_M_ARM64", "-DHV_STAND_IN_ARM64"],
    }
}

/// Compiles a header by itself. The error is what the compiler said.
pub fn compile_alone(
    compiler: Compiler,
    directory: &Path,
    header: &Path,
    arch: Arch,
) -> Result<(), String> {
    let mut command = Command::new(compiler.program);
    command.args(compiler.flags).args(arch_defines(arch));
    for path in include_directories(directory, arch) {
        command.arg("-I").arg(path);
    }
    command
        .arg("-I")
        .arg(kernel_headers())
        .arg("-fsyntax-only")
        .arg(header);
    finish(command)
}

/// Compiles a source that includes headers one after the other. The error is what the compiler said.
pub fn compile_in_order(
    compiler: Compiler,
    directory: &Path,
    headers: &[&PathBuf],
    arch: Arch,
) -> Result<(), String> {
    let includes: String = headers
        .iter()
        .map(|header| format!("#include \"{}\"\n", header.display()))
        .collect();
    let source = directory.join("order.c");
    std::fs::write(&source, includes).expect("the source can be written");
    compile_alone(compiler, directory, &source, arch)
}

/// Builds the C half of the witness for a dialect.
pub fn build_witness(
    compiler: Compiler,
    model: &Model,
    dialect: &Dialect,
    arch: Arch,
) -> Result<(TempDir, PathBuf), String> {
    let (directory, _) = write_headers(model, dialect, Some(arch));
    let (source, program) = (
        directory.path().join("witness.c"),
        directory.path().join("witness"),
    );
    let text = c_program(model, dialect, arch).expect("the dialect has headers");
    std::fs::write(&source, text).expect("the program can be written");
    let mut command = Command::new(compiler.program);
    command
        .args(compiler.flags)
        .args(arch_defines(arch))
        .arg("-I")
        .arg(kernel_headers());
    for path in include_directories(directory.path(), arch) {
        command.arg("-I").arg(path);
    }
    command
        .args(["-O1", "-static", "-o"])
        .arg(&program)
        .arg(&source);
    finish(command)?;
    Ok((directory, program))
}

/// Runs the C half of the witness, with the lines to read or with none to write.
pub fn run_witness(compiler: Compiler, program: &Path, input: Option<&str>) -> String {
    let mut command = match compiler.runner {
        Some(runner) => {
            let mut command = Command::new(runner);
            command.arg(program);
            command
        }
        None => Command::new(program),
    };
    if let Some(lines) = input {
        let path = program.with_extension("lines");
        std::fs::write(&path, lines).expect("the lines can be written");
        command.arg(path);
    }
    let output = command.output().expect("the witness runs");
    assert!(
        output.status.success(),
        "the witness failed: {:?}",
        output.status
    );
    String::from_utf8(output.stdout).expect("the witness prints ASCII")
}

fn finish(mut command: Command) -> Result<(), String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
