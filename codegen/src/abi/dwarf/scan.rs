//! Finding the entries that have a name which is looked for. Most of a file is passed over.

use std::collections::{BTreeSet, HashMap};

use gimli::{AttributeSpecification, AttributeValue, EntriesRaw, UnitOffset};

use super::{Bytes, Dwarf, Root, Unit};
use crate::abi::foreign::{
    Budget, Declaration, Found, Layout, ReadError, Wanted, flatten, looks_like_ours,
};

/// More declarations than any file has.
const FOUND_LIMIT: usize = 100_000;
/// Texts are remembered up to this size of `.debug_str`.
const MEMORY_LIMIT: usize = 256 << 20;

/// What the units have.
pub(super) fn find(
    dwarf: &Dwarf<'_>,
    units: impl Iterator<Item = usize>,
    wanted: &Wanted,
) -> Found {
    let mut scan = Scan {
        dwarf,
        wanted,
        known: Known::new(dwarf.str_length),
        budget: Budget::default(),
        layouts: HashMap::new(),
        unknown: BTreeSet::new(),
        gaps: Vec::new(),
    };
    for unit in units {
        if let Err(ReadError(text)) = scan.unit(unit) {
            scan.gaps
                .push(format!("{}: {text}", unit_name(scan.dwarf, unit)));
        }
    }
    let declarations = scan
        .layouts
        .into_iter()
        .map(|((path, layout), unit)| Declaration { path, layout, unit });
    Found {
        declarations: declarations.collect(),
        unknown: scan.unknown,
        gaps: scan.gaps,
    }
}

struct Scan<'s, 'd> {
    dwarf: &'s Dwarf<'d>,
    wanted: &'s Wanted,
    known: Known,
    budget: Budget,
    /// Each layout of a name, and the first unit that has it.
    layouts: HashMap<(String, Layout), String>,
    unknown: BTreeSet<String>,
    gaps: Vec<String>,
}

/// What an entry says that the scan looks at.
#[derive(Default)]
struct Head<'d> {
    name: Option<AttributeValue<Bytes<'d>>>,
    sibling: Option<UnitOffset>,
    declaration: bool,
}

impl<'d> Scan<'_, 'd> {
    fn unit(&mut self, at: usize) -> Result<(), ReadError> {
        let dwarf = self.dwarf;
        let unit = &dwarf.units[at];
        let root = dwarf.root(at)?;
        if root.split {
            return Err(ReadError::new(
                "its types stand in a .dwo file, which is not read; check that file or build without -gsplit-dwarf",
            ));
        }
        self.entries(at, unit, root).map_err(super::broken)
    }

    fn entries(&mut self, at: usize, unit: &Unit<'d>, root: &Root<'d>) -> Result<(), gimli::Error> {
        let start = |offset| unit.header.entries_raw(&root.abbreviations, offset);
        let mut raw = start(None)?;
        // Where the reader was set anew, depths count from there.
        let mut base = 0;
        let mut names: Vec<(isize, Bytes<'d>)> = Vec::new();
        // What stands below this depth is in a function.
        let mut closed: Option<isize> = None;
        let mut nameless_enum: Option<(isize, UnitOffset)> = None;
        while !raw.is_empty() {
            let offset = raw.next_offset();
            let depth = base + raw.next_depth();
            let Some(abbreviation) = raw.read_abbreviation()? else {
                continue;
            };
            names.retain(|(of, _)| *of < depth);
            if closed.is_some_and(|closed| depth > closed) {
                raw.skip_attributes(abbreviation.attributes())?;
                continue;
            }
            closed = None;
            let has_children = abbreviation.has_children();
            match abbreviation.tag() {
                gimli::DW_TAG_compile_unit
                | gimli::DW_TAG_type_unit
                | gimli::DW_TAG_partial_unit => raw.skip_attributes(abbreviation.attributes())?,
                gimli::DW_TAG_namespace | gimli::DW_TAG_module => {
                    let head = head(&mut raw, abbreviation.attributes())?;
                    let name = head.name.and_then(|name| self.text(unit, root, name));
                    names.push((depth, name.unwrap_or_default()));
                }
                gimli::DW_TAG_structure_type
                | gimli::DW_TAG_union_type
                | gimli::DW_TAG_class_type
                | gimli::DW_TAG_typedef => {
                    let head = head(&mut raw, abbreviation.attributes())?;
                    if !head.declaration && self.is_wanted(unit, root, head.name) {
                        self.declare(at, unit, root, offset, &names, head.name);
                    }
                    if has_children {
                        match head.sibling.filter(|sibling| *sibling > offset) {
                            Some(sibling) => {
                                raw = start(Some(sibling))?;
                                base = depth;
                            }
                            // Types within types have their names before them.
                            None => {
                                let name = head.name.and_then(|name| self.text(unit, root, name));
                                names.push((depth, name.unwrap_or_default()));
                            }
                        }
                    }
                }
                gimli::DW_TAG_enumeration_type => {
                    let head = head(&mut raw, abbreviation.attributes())?;
                    nameless_enum = None;
                    if head.name.is_none() {
                        nameless_enum = Some((depth, offset));
                    } else if !head.declaration && self.is_wanted(unit, root, head.name) {
                        self.declare(at, unit, root, offset, &names, head.name);
                    }
                }
                gimli::DW_TAG_enumerator => {
                    let open = nameless_enum.filter(|(of, _)| *of + 1 == depth);
                    let Some((_, of)) = open else {
                        raw.skip_attributes(abbreviation.attributes())?;
                        continue;
                    };
                    let head = head(&mut raw, abbreviation.attributes())?;
                    let name = head.name.and_then(|name| self.text(unit, root, name));
                    if name.is_some_and(|name| self.wanted.has_number(name.slice())) {
                        self.declare(at, unit, root, of, &names, None);
                        nameless_enum = None;
                    }
                }
                _ if has_children => {
                    let head = head(&mut raw, abbreviation.attributes())?;
                    match head.sibling.filter(|sibling| *sibling > offset) {
                        Some(sibling) => {
                            raw = start(Some(sibling))?;
                            base = depth;
                        }
                        None => closed = Some(depth),
                    }
                }
                _ => raw.skip_attributes(abbreviation.attributes())?,
            }
        }
        Ok(())
    }

    fn text(
        &self,
        unit: &Unit<'d>,
        root: &Root<'d>,
        value: AttributeValue<Bytes<'d>>,
    ) -> Option<Bytes<'d>> {
        self.dwarf.string(&unit.header, root, value)
    }

    fn is_wanted(
        &mut self,
        unit: &Unit<'d>,
        root: &Root<'d>,
        name: Option<AttributeValue<Bytes<'d>>>,
    ) -> bool {
        let Some(value) = name else { return false };
        let at = match value {
            AttributeValue::DebugStrRef(offset) => Some(offset.0),
            _ => None,
        };
        if let Some(known) = at.and_then(|at| self.known.get(at)) {
            return known;
        }
        let name = self.text(unit, root, value);
        let is_wanted = name.is_some_and(|name| self.wanted.has_type(name.slice()));
        if let Some(name) = name.filter(|name| !is_wanted && looks_like_ours(name.slice())) {
            self.unknown.insert(name.to_string_lossy().into_owned());
        }
        if let Some(at) = at {
            self.known.set(at, is_wanted);
        }
        is_wanted
    }

    fn declare(
        &mut self,
        at: usize,
        unit: &Unit<'d>,
        root: &Root<'d>,
        offset: UnitOffset,
        names: &[(isize, Bytes<'d>)],
        name: Option<AttributeValue<Bytes<'d>>>,
    ) {
        if self.layouts.len() >= FOUND_LIMIT {
            return;
        }
        let own = name.and_then(|name| self.text(unit, root, name));
        let path: Vec<_> = names
            .iter()
            .map(|(_, name)| *name)
            .chain(own)
            .filter(|name| !name.is_empty())
            .map(|name| name.to_string_lossy())
            .collect();
        // An enum without a name has none whatever it stands in.
        let path = own.map_or_else(String::new, |_| path.join("::"));
        let layout = flatten(self.dwarf, (at, offset), &mut self.budget);
        let dwarf = self.dwarf;
        let unit_name = || unit_name(dwarf, at);
        self.layouts.entry((path, layout)).or_insert_with(unit_name);
    }
}

/// The file of a unit.
fn unit_name(dwarf: &Dwarf<'_>, unit: usize) -> String {
    let name = dwarf.root(unit).ok().and_then(|root| root.name);
    let Some(name) = name else {
        return format!("unit {unit}");
    };
    let name = name.to_string_lossy();
    // rustc puts the hash of the crate and the number of its part behind the file.
    let file = name.split_once("/@/").map_or(&*name, |(file, _)| file);
    file.to_owned()
}

fn head<'d>(
    raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
    attributes: &[AttributeSpecification],
) -> Result<Head<'d>, gimli::Error> {
    let mut head = Head::default();
    for specification in attributes {
        let attribute = raw.read_attribute(*specification)?;
        match (attribute.name(), attribute.raw_value()) {
            (gimli::DW_AT_name, value) => head.name = Some(value),
            (gimli::DW_AT_sibling, AttributeValue::UnitRef(offset)) => head.sibling = Some(offset),
            (gimli::DW_AT_declaration, AttributeValue::Flag(flag)) => head.declaration = flag,
            _ => {}
        }
    }
    Ok(head)
}

/// What is known of the text at each offset of `.debug_str`: most entries name the same few.
struct Known(Vec<u8>);

impl Known {
    fn new(length: usize) -> Self {
        Self(vec![0; if length > MEMORY_LIMIT { 0 } else { length }])
    }

    fn get(&self, at: usize) -> Option<bool> {
        match self.0.get(at)? {
            0 => None,
            known => Some(*known == 2),
        }
    }

    fn set(&mut self, at: usize, is_wanted: bool) {
        if let Some(known) = self.0.get_mut(at) {
            *known = 1 + u8::from(is_wanted);
        }
    }
}
