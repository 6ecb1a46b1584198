//! Images that boot loaders read: the kernel in them is compressed, and its BTF is in that.

use std::borrow::Cow;

use super::compressed::{decompress, format};
use super::{Image, objects};
use crate::abi::btf;
use crate::abi::foreign::ReadError;
use crate::arch::Arch;

/// The kernel in an image; nothing if this is no image of a kernel.
pub(super) fn image<'d>(name: &str, bytes: &'d [u8]) -> Result<Option<Image<'d>>, ReadError> {
    if let Some(payload) = bz_image(bytes) {
        return unpacked(name, payload, Arch::X64).map(Some);
    }
    if let Some(payload) = zboot(bytes) {
        return unpacked(name, payload, Arch::Arm64).map(Some);
    }
    if bytes.get(56..60) == Some(b"ARM\x64") {
        return plain(name, bytes, Arch::Arm64).map(Some);
    }
    Ok(None)
}

/// The payload by the boot protocol of x86, from its version 2.08 on.
fn bz_image(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.get(0x202..0x206) != Some(b"HdrS") {
        return None;
    }
    let word =
        |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let sectors = match bytes.get(0x1f1)? {
        0 => 4,
        sectors => usize::from(*sectors),
    };
    let start = ((sectors + 1) * 512).checked_add(word(0x248)?)?;
    bytes.get(start..start.checked_add(word(0x24c)?)?)
}

/// The payload of an EFI image that decompresses itself.
fn zboot(bytes: &[u8]) -> Option<&[u8]> {
    if !bytes.starts_with(b"MZ") || bytes.get(4..8) != Some(b"zimg") {
        return None;
    }
    let word =
        |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let start = word(8)?;
    bytes.get(start..start.checked_add(word(12)?)?)
}

fn unpacked(name: &str, payload: &[u8], arch: Arch) -> Result<Image<'static>, ReadError> {
    let format = format(payload).ok_or_else(|| {
        ReadError::new(
            "the kernel in this image is compressed in a way that is not known; gzip, xz, lzma, zstd and lz4 are",
        )
    })?;
    let kernel = decompress(format, payload)?;
    if kernel.starts_with(b"\x7fELF") {
        let image = objects::image(name, &kernel[..])?;
        return Ok(Image {
            arch: image.arch,
            btf: image.btf.map(|btf| Cow::Owned(btf.into_owned())),
            ..Image::new(name)
        });
    }
    let image = plain(name, &kernel, arch)?;
    Ok(Image {
        btf: image.btf.map(|btf| Cow::Owned(btf.into_owned())),
        arch: Some(arch),
        ..Image::new(name)
    })
}

/// A kernel as it is in memory: without sections, but its BTF can be recognised.
fn plain<'d>(name: &str, bytes: &'d [u8], arch: Arch) -> Result<Image<'d>, ReadError> {
    let found = btf::find(bytes)
        .ok_or_else(|| ReadError::new("there is no BTF in this kernel (CONFIG_DEBUG_INFO_BTF)"))?;
    Ok(Image {
        arch: Some(arch),
        ..Image::with_btf(name, Cow::Borrowed(found))
    })
}
