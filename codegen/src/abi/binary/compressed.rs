//! Decompression, with a limit to what comes out.

use std::io::Read;

use crate::abi::foreign::ReadError;

/// More than the largest kernel with its debug information; a bomb ends here.
const OUTPUT_LIMIT: u64 = 2 << 30;
/// Memory for the window of a format.
const WINDOW_LIMIT_KB: u32 = 256 << 10;

/// How something is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Gzip,
    Zlib,
    Xz,
    Lzma,
    Zstd,
    Lz4,
}

/// The format that the first bytes tell.
pub(super) fn format(data: &[u8]) -> Option<Format> {
    match data {
        [0x1f, 0x8b, 8, ..] => Some(Format::Gzip),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Format::Xz),
        [0x5d, 0, 0, ..] => Some(Format::Lzma),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Format::Zstd),
        [0x02 | 0x04, 0x21 | 0x22, 0x4c | 0x4d, 0x18, ..] => Some(Format::Lz4),
        _ => None,
    }
}

/// What was compressed. Bytes after the end are left alone: the images of kernels have some.
pub(super) fn decompress(format: Format, data: &[u8]) -> Result<Vec<u8>, ReadError> {
    limited(format, data, OUTPUT_LIMIT)
}

/// As [`decompress`], where the size is known.
pub(super) fn decompress_to(format: Format, data: &[u8], size: u64) -> Result<Vec<u8>, ReadError> {
    let bytes = limited(format, data, size.min(OUTPUT_LIMIT))?;
    if bytes.len() as u64 == size {
        Ok(bytes)
    } else {
        Err(ReadError::new(
            "something compressed has not the size that it says",
        ))
    }
}

fn limited(format: Format, data: &[u8], limit: u64) -> Result<Vec<u8>, ReadError> {
    let broken = |error: &dyn std::fmt::Display| {
        ReadError::new(format!(
            "what is compressed with {} is broken: {error}",
            word(format)
        ))
    };
    let mut bytes = Vec::new();
    let outcome = match format {
        Format::Gzip => fill(flate2::read::GzDecoder::new(data), &mut bytes, limit),
        Format::Zlib => fill(flate2::read::ZlibDecoder::new(data), &mut bytes, limit),
        Format::Xz => fill(
            lzma_rust2::XzReader::new_mem_limit(data, false, WINDOW_LIMIT_KB),
            &mut bytes,
            limit,
        ),
        Format::Lzma => {
            let reader = lzma_rust2::LzmaReader::new_mem_limit(data, WINDOW_LIMIT_KB, None);
            fill(reader.map_err(|error| broken(&error))?, &mut bytes, limit)
        }
        Format::Zstd => {
            let reader = ruzstd::decoding::StreamingDecoder::new(data);
            fill(reader.map_err(|error| broken(&error))?, &mut bytes, limit)
        }
        Format::Lz4 => fill(lz4_flex::frame::FrameDecoder::new(data), &mut bytes, limit),
    };
    match outcome {
        // What follows the end of the data may look like more of it.
        Err(error) if bytes.is_empty() => Err(broken(&error)),
        _ if bytes.len() as u64 > limit => Err(ReadError::new(format!(
            "what is compressed with {} has more than {limit} bytes",
            word(format)
        ))),
        _ => Ok(bytes),
    }
}

fn fill(reader: impl Read, bytes: &mut Vec<u8>, limit: u64) -> std::io::Result<()> {
    reader.take(limit + 1).read_to_end(bytes).map(|_| ())
}

fn word(format: Format) -> &'static str {
    match format {
        Format::Gzip => "gzip",
        Format::Zlib => "zlib",
        Format::Xz => "xz",
        Format::Lzma => "lzma",
        Format::Zstd => "zstd",
        Format::Lz4 => "lz4",
    }
}
