//! From a type that refers to others to its layout: typedefs followed, members without a name opened.

use std::cell::Cell;
use std::collections::HashSet;

use super::{Layout, LayoutKind, MemberShape, Part, ReadError, Shape, ShapeKind, TypeSource};

/// Deeper than any type that is honest.
const DEPTH_LIMIT: u32 = 32;
/// More parts than any type that is honest.
const PART_LIMIT: usize = 20_000;

/// Steps for one type: a hostile file could ask for any number.
const TYPE_STEPS: u64 = 200_000;
/// Steps for all types of a file.
const FILE_STEPS: u64 = 400_000_000;

/// The steps that may still be made with a file.
#[derive(Debug)]
pub struct Budget {
    left: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { left: FILE_STEPS }
    }
}

/// The layout of a type. What cannot be read is told in it.
pub fn flatten<S: TypeSource>(source: &S, r#type: S::Ref, budget: &mut Budget) -> Layout {
    let steps = Steps {
        source,
        left: Cell::new(TYPE_STEPS.min(budget.left)),
        granted: TYPE_STEPS.min(budget.left),
    };
    let layout = layout_of(&steps, r#type).unwrap_or_else(|error| Layout {
        gap: Some(error.to_string()),
        ..Layout::default()
    });
    budget.left -= steps.granted - steps.left.get();
    layout
}

/// Counts what is read.
struct Steps<'s, S> {
    source: &'s S,
    left: Cell<u64>,
    granted: u64,
}

impl<S: TypeSource> Steps<'_, S> {
    fn shape(&self, r#type: S::Ref) -> Result<Shape<S::Ref>, ReadError> {
        let shape = self.source.shape(r#type)?;
        let cost = match &shape.kind {
            ShapeKind::Record { members, .. } => 1 + members.len() as u64,
            ShapeKind::Enum { values, .. } => 1 + values.len() as u64,
            _ => 1,
        };
        let left = self.left.get().checked_sub(cost);
        self.left.set(left.unwrap_or_default());
        match left {
            Some(_) => Ok(shape),
            None => Err(ReadError::new("more parts than a type can have")),
        }
    }
}

fn layout_of<S: TypeSource>(source: &Steps<'_, S>, r#type: S::Ref) -> Result<Layout, ReadError> {
    let shape = resolved(source, source.shape(r#type)?)?;
    let mut flattener = Flattener {
        source,
        layout: Layout::default(),
        open: HashSet::new(),
    };
    flattener.layout.kind = match shape.kind {
        ShapeKind::Record {
            union,
            bytes,
            members,
        } => {
            flattener.layout.size = Some(bytes);
            flattener.members(&members, 0, "", 0)?;
            if union {
                LayoutKind::Union
            } else {
                LayoutKind::Struct
            }
        }
        ShapeKind::Enum { bytes, values } => {
            flattener.layout.size = Some(bytes);
            flattener.layout.values = values;
            LayoutKind::Enum
        }
        ShapeKind::Integer { bytes } => {
            flattener.layout.size = Some(bytes);
            LayoutKind::Integer
        }
        ShapeKind::Array { .. } => {
            flattener.layout.size = size_of(source, &shape, 0)?;
            LayoutKind::Other
        }
        ShapeKind::Opaque { bytes } => {
            flattener.layout.size = Some(bytes);
            LayoutKind::Other
        }
        ShapeKind::Declaration | ShapeKind::Alias(_) => {
            flattener.layout.gap = Some("it is declared and not defined".to_owned());
            LayoutKind::Other
        }
    };
    let mut layout = flattener.layout;
    // A struct of one member that has no name, as Rust's newtypes are, is that member.
    if let [only] = &layout.parts[..] {
        let whole = only.bit == 0 && only.bits == layout.size.map(|size| size.saturating_mul(8));
        if whole && only.name == "__0" {
            layout.parts.clear();
            layout.kind = LayoutKind::Integer;
        }
    }
    layout.parts.sort();
    layout.parts.dedup();
    Ok(layout)
}

/// A type without the typedefs and qualifiers that lead to it.
fn resolved<S: TypeSource>(
    source: &Steps<'_, S>,
    mut shape: Shape<S::Ref>,
) -> Result<Shape<S::Ref>, ReadError> {
    for _ in 0..DEPTH_LIMIT {
        match shape.kind {
            ShapeKind::Alias(to) => shape = source.shape(to)?,
            _ => return Ok(shape),
        }
    }
    Err(ReadError::new("typedefs without an end"))
}

fn size_of<S: TypeSource>(
    source: &Steps<'_, S>,
    shape: &Shape<S::Ref>,
    depth: u32,
) -> Result<Option<u64>, ReadError> {
    if depth > DEPTH_LIMIT {
        return Err(ReadError::new("arrays without an end"));
    }
    let ShapeKind::Array { element, count } = &shape.kind else {
        return Ok(shape.bytes());
    };
    let element = resolved(source, source.shape(*element)?)?;
    let size = size_of(source, &element, depth + 1)?;
    Ok(match (size, count) {
        (Some(size), Some(count)) => size.checked_mul(*count),
        _ => None,
    })
}

struct Flattener<'s, S: TypeSource> {
    source: &'s Steps<'s, S>,
    layout: Layout,
    /// The types that are being opened: one that holds itself is no honest type.
    open: HashSet<S::Ref>,
}

impl<S: TypeSource> Flattener<'_, S> {
    fn members(
        &mut self,
        members: &[MemberShape<S::Ref>],
        base: u64,
        before: &str,
        depth: u32,
    ) -> Result<(), ReadError> {
        if depth > DEPTH_LIMIT {
            return Err(ReadError::new("members without an end"));
        }
        for member in members {
            self.member(member, base, before, depth)?;
        }
        Ok(())
    }

    fn member(
        &mut self,
        member: &MemberShape<S::Ref>,
        base: u64,
        before: &str,
        depth: u32,
    ) -> Result<(), ReadError> {
        if self.layout.parts.len() >= PART_LIMIT {
            return Err(ReadError::new(format!("more than {PART_LIMIT} parts")));
        }
        // bindgen aligns with arrays of nothing.
        if member
            .name
            .as_deref()
            .is_some_and(|name| name.starts_with("_bitfield_align_"))
        {
            return Ok(());
        }
        let own = self.source.shape(member.r#type)?;
        let own_name = own.name.clone();
        let shape = resolved(self.source, own)?;
        let bit = base
            .checked_add(member.bit)
            .ok_or_else(|| ReadError::new("an offset beyond all memory"))?;
        let nameless = member.name.as_deref().is_none_or(stands_for_none);
        let bits = match member.bits {
            Some(bits) => Some(bits),
            None => size_of(self.source, &shape, 0)?.and_then(|size| size.checked_mul(8)),
        };
        let member_name = member.name.as_deref().unwrap_or_default();
        if !nameless && bits != Some(0) {
            self.layout.parts.push(Part {
                bit,
                bits,
                name: format!("{before}{member_name}"),
                r#type: own_name.or(shape.name.clone()).unwrap_or_default(),
                nested: !before.is_empty(),
            });
        } else if bits.is_none() && !nameless {
            return Ok(());
        }
        // What has no name of its own is nowhere else to be found.
        if let ShapeKind::Record { members, .. } = &shape.kind {
            if shape.name.as_deref().is_none_or(is_generated) && member.bits.is_none() {
                if !self.open.insert(member.r#type) {
                    return Err(ReadError::new("a type that holds itself"));
                }
                let inner = if nameless {
                    before.to_owned()
                } else {
                    format!("{before}{member_name}.")
                };
                self.members(members, bit, &inner, depth + 1)?;
                self.open.remove(&member.r#type);
            }
        }
        Ok(())
    }
}

/// bindgen gives a name to what has none in C.
fn stands_for_none(name: &str) -> bool {
    name.is_empty() || name.starts_with("__bindgen_anon_")
}

/// bindgen gives a name to types that have none in C.
fn is_generated(name: &str) -> bool {
    name.is_empty() || name.contains("__bindgen_ty_")
}
