//! DWARF, the debug information of compilers: types of C, C++ and Rust by name.

use std::collections::HashMap;
use std::sync::OnceLock;

use gimli::{
    Abbreviations, AttributeValue, DebugAbbrev, DebugInfo, DebugLineStr, DebugStr, DebugStrOffsets,
    DebugStrOffsetsBase, DebugTypes, EndianSlice, LittleEndian, UnitHeader, UnitOffset,
    UnitSectionOffset,
};

use super::foreign::{Found, ReadError, Wanted};

mod entries;
mod scan;

/// The bytes of a file.
type Bytes<'d> = EndianSlice<'d, LittleEndian>;

/// More compilation units than any program has.
const UNIT_LIMIT: usize = 1 << 20;
/// From this size of debug information on, several threads read.
const THREADS_FROM: usize = 8 << 20;

/// The sections that describe types; those that a file has not are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sections<'d> {
    /// `.debug_info`.
    pub info: &'d [u8],
    /// `.debug_types`.
    pub types: &'d [u8],
    /// `.debug_abbrev`.
    pub abbrev: &'d [u8],
    /// `.debug_str`.
    pub str: &'d [u8],
    /// `.debug_line_str`.
    pub line_str: &'d [u8],
    /// `.debug_str_offsets`.
    pub str_offsets: &'d [u8],
}

/// The debug information of a file.
#[derive(Debug)]
pub struct Dwarf<'d> {
    abbrev: DebugAbbrev<Bytes<'d>>,
    str: DebugStr<Bytes<'d>>,
    line_str: DebugLineStr<Bytes<'d>>,
    str_offsets: DebugStrOffsets<Bytes<'d>>,
    units: Vec<Unit<'d>>,
    /// Types that units refer to by signature.
    signatures: HashMap<u64, (usize, UnitOffset)>,
    str_length: usize,
    size: usize,
}

/// A compilation unit.
#[derive(Debug)]
struct Unit<'d> {
    header: UnitHeader<Bytes<'d>>,
    /// Where it begins in `.debug_info`; units of `.debug_types` come after.
    start: usize,
    root: OnceLock<Result<Root<'d>, gimli::Error>>,
}

/// What must be known of a unit to read its entries.
#[derive(Debug)]
struct Root<'d> {
    abbreviations: Abbreviations,
    str_offsets_base: DebugStrOffsetsBase,
    name: Option<Bytes<'d>>,
    /// The name of the file with the rest of the unit.
    split: bool,
}

impl<'d> Dwarf<'d> {
    /// The debug information in the sections of a file.
    pub fn read(sections: Sections<'d>) -> Result<Self, ReadError> {
        let mut dwarf = Self {
            abbrev: DebugAbbrev::new(sections.abbrev, LittleEndian),
            str: DebugStr::new(sections.str, LittleEndian),
            line_str: DebugLineStr::new(sections.line_str, LittleEndian),
            str_offsets: DebugStrOffsets::from(EndianSlice::new(
                sections.str_offsets,
                LittleEndian,
            )),
            units: Vec::new(),
            signatures: HashMap::new(),
            str_length: sections.str.len(),
            size: sections.info.len() + sections.types.len(),
        };
        let mut info = DebugInfo::new(sections.info, LittleEndian).units();
        while let Some(header) = info.next().map_err(broken)? {
            dwarf.add(header)?;
        }
        let mut types = DebugTypes::new(sections.types, LittleEndian).units();
        while let Some(header) = types.next().map_err(broken)? {
            dwarf.add(header)?;
        }
        Ok(dwarf)
    }

    fn add(&mut self, header: UnitHeader<Bytes<'d>>) -> Result<(), ReadError> {
        if self.units.len() >= UNIT_LIMIT {
            return Err(ReadError::new(format!("more than {UNIT_LIMIT} units")));
        }
        if let gimli::UnitType::Type {
            type_signature,
            type_offset,
        } = header.type_()
        {
            let place = (self.units.len(), type_offset);
            self.signatures.insert(type_signature.0, place);
        }
        let start = match header.offset() {
            UnitSectionOffset::DebugInfoOffset(offset) => offset.0,
            UnitSectionOffset::DebugTypesOffset(_) => usize::MAX,
        };
        self.units.push(Unit {
            header,
            start,
            root: OnceLock::new(),
        });
        Ok(())
    }

    /// The entries that stand in no other.
    pub fn outermost(&self) -> Result<Vec<(usize, UnitOffset)>, ReadError> {
        let mut entries = Vec::new();
        for (at, unit) in self.units.iter().enumerate() {
            let root = self.root(at)?;
            let mut raw = unit
                .header
                .entries_raw(&root.abbreviations, None)
                .map_err(broken)?;
            while !raw.is_empty() {
                let (offset, depth) = (raw.next_offset(), raw.next_depth());
                let Some(abbreviation) = raw.read_abbreviation().map_err(broken)? else {
                    continue;
                };
                raw.skip_attributes(abbreviation.attributes())
                    .map_err(broken)?;
                if depth == 1 {
                    entries.push((at, offset));
                }
            }
        }
        Ok(entries)
    }

    /// What has a name that is looked for.
    pub fn find(&self, wanted: &Wanted) -> Found {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = if self.size < THREADS_FROM {
            1
        } else {
            threads.min(8)
        };
        let parts: Vec<Found> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|at| {
                    let units = (at..self.units.len()).step_by(threads);
                    scope.spawn(move || scan::find(self, units, wanted))
                })
                .collect();
            let join = |worker: std::thread::ScopedJoinHandle<'_, Found>| {
                worker.join().unwrap_or_else(|_| Found {
                    gaps: vec!["a part of the debug information could not be read".to_owned()],
                    ..Found::default()
                })
            };
            workers.into_iter().map(join).collect()
        });
        let mut all = Found::default();
        for part in parts {
            all.declarations.extend(part.declarations);
            all.unknown.extend(part.unknown);
            all.gaps.extend(part.gaps);
        }
        // Where several units have the same layout, the first of them by name stands for all.
        all.declarations.sort();
        all.declarations
            .dedup_by(|next, kept| next.path == kept.path && next.layout == kept.layout);
        all.gaps.sort();
        all
    }

    fn root(&self, unit: usize) -> Result<&Root<'d>, ReadError> {
        let root = self.units[unit]
            .root
            .get_or_init(|| self.read_root(&self.units[unit].header));
        root.as_ref().map_err(|error| broken(*error))
    }

    fn read_root(&self, header: &UnitHeader<Bytes<'d>>) -> Result<Root<'d>, gimli::Error> {
        let abbreviations = header.abbreviations(&self.abbrev)?;
        let mut base = DebugStrOffsetsBase::default_for_encoding_and_file(
            header.encoding(),
            gimli::DwarfFileType::Main,
        );
        let (mut name, mut split) = (None, false);
        let mut raw = header.entries_raw(&abbreviations, None)?;
        if let Some(abbreviation) = raw.read_abbreviation()? {
            for specification in abbreviation.attributes() {
                let attribute = raw.read_attribute(*specification)?;
                match (attribute.name(), attribute.value()) {
                    (gimli::DW_AT_name, value) => name = Some(value),
                    (
                        gimli::DW_AT_str_offsets_base,
                        AttributeValue::DebugStrOffsetsBase(offset),
                    ) => base = offset,
                    (gimli::DW_AT_dwo_name | gimli::DW_AT_GNU_dwo_name, _) => split = true,
                    _ => {}
                }
            }
        }
        let mut root = Root {
            abbreviations,
            str_offsets_base: base,
            name: None,
            split,
        };
        root.name = name.and_then(|value| self.string(header, &root, value));
        Ok(root)
    }

    /// The text of an attribute.
    fn string(
        &self,
        header: &UnitHeader<Bytes<'d>>,
        root: &Root<'d>,
        value: AttributeValue<Bytes<'d>>,
    ) -> Option<Bytes<'d>> {
        match value {
            AttributeValue::String(text) => Some(text),
            AttributeValue::DebugStrRef(offset) => self.str.get_str(offset).ok(),
            AttributeValue::DebugLineStrRef(offset) => self.line_str.get_str(offset).ok(),
            AttributeValue::DebugStrOffsetsIndex(index) => {
                let format = header.format();
                let base = root.str_offsets_base;
                let offset = self.str_offsets.get_str_offset(format, base, index).ok()?;
                self.str.get_str(offset).ok()
            }
            _ => None,
        }
    }

    /// The unit that holds an offset of `.debug_info`.
    fn unit_at(&self, offset: usize) -> Option<(usize, UnitOffset)> {
        let after = self.units.partition_point(|unit| unit.start <= offset);
        let at = after.checked_sub(1)?;
        Some((at, UnitOffset(offset - self.units[at].start)))
    }
}

fn broken(error: gimli::Error) -> ReadError {
    ReadError::new(format!("the debug information is broken: {error}"))
}
