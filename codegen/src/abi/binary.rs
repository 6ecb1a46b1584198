//! Files that hold type descriptions: ELF, PE and COFF objects, archives of them, raw BTF, the images of
//! kernels, and compressed ones of all these.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use object::read::ReadRef;
use object::{ReadCache, ReadCacheOps};

use super::dwarf::Sections;
use super::foreign::ReadError;
use crate::arch::Arch;

mod compressed;
mod kernel;
mod objects;
#[cfg(test)]
mod tests;

/// Larger than any file that is read whole; what is an ELF or PE file is read in parts.
const SIZE_LIMIT: u64 = 2 << 30;

/// An open file.
#[derive(Debug)]
pub struct Source {
    /// The name in reports.
    name: String,
    path: PathBuf,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// All of it, after decompression.
    Whole(Vec<u8>),
    /// What is asked for.
    Parts(ReadCache<File>),
}

/// One object of a file.
#[derive(Debug)]
pub struct Image<'d> {
    /// Its name in reports: of the file, and of the member of an archive.
    pub name: String,
    /// What it is built for, where it says so.
    pub arch: Option<Arch>,
    /// The sections of DWARF.
    pub dwarf: DwarfData<'d>,
    /// The BTF.
    pub btf: Option<Cow<'d, [u8]>>,
    /// The part of the kernel's types that the BTF of a module carries along.
    pub btf_base: Option<Cow<'d, [u8]>>,
    /// The name of the file with the debug information that was taken away.
    pub debug_link: Option<String>,
    /// The bytes that identify the build, by which debug information is found.
    pub build_id: Option<Vec<u8>>,
    /// What could not be read and why.
    pub gaps: Vec<String>,
}

/// The sections of DWARF, relocated and decompressed.
#[derive(Debug, Default)]
pub struct DwarfData<'d> {
    info: Cow<'d, [u8]>,
    types: Cow<'d, [u8]>,
    abbrev: Cow<'d, [u8]>,
    str: Cow<'d, [u8]>,
    line_str: Cow<'d, [u8]>,
    str_offsets: Cow<'d, [u8]>,
}

impl DwarfData<'_> {
    /// The sections to read.
    pub fn sections(&self) -> Sections<'_> {
        Sections {
            info: &self.info,
            types: &self.types,
            abbrev: &self.abbrev,
            str: &self.str,
            line_str: &self.line_str,
            str_offsets: &self.str_offsets,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.info.is_empty() && self.types.is_empty()
    }
}

impl<'d> Image<'d> {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            arch: None,
            dwarf: DwarfData::default(),
            btf: None,
            btf_base: None,
            debug_link: None,
            build_id: None,
            gaps: Vec::new(),
        }
    }

    fn with_btf(name: &str, btf: Cow<'d, [u8]>) -> Self {
        Self {
            btf: Some(btf),
            ..Self::new(name)
        }
    }

    /// Whether it describes no types.
    pub fn is_empty(&self) -> bool {
        self.dwarf.is_empty() && self.btf.is_none()
    }

    /// Where debug information that was taken away may stand: beside the file, and where
    /// distributions put it.
    pub fn debug_files(&self, source: &Source, directories: &[PathBuf]) -> Vec<PathBuf> {
        let mut places = Vec::new();
        let beside = source.path.parent().unwrap_or(Path::new(""));
        if let Some(link) = &self.debug_link {
            places.push(beside.join(link));
            places.push(beside.join(".debug").join(link));
            for directory in directories {
                let absolute = beside.canonicalize().unwrap_or_else(|_| beside.to_owned());
                let below = absolute.strip_prefix("/").unwrap_or(&absolute);
                places.push(directory.join(below).join(link));
                places.push(directory.join(link));
            }
        }
        if let Some([first, rest @ ..]) = self.build_id.as_deref() {
            let hex: String = rest.iter().map(|byte| format!("{byte:02x}")).collect();
            for directory in directories {
                places.push(directory.join(format!(".build-id/{first:02x}/{hex}.debug")));
            }
        }
        places.retain(|place| place.is_file() && *place != source.path);
        places
    }
}

impl Source {
    /// Opens a file; one that is compressed is decompressed.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let unreadable =
            |error: std::io::Error| ReadError::new(format!("it cannot be read: {error}"));
        let mut file = File::open(path).map_err(unreadable)?;
        let mut start = [0; 8];
        let known = read_up_to(&mut file, &mut start).map_err(unreadable)?;
        let start = &start[..known];
        let name = path.display().to_string();
        let path = path.to_owned();
        if start.starts_with(b"\x7fELF") {
            return Ok(Self {
                name,
                path,
                content: Content::Parts(ReadCache::new(file)),
            });
        }
        let file = File::open(&path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(SIZE_LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 > SIZE_LIMIT {
            return Err(ReadError::new("it has more than 2 GiB and is no ELF file"));
        }
        Self::of_bytes(&name, bytes).map(|source| Self { path, ..source })
    }

    /// A file that is in memory.
    pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, ReadError> {
        let bytes = match compressed::format(&bytes) {
            Some(format) => compressed::decompress(format, &bytes)?,
            None => bytes,
        };
        Ok(Self {
            name: name.to_owned(),
            path: PathBuf::from(name),
            content: Content::Whole(bytes),
        })
    }

    /// The name in reports.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The objects in the file.
    pub fn images(&self) -> Result<Vec<Image<'_>>, ReadError> {
        match &self.content {
            Content::Parts(cache) => Ok(vec![objects::image(&self.name, cache)?]),
            Content::Whole(bytes) => images(&self.name, bytes),
        }
    }
}

fn images<'d>(name: &str, bytes: &'d [u8]) -> Result<Vec<Image<'d>>, ReadError> {
    if bytes.starts_with(&[0x9f, 0xeb]) || bytes.starts_with(&[0xeb, 0x9f]) {
        return Ok(vec![Image::with_btf(name, Cow::Borrowed(bytes))]);
    }
    if bytes.starts_with(b"!<arch>\n") || bytes.starts_with(b"!<thin>\n") {
        return objects::members(name, bytes);
    }
    if let Some(image) = kernel::image(name, bytes)? {
        return Ok(vec![image]);
    }
    Ok(vec![objects::image(name, bytes)?])
}

/// A part of a file.
fn range<'d, R: ReadRef<'d>>(data: R, offset: u64, size: u64) -> Option<&'d [u8]> {
    data.read_bytes_at(offset, size).ok()
}

fn read_up_to(file: &mut File, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut known = 0;
    while known < buffer.len() {
        match std::io::Read::read(file, &mut buffer[known..])? {
            0 => break,
            more => known += more,
        }
    }
    Ok(known)
}

/// Makes sure that a file can be read in parts.
const _: fn() = || {
    fn can_be_read<T: ReadCacheOps>() {}
    can_be_read::<File>();
};
