//! Objects of ELF, PE and COFF, and archives of them.

use std::borrow::Cow;

use object::read::archive::ArchiveFile;
use object::read::{ReadRef, Relocation};
use object::{
    Architecture, CompressionFormat, Object, ObjectKind, ObjectSection, ObjectSymbol,
    RelocationKind, RelocationTarget,
};

use super::compressed::{Format, decompress_to};
use super::{Image, range};
use crate::abi::foreign::ReadError;
use crate::arch::Arch;

/// A section larger than this when decompressed is a bomb.
const SECTION_LIMIT: u64 = 4 << 30;
/// No method compresses better than this.
const RATIO_LIMIT: u64 = 20_000;

/// The types of an object.
pub(super) fn image<'d, R: ReadRef<'d>>(name: &str, data: R) -> Result<Image<'d>, ReadError> {
    let file = object::File::parse(data).map_err(|error| {
        ReadError::new(format!(
            "this is no ELF, PE or COFF file, no archive, no BTF and no image of a kernel: {error}"
        ))
    })?;
    if !file.is_little_endian() {
        return Err(ReadError::new(
            "it is big-endian, so neither for x64 nor for ARM64",
        ));
    }
    let mut image = Image::new(name);
    image.arch = match file.architecture() {
        Architecture::X86_64 | Architecture::X86_64_X32 => Some(Arch::X64),
        Architecture::Aarch64 => Some(Arch::Arm64),
        other => {
            return Err(ReadError::new(format!(
                "it is for {other:?}, neither x64 nor ARM64"
            )));
        }
    };
    let mut gaps = Vec::new();
    let symbols = symbols(&file);
    let mut section = |name: &str| match load(&file, data, &symbols, name) {
        Ok(bytes) => bytes,
        Err(ReadError(text)) => {
            gaps.push(format!("{name}: {text}"));
            None
        }
    };
    let mut dwarf = |name: &str| section(name).unwrap_or_default();
    image.dwarf.info = dwarf(".debug_info");
    image.dwarf.types = dwarf(".debug_types");
    image.dwarf.abbrev = dwarf(".debug_abbrev");
    image.dwarf.str = dwarf(".debug_str");
    image.dwarf.line_str = dwarf(".debug_line_str");
    image.dwarf.str_offsets = dwarf(".debug_str_offsets");
    image.btf = section(".BTF").filter(|bytes| !bytes.is_empty());
    image.btf_base = section(".BTF.base").filter(|bytes| !bytes.is_empty());
    image.gaps = gaps;
    if let Ok(Some((link, _))) = file.gnu_debuglink() {
        image.debug_link = Some(String::from_utf8_lossy(link).into_owned());
    }
    image.build_id = file.build_id().ok().flatten().map(<[u8]>::to_vec);
    Ok(image)
}

/// The objects in an archive. What is no object, such as the metadata of Rust, is passed over.
pub(super) fn members<'d>(name: &str, bytes: &'d [u8]) -> Result<Vec<Image<'d>>, ReadError> {
    let broken = |error: object::Error| ReadError::new(format!("the archive is broken: {error}"));
    let archive = ArchiveFile::parse(bytes).map_err(broken)?;
    if archive.is_thin() {
        return Err(ReadError::new(
            "a thin archive holds no objects; name the objects themselves",
        ));
    }
    let mut images = Vec::new();
    for member in archive.members() {
        let member = member.map_err(broken)?;
        let data = member.data(bytes).map_err(broken)?;
        let is_object = data.starts_with(b"\x7fELF")
            || object::FileKind::parse(data).is_ok_and(|kind| kind == object::FileKind::Coff);
        if is_object {
            let member = String::from_utf8_lossy(member.name());
            images.push(image(&format!("{name}({member})"), data)?);
        }
    }
    Ok(images)
}

/// The address of each symbol, by its index, where sections are still to be relocated. There, sections begin at 0.
fn symbols<'d, R: ReadRef<'d>>(file: &object::File<'d, R>) -> Vec<u64> {
    let mut addresses = Vec::new();
    if file.kind() == ObjectKind::Relocatable {
        for symbol in file.symbols() {
            let index = symbol.index().0;
            if index >= addresses.len() {
                addresses.resize(index + 1, 0);
            }
            addresses[index] = symbol.address();
        }
    }
    addresses
}

/// A section, decompressed and relocated; nothing if there is none.
fn load<'d, R: ReadRef<'d>>(
    file: &object::File<'d, R>,
    data: R,
    symbols: &[u64],
    name: &str,
) -> Result<Option<Cow<'d, [u8]>>, ReadError> {
    let Some(section) = file.section_by_name(name) else {
        return Ok(None);
    };
    let place = section
        .compressed_file_range()
        .map_err(|error| ReadError::new(error.to_string()))?;
    let format = match place.format {
        CompressionFormat::None => None,
        CompressionFormat::Zlib => Some(Format::Zlib),
        CompressionFormat::Zstandard => Some(Format::Zstd),
        other => {
            return Err(ReadError::new(format!(
                "it is compressed as {other:?}, which is not known"
            )));
        }
    };
    let bytes = range(data, place.offset, place.compressed_size)
        .ok_or_else(|| ReadError::new("it ends beyond the end of the file"))?;
    let mut bytes = match format {
        None => Cow::Borrowed(bytes),
        Some(format) => {
            let size = place.uncompressed_size;
            let most = place.compressed_size.saturating_mul(RATIO_LIMIT);
            if size > SECTION_LIMIT.min(most) {
                return Err(ReadError::new(format!(
                    "{} bytes cannot be {size} bytes compressed",
                    place.compressed_size
                )));
            }
            Cow::Owned(decompress_to(format, bytes, size)?)
        }
    };
    if file.kind() == ObjectKind::Relocatable {
        relocate(&section, symbols, &mut bytes);
    }
    Ok(Some(bytes))
}

/// Fills in the offsets into other sections, as a linker would.
fn relocate<'d, R: ReadRef<'d>>(
    section: &object::Section<'d, '_, R>,
    symbols: &[u64],
    bytes: &mut Cow<'d, [u8]>,
) {
    for (offset, relocation) in section.relocations() {
        let is_plain = matches!(
            relocation.kind(),
            RelocationKind::Absolute | RelocationKind::SectionOffset
        );
        let width = usize::from(relocation.size() / 8);
        if !is_plain || !matches!(width, 4 | 8) {
            continue;
        }
        let Ok(start) = usize::try_from(offset) else {
            continue;
        };
        let Some(target) = address(symbols, &relocation) else {
            continue;
        };
        let end = start.saturating_add(width);
        let Some(place) = bytes.get(start..end) else {
            continue;
        };
        let mut value = target.wrapping_add(relocation.addend() as u64);
        if relocation.has_implicit_addend() {
            let mut there = [0; 8];
            there[..width].copy_from_slice(place);
            value = value.wrapping_add(u64::from_le_bytes(there));
        }
        bytes.to_mut()[start..end].copy_from_slice(&value.to_le_bytes()[..width]);
    }
}

/// What a relocation refers to.
fn address(symbols: &[u64], relocation: &Relocation) -> Option<u64> {
    match relocation.target() {
        RelocationTarget::Symbol(index) => symbols.get(index.0).copied(),
        RelocationTarget::Section(_) | RelocationTarget::Absolute => Some(0),
        _ => None,
    }
}
