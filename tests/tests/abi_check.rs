//! `abi check` on what a C compiler makes of small headers: mistakes that real headers had, and every
//! kind of file that debug information comes in. The headers are our own, with the names of those.

use std::path::{Path, PathBuf};
use std::process::Command;

use hv_codegen::abi::files::Inspector;
use hv_codegen::abi::header;
use hv_codegen::abi::report::{Counts, Report, plain};
use hv_codegen::compiler::Compiler;
use hv_codegen::coverage::Index;
use hv_defs_tests::agreement::MODEL;
use hv_defs_tests::{golden, repository};

fn with<T>(body: impl FnOnce(&Inspector<'_>) -> T) -> T {
    let index = Index::new(&MODEL);
    body(&Inspector::new(&MODEL, &index))
}

fn compiler(program: &str) -> Compiler {
    Compiler {
        program: program.to_owned(),
        arguments: Vec::new(),
    }
}

fn header(name: &str) -> PathBuf {
    repository().join("tests/headers").join(name)
}

/// What is printed for a header, without the path of this machine.
fn printed(report: &Report<'_>) -> String {
    let text = plain(&MODEL, report, false);
    text.replace(
        &report.name,
        Path::new(&report.name)
            .file_name()
            .map_or("", |name| name.to_str().expect("UTF-8")),
    )
}

fn check(name: &str, expected: Counts) {
    check_with("gcc", name, expected);
}

fn check_with(program: &str, name: &str, expected: Counts) {
    with(|inspector| {
        let report =
            header::inspect(inspector, &header(name), &compiler(program)).expect("it compiles");
        golden::check(&header(name).with_extension("txt"), &printed(&report));
        assert_eq!(report.counts(), expected, "{program} {name}");
    });
}

#[test]
fn the_padding_that_the_register_page_lost_is_told() {
    let expected = Counts {
        differing: 1,
        ..Counts::default()
    };
    check("register_page.h", expected);
}

#[test]
fn the_reserved_field_that_the_system_property_lost_is_told() {
    let expected = Counts {
        differing: 1,
        ..Counts::default()
    };
    check("system_property.h", expected);
}

#[test]
fn the_bytes_that_the_synthetic_exception_lost_are_told() {
    let expected = Counts {
        differing: 1,
        ..Counts::default()
    };
    check("synthetic_exception.h", expected);
}

#[test]
fn the_shape_of_an_older_kernel_is_a_version_and_no_mistake() {
    let expected = Counts {
        matched: 2,
        known: 2,
        other_version: 1,
        ..Counts::default()
    };
    check("map_device_interrupt.h", expected);
}

fn numbers() -> Counts {
    Counts {
        matched: 1,
        differing: 1,
        other_meaning: 1,
        ..Counts::default()
    }
}

#[test]
fn macros_and_enums_are_numbers() {
    check("numbers.h", numbers());
}

#[test]
#[ignore = "needs clang, g++ and x86_64-w64-mingw32-gcc and -g++"]
fn macros_and_enums_are_numbers_to_every_compiler() {
    for program in [
        "clang",
        "clang++",
        "g++",
        "x86_64-w64-mingw32-gcc",
        "x86_64-w64-mingw32-g++",
    ] {
        check_with(program, "numbers.h", numbers());
    }
}

/// Left out can only be what an error names; where that is nothing, trying again would have no end.
#[test]
fn macros_are_given_up_where_no_error_is_of_one() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let script = directory.path().join("compiler");
    let text = "case \"$*\" in\n*'-c macros.c'*) echo 'macros.c:9999:1: error: the end' >&2; exit 1 ;;\nesac\n\
        exec gcc \"$@\"\n";
    std::fs::write(&script, text).expect("it can be written");
    let compiler = Compiler {
        program: "sh".to_owned(),
        arguments: vec![script.display().to_string()],
    };
    with(|inspector| {
        let report =
            header::inspect(inspector, &header("numbers.h"), &compiler).expect("it compiles");
        let gaps = report.gaps.join(", ");
        assert!(gaps.contains("macros could not be computed"), "{gaps}");
        assert_eq!(report.numbers, 0);
    });
}

#[test]
fn another_thing_of_our_name_is_told_apart() {
    let expected = Counts {
        other_meaning: 1,
        ..Counts::default()
    };
    check("another_meaning.h", expected);
}

/// The mistakes are told because they are there: with the bytes back, all is well.
#[test]
fn with_its_bytes_back_each_header_matches() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (name, from, to) in [
        (
            "register_page.h",
            "uint64_t rflags;",
            "uint64_t rflags;\n\tuint64_t reserved;",
        ),
        (
            "system_property.h",
            "uint32_t property_id;",
            "uint32_t property_id;\n\tuint32_t reserved;",
        ),
        (
            "synthetic_exception.h",
            "uint8_t header;",
            "uint8_t header;\n\tuint8_t reserved[3];",
        ),
    ] {
        let text = std::fs::read_to_string(header(name)).expect("the header is there");
        let mut text = text.replace(from, to);
        // The argument of the call has eight bytes.
        text = text.replace("uint32_t as_uint32;", "uint64_t as_uint64;");
        text = text.replace(
            "uint32_t hv_processor_feature;",
            "uint64_t hv_processor_feature;",
        );
        let path = directory.path().join(name);
        std::fs::write(&path, text).expect("it can be written");
        with(|inspector| {
            let report = header::inspect(inspector, &path, &compiler("gcc")).expect("it compiles");
            let counts = report.counts();
            assert_eq!(
                (counts.differing, counts.matched + counts.known),
                (0, 1),
                "{}",
                plain(&MODEL, &report, true)
            );
        });
    }
}

fn run(directory: &Path, program: &str, arguments: &[&str]) {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(directory)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A directory with `page.c`, a program that uses a type with one difference.
fn page() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let source = format!(
        "#include \"{}\"\nstruct hv_vp_register_page page = {{ 1 }};\nint main(void) {{ return page.version; }}\n",
        header("register_page.h").display()
    );
    std::fs::write(directory.path().join("page.c"), source).expect("it can be written");
    directory
}

/// How many differences each report of a file has.
fn differing(file: &Path) -> Vec<usize> {
    with(|inspector| {
        let reports = inspector.inspect(file);
        let reports = reports.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let counts = reports.iter().map(|report| report.counts().differing);
        counts.collect()
    })
}

/// One difference is found whatever file holds it.
#[test]
fn every_kind_of_file_is_read() {
    let directory = page();
    let at = directory.path();
    for (program, arguments) in [
        (
            "gcc",
            &["-g", "-gdwarf-5", "-c", "page.c", "-o", "dwarf5.o"][..],
        ),
        (
            "gcc",
            &["-g", "-gdwarf-4", "-c", "page.c", "-o", "dwarf4.o"],
        ),
        (
            "gcc",
            &[
                "-g",
                "-gdwarf-2",
                "-gstrict-dwarf",
                "-c",
                "page.c",
                "-o",
                "dwarf2.o",
            ],
        ),
        ("gcc", &["-g", "-gz=zlib", "-c", "page.c", "-o", "zlib.o"]),
        (
            "gcc",
            &[
                "-g",
                "-fdebug-types-section",
                "-c",
                "page.c",
                "-o",
                "units.o",
            ],
        ),
        ("gcc", &["-g", "page.c", "-o", "program"]),
        ("gcc", &["-g", "-gz=zlib", "page.c", "-o", "program-zlib"]),
        (
            "objcopy",
            &["--only-keep-debug", "program", "program.debug"],
        ),
        (
            "objcopy",
            &[
                "--strip-debug",
                "--add-gnu-debuglink=program.debug",
                "program",
                "stripped",
            ],
        ),
        ("ar", &["rc", "libpage.a", "dwarf5.o"]),
        ("gzip", &["-k", "dwarf5.o"]),
    ] {
        run(at, program, arguments);
    }
    for name in [
        "dwarf5.o",
        "dwarf4.o",
        "dwarf2.o",
        "zlib.o",
        "units.o",
        "program",
        "program-zlib",
        "program.debug",
        "stripped",
        "libpage.a",
        "dwarf5.o.gz",
    ] {
        assert_eq!(differing(&at.join(name)), [1], "{name}");
    }
}

#[test]
#[ignore = "needs g++, clang, clang++ and xz"]
fn objects_of_other_compilers_are_read() {
    let directory = page();
    let at = directory.path();
    for program in ["g++", "clang", "clang++"] {
        let name = format!("{program}.o");
        let language = if program.ends_with("++") { "c++" } else { "c" };
        let arguments = ["-g", "-x", language, "-c", "page.c", "-o", &name];
        run(at, program, &arguments);
        assert_eq!(differing(&at.join(&name)), [1], "{name}");
    }
    run(at, "xz", &["g++.o"]);
    assert_eq!(differing(&at.join("g++.o.xz")), [1]);
}

/// Whatever is cut off or overwritten, the answer is a report or an error.
#[test]
fn broken_files_are_told_without_harm() {
    use hv_codegen::abi::binary::Source;
    let directory = tempfile::tempdir().expect("a temporary directory");
    let source = format!(
        "#include \"{}\"\nstruct hv_input_map_device_interrupt page;\n",
        header("map_device_interrupt.h").display()
    );
    std::fs::write(directory.path().join("page.c"), source).expect("it can be written");
    run(
        directory.path(),
        "gcc",
        &["-g", "-c", "page.c", "-o", "page.o"],
    );
    let good = std::fs::read(directory.path().join("page.o")).expect("it is there");
    with(|inspector| {
        let mut read = 0;
        let mut look = |bytes: Vec<u8>| {
            if let Ok(source) = Source::of_bytes("page.o", bytes) {
                read += usize::from(inspector.inspect_source(&source).is_ok());
            }
        };
        for at in (0..good.len()).step_by(7) {
            look(good[..at].to_vec());
            for value in [0, 0x7f, 0xff, good[at].wrapping_add(1)] {
                let mut bytes = good.clone();
                bytes[at] = value;
                look(bytes);
            }
        }
        assert!(read > 0, "some of them are still readable");
    });
}
