//! Forms of files that no compiler on this machine need make: the tests put the bytes together.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::*;
use crate::abi::btf::made::{Builder, small};
use crate::abi::files::Inspector;
use crate::coverage::Index;
use crate::model::Model;

/// The architecture, and how many types match and differ, of each report.
fn outcome(source: &Source, base: Option<PathBuf>) -> Result<Vec<(Arch, usize, usize)>, ReadError> {
    let model = Model::published(None).expect("the spec is correct");
    let index = Index::new(&model);
    let mut inspector = Inspector::new(&model, &index);
    inspector.base = base;
    let reports = inspector.inspect_source(source)?;
    let of = |report: &crate::abi::report::Report<'_>| {
        let counts = report.counts();
        (report.arch, counts.matched + counts.known, counts.differing)
    };
    Ok(reports.iter().map(of).collect())
}

fn outcome_of_bytes(bytes: Vec<u8>) -> Vec<(Arch, usize, usize)> {
    let source = Source::of_bytes("made", bytes).expect("it can be read");
    outcome(&source, None).expect("it has types")
}

/// `struct hv_message_header` with 4 bytes where the spec has 16, and as many other types as the BTF of a
/// kernel has at least.
fn of_kernel() -> Builder {
    let mut builder = small();
    for at in 0..6000 {
        let name = builder.string(&format!("filler_{at}"));
        builder.add(&[name, 1 << 24, 4, 32]);
    }
    builder
}

/// How `arch/x86/boot/compressed` and `zboot` compress; all but gzip are followed by the size.
fn compressed_kernels(kernel: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(kernel).expect("memory has room");
    let gzip = gzip.finish().expect("memory has room");

    let xz = lzma_rust2::XzOptions::with_preset(3);
    let mut xz = lzma_rust2::XzWriter::new(Vec::new(), xz).expect("the options are good");
    xz.write_all(kernel).expect("memory has room");
    let xz = xz.finish().expect("memory has room");

    let lzma = lzma_rust2::LzmaOptions::with_preset(3);
    let mut lzma = lzma_rust2::LzmaWriter::new_use_header(Vec::new(), &lzma, None)
        .expect("the options are good");
    lzma.write_all(kernel).expect("memory has room");
    let lzma = lzma.finish().expect("memory has room");

    let lz4 = lz4_flex::frame::FrameInfo::new().legacy_frame(true);
    let mut lz4 = lz4_flex::frame::FrameEncoder::with_frame_info(lz4, Vec::new());
    lz4.write_all(kernel).expect("memory has room");
    let lz4 = lz4.finish().expect("memory has room");

    let zstd = zstd(kernel);
    let size = u32::try_from(kernel.len()).expect("small").to_le_bytes();
    let with_size = |mut bytes: Vec<u8>| {
        bytes.extend(size);
        bytes
    };
    vec![
        ("gzip", gzip),
        ("xz", with_size(xz)),
        ("lzma", with_size(lzma)),
        ("lz4", with_size(lz4)),
        ("zstd", with_size(zstd)),
    ]
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    let level = ruzstd::encoding::CompressionLevel::Fastest;
    ruzstd::encoding::compress_to_vec(bytes, level)
}

/// By the boot protocol of x86: the payload after the sectors of the setup, and code around it.
fn bz_image(payload: &[u8]) -> Vec<u8> {
    let sectors = 3;
    let before = 0x100;
    let mut image = vec![0x90; (sectors + 1) * 512 + before];
    let mut put = |at: usize, bytes: &[u8]| image[at..at + bytes.len()].copy_from_slice(bytes);
    put(0x1f1, &[3]);
    put(0x202, b"HdrS");
    put(0x248, &0x100_u32.to_le_bytes());
    let length = u32::try_from(payload.len()).expect("small");
    put(0x24c, &length.to_le_bytes());
    image.extend(payload);
    image.extend([0xcc; 512]);
    image
}

/// An EFI image that decompresses itself.
fn zboot(payload: &[u8], method: &str) -> Vec<u8> {
    let mut image = vec![0; 0x1000];
    let mut put = |at: usize, bytes: &[u8]| image[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, b"MZ");
    put(4, b"zimg");
    put(8, &0x1000_u32.to_le_bytes());
    let length = u32::try_from(payload.len()).expect("small");
    put(12, &length.to_le_bytes());
    put(24, method.as_bytes());
    image.extend(payload);
    image
}

fn run(directory: &Path, program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(directory);
    let status = command.status();
    let status = status.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(status.success(), "{program} {arguments:?}");
}

/// An object of gcc with more sections.
fn object_with(directory: &Path, name: &str, sections: &[(&str, &[u8])]) -> PathBuf {
    std::fs::write(directory.join("empty.c"), "int nothing;\n").expect("it can be written");
    run(directory, "gcc", &["-c", "empty.c", "-o", name]);
    for (section, bytes) in sections {
        std::fs::write(directory.join("section"), bytes).expect("it can be written");
        let add = format!("{section}=section");
        run(directory, "objcopy", &["--add-section", &add, name]);
    }
    directory.join(name)
}

#[test]
fn every_compression_of_an_image_of_x86_is_read() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let bytes = of_kernel().bytes();
    let kernel = object_with(directory.path(), "vmlinux", &[(".BTF", &bytes)]);
    let kernel = std::fs::read(kernel).expect("it is there");
    for (method, payload) in compressed_kernels(&kernel) {
        let found = outcome_of_bytes(bz_image(&payload));
        assert_eq!(found, [(Arch::X64, 0, 1)], "{method}");
    }
}

#[test]
fn every_compression_of_an_image_of_arm64_is_read() {
    // The kernel is there as it is in memory, without sections.
    let mut kernel = vec![0; 4096];
    kernel[56..60].copy_from_slice(b"ARM\x64");
    kernel.extend(of_kernel().bytes());
    kernel.extend([0; 4096]);
    let expected = [(Arch::Arm64, 0, 1)];
    assert_eq!(outcome_of_bytes(kernel.clone()), expected, "as it is");
    for (method, payload) in compressed_kernels(&kernel) {
        let found = outcome_of_bytes(zboot(&payload, method));
        assert_eq!(found, expected, "{method}");
    }
}

#[test]
fn an_image_that_is_cut_or_compressed_otherwise_is_told() {
    let image = bz_image(&[0x55; 4096]);
    let told = |bytes: Vec<u8>| {
        let source = Source::of_bytes("made", bytes).expect("it can be read");
        outcome(&source, None).expect_err("it has no types").0
    };
    assert!(told(image.clone()).contains("compressed in a way that is not known"));
    let cut = image[..3000].to_vec();
    assert!(told(cut).contains("no image of a kernel"));
    let (_, mut gzip) = compressed_kernels(&[0; 4096]).swap_remove(0);
    assert!(told(bz_image(&gzip)).contains("there is no BTF in this kernel"));
    gzip.truncate(9);
    assert!(told(bz_image(&gzip)).contains("is broken"));
}

#[test]
fn raw_btf_may_be_big_endian() {
    let big = Builder {
        big: true,
        ..small()
    };
    let found = outcome_of_bytes(big.bytes());
    assert!(matches!(found[..], [(_, 0, 1)]), "{found:?}");
}

#[test]
fn the_types_of_a_module_continue_those_of_a_kernel_in_any_form() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let at = directory.path();
    let base = of_kernel();
    let base_bytes = base.bytes();
    let mut split = Builder {
        strings_start: u32::try_from(base.strings.len()).expect("small"),
        ..Builder::default()
    };
    // `struct hv_message { struct hv_message_header header; }`: the member is a type of the base.
    let (name, member) = (split.string("hv_message"), split.string("header"));
    split.add(&[name, 4 << 24 | 1, 4, member, 2, 0]);
    let module = object_with(at, "module.ko", &[(".BTF", &split.bytes())]);
    let module = Source::open(&module).expect("it can be read");
    let alone = outcome(&module, None).expect_err("the base is missing");
    assert!(alone.0.contains("--base"), "{alone}");

    let kernel = object_with(at, "kernel", &[(".BTF", &base_bytes)]);
    let image = bz_image(&compressed_kernels(&std::fs::read(&kernel).expect("it is there"))[1].1);
    std::fs::write(at.join("vmlinuz"), image).expect("it can be written");
    std::fs::write(at.join("raw"), &base_bytes).expect("it can be written");
    for base in ["kernel", "vmlinuz", "raw"] {
        let found = outcome(&module, Some(at.join(base)));
        let found = found.unwrap_or_else(|error| panic!("{base}: {error}"));
        assert_eq!(found, [(Arch::X64, 0, 1)], "{base}");
    }

    let both = [(".BTF", &split.bytes()[..]), (".BTF.base", &base_bytes)];
    let module = object_with(at, "with-base.ko", &both);
    let module = Source::open(&module).expect("it can be read");
    let found = outcome(&module, None).expect("it carries its base");
    assert_eq!(found, [(Arch::X64, 0, 1)]);
}

/// A linker or assembler without zstd cannot make these, so that the test compresses the sections.
#[test]
fn debug_sections_may_be_compressed_with_zlib_and_zstd() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let at = directory.path();
    let source = "struct hv_message_header { unsigned message_type; } header;\n";
    std::fs::write(at.join("header.c"), source).expect("it can be written");
    let arguments = ["-g", "-gz=none", "-c", "header.c", "-o", "header.o"];
    run(at, "gcc", &arguments);
    let plain = std::fs::read(at.join("header.o")).expect("it is there");
    let expected = [(Arch::X64, 0, 1)];
    assert_eq!(outcome_of_bytes(plain.clone()), expected);
    let zlib = |bytes: &[u8]| {
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        zlib.write_all(bytes).expect("memory has room");
        zlib.finish().expect("memory has room")
    };
    for (number, compress) in [(1, &zlib as &dyn Fn(&[u8]) -> Vec<u8>), (2, &zstd)] {
        let mut object = plain.clone();
        let sections = compress_debug_sections(&mut object, number, compress);
        assert!(sections > 2, "{sections}");
        assert_eq!(outcome_of_bytes(object.clone()), expected, "{number}");
    }
    let mut unknown = plain;
    compress_debug_sections(&mut unknown, 9, &|bytes| bytes.to_vec());
    let source = Source::of_bytes("made", unknown).expect("it can be read");
    let told = outcome(&source, None).expect_err("nothing can read it").0;
    assert!(told.contains("Unsupported ELF compression type"), "{told}");
}

/// Compresses the sections of debug information of an ELF object: moves them to its end, with the header
/// that tells the method and the size before.
fn compress_debug_sections(
    object: &mut Vec<u8>,
    method: u32,
    compress: &dyn Fn(&[u8]) -> Vec<u8>,
) -> usize {
    const COMPRESSED: u64 = 0x800;
    let long = |object: &[u8], at: usize| {
        u64::from_le_bytes(object[at..at + 8].try_into().expect("8 bytes"))
    };
    let number = |value: u64| usize::try_from(value).expect("small");
    let start = number(long(object, 0x28));
    let count = usize::from(object[0x3c]);
    let names_at = start + usize::from(object[0x3e]) * 64;
    let names = number(long(object, names_at + 24));
    let mut changed = 0;
    for header in (0..count).map(|section| start + section * 64) {
        let name = u32::from_le_bytes(object[header..header + 4].try_into().expect("4 bytes"));
        let name = names + number(name.into());
        let flags = long(object, header + 8);
        if !object[name..].starts_with(b".debug_") || flags & COMPRESSED != 0 {
            continue;
        }
        let (from, size) = (long(object, header + 24), long(object, header + 32));
        let bytes = object[number(from)..number(from + size)].to_vec();
        let mut section = method.to_le_bytes().to_vec();
        section.extend([0; 4]);
        section.extend(size.to_le_bytes());
        section.extend(1_u64.to_le_bytes());
        section.extend(compress(&bytes));
        let place = object.len() as u64;
        object.extend(&section);
        for (at, value) in [
            (8, flags | COMPRESSED),
            (24, place),
            (32, section.len() as u64),
        ] {
            object[header + at..header + at + 8].copy_from_slice(&value.to_le_bytes());
        }
        // The bytes that were there mean nothing any more.
        object[number(from)..number(from + size)].fill(0xee);
        changed += 1;
    }
    changed
}
