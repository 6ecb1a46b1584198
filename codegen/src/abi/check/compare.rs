//! Comparing a record of a file with one of the spec.
//!
//! A part of the file that has a name of the spec must stand where that one stands. A part with
//! another name must be a place of the spec, whole places, or lie within what the spec does not
//! divide: it must cut nothing.

use super::view::{SpecPart, View};
use crate::abi::foreign::{Layout, Part};

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The bit where it is; nothing for a size.
    pub bit: Option<u64>,
    /// The part of the file; nothing for a size or a number.
    pub part: Option<String>,
    /// What differs.
    pub text: String,
}

/// What a comparison gives.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) mismatches: Vec<Mismatch>,
    pub(super) notes: Vec<String>,
    /// Parts of the file that have a name of the spec.
    pub(super) common_names: usize,
    /// Parts of the file with names of their own that are no places of the spec, though they cut nothing.
    pub(super) loose: usize,
    /// The file tells nothing but a size.
    pub(super) size_only: bool,
}

pub(super) fn compare(view: &View<'_>, layout: &Layout) -> Compared {
    let mut compared = Compared {
        size_only: layout
            .parts
            .iter()
            .all(|part| part.is_bitfield_unit() || part.bits == layout.size.map(|size| size * 8)),
        ..Compared::default()
    };
    for part in &layout.parts {
        let mut named: Vec<&SpecPart> = if part.nested {
            Vec::new()
        } else {
            view.named(&part.name).collect()
        };
        if is_all(layout, part) && !named.iter().any(|ours| same_place(ours, part)) {
            named.clear();
        }
        compared.common_names += usize::from(!named.is_empty());
        if named.iter().any(|ours| same_place(ours, part))
            || lies_right(view, part) && named.iter().all(|ours| ours.reserved)
        {
            let is_place = part
                .bits
                .is_none_or(|bits| view.flat.places.contains_key(&(part.bit, bits)));
            compared.loose += usize::from(named.is_empty() && !part.is_reserved() && !is_place);
            note_names(view, part, &mut compared);
            continue;
        }
        if let Some(note) = named
            .iter()
            .find_map(|ours| other_width(view, layout, ours, part))
        {
            compared.notes.push(note);
            continue;
        }
        compared.mismatches.push(mismatch(view, part, &named));
    }
    compared.mismatches.sort_by_key(|mismatch| mismatch.bit);
    if let Some(size) = layout.size.filter(|size| !fits(view, layout, *size)) {
        compared.mismatches.push(Mismatch {
            bit: None,
            part: None,
            text: format!("{} in the spec, {} there", bytes(view.size), bytes(size)),
        });
    }
    compared
}

fn bytes(count: u64) -> String {
    format!("{count} bytes")
}

/// Whether a part is all that a record holds: its name, such as `bytes`, is not that of a part of ours.
fn is_all(layout: &Layout, part: &Part) -> bool {
    let size = layout.size.and_then(|size| size.checked_mul(8));
    layout.parts.len() == 1 && part.bit == 0 && part.bits.is_some() && part.bits == size
}

/// Whether a part of a name stands where the spec has it.
fn same_place(ours: &SpecPart, part: &Part) -> bool {
    ours.bit == part.bit
        && (ours.bits == part.bits
            // What may be there in any number is an array of none, of one or of any number in C.
            || ours.bits.is_none() && part.bits.is_none_or(|bits| bits == ours.element))
}

/// What to say of a part that begins where ours does and has another width, where all that is between
/// the two ends is reserved on the other side: the number is the same.
fn other_width(view: &View<'_>, layout: &Layout, ours: &SpecPart, part: &Part) -> Option<String> {
    let (our_bits, bits) = (ours.bits?, part.bits?);
    if ours.bit != part.bit {
        return None;
    }
    let (our_end, end) = (ours.bit + our_bits, part.bit.checked_add(bits)?);
    let is_reserved = if end < our_end {
        let mut reserved = layout
            .parts
            .iter()
            .filter(|part| part.is_reserved())
            .filter_map(|part| Some((part.bit, part.bit.checked_add(part.bits?)?)));
        reserved.any(|place| place == (end, our_end))
    } else {
        let mut reserved = view
            .parts
            .iter()
            .filter(|part| part.reserved)
            .filter_map(|part| Some((part.bit, part.bit + part.bits?)));
        reserved.any(|place| place == (our_end, end))
    };
    is_reserved.then(|| {
        format!(
            "`{}` has {bits} bits; in the spec {} has {our_bits}, and the rest is reserved on one side",
            part.name, ours.name
        )
    })
}

/// Whether a part cuts nothing of the spec.
fn lies_right(view: &View<'_>, part: &Part) -> bool {
    // What a rep call takes as its list may be declared with the input, to the end of the page.
    let is_list = |element: &u64| part.bits.is_none_or(|bits| bits % element == 0);
    if part.bit == view.size * 8 && view.list_elements.iter().any(is_list) {
        return true;
    }
    let Some(bits) = part.bits else {
        // Elements in any number come last.
        return view.flat.tail == Some(part.bit) || part.bit >= view.size * 8;
    };
    let end = part.bit.saturating_add(bits);
    let within = |&(from, to): &(u64, u64)| from <= part.bit && end <= to;
    view.flat.places.contains_key(&(part.bit, bits))
        || view.flat.spans(part.bit, end)
        || view.opaque.iter().any(within)
        || view.flat.reserved.iter().any(within)
        || ((part.is_reserved() || part.is_bitfield_unit()) && view.flat.is_free(part.bit, end))
        // The first of the elements that may be there in any number.
        || (view.flat.tail == Some(part.bit) || part.bit >= view.size * 8 && view.flat.tail.is_some())
}

/// A name for what is reserved in the spec is worth a word.
fn note_names(view: &View<'_>, part: &Part, compared: &mut Compared) {
    if part.is_reserved() || part.is_bitfield_unit() || part.nested {
        return;
    }
    let Some(bits) = part.bits else { return };
    let end = part.bit.saturating_add(bits);
    let covered = |&(from, to): &(u64, u64)| from <= part.bit && end <= to;
    let whole = part.bit == 0 && end == view.size * 8;
    if !whole && view.flat.reserved.iter().any(covered) {
        compared.notes.push(format!(
            "`{}` at {} is reserved in the spec",
            part.name,
            place(part.bit, part.bits)
        ));
    }
}

fn mismatch(view: &View<'_>, part: &Part, named: &[&SpecPart]) -> Mismatch {
    let there = place(part.bit, part.bits);
    let text = match named.first() {
        Some(ours) => format!(
            "`{}` is at {} there; the spec has {} at {}",
            part.name,
            there,
            ours.name,
            place(ours.bit, ours.bits)
        ),
        None => {
            let end = part.bit.saturating_add(part.bits.unwrap_or(1));
            let cut: Vec<&str> = view
                .parts
                .iter()
                .filter(|ours| {
                    ours.bit < end && part.bit < ours.bit + ours.bits.unwrap_or(u64::MAX / 2)
                })
                .map(|ours| {
                    if ours.name.is_empty() {
                        "reserved"
                    } else {
                        &ours.name
                    }
                })
                .collect();
            let cut = if cut.is_empty() {
                "lies beyond the end in the spec".to_owned()
            } else {
                format!("cuts {} of the spec", cut.join(", "))
            };
            format!("`{}` at {there} {cut}", part.name)
        }
    };
    Mismatch {
        bit: Some(part.bit),
        part: Some(part.name.clone()),
        text,
    }
}

/// Where something is, in words.
pub(crate) fn place(bit: u64, bits: Option<u64>) -> String {
    match bits {
        Some(bits) if bit % 8 == 0 && bits % 8 == 0 => {
            format!("byte {} ({} bytes)", bit / 8, bits / 8)
        }
        Some(1) => format!("bit {bit}"),
        Some(bits) => format!("bits {}..{bit}", bit.saturating_add(bits).saturating_sub(1)),
        None => format!("byte {} (any number)", bit / 8),
    }
}

fn fits(view: &View<'_>, layout: &Layout, size: u64) -> bool {
    if size == view.size {
        return true;
    }
    // An array of one element where the spec has any number.
    let tail = view.parts.iter().find(|part| part.bits.is_none());
    let one = tail.is_some_and(|tail| size * 8 == tail.bit + tail.element);
    // Space up to the alignment of what may follow.
    let rounded = layout.parts.iter().any(|part| part.bits.is_none())
        && size.abs_diff(view.size) < 8
        && size > view.size
        && tail.is_some();
    let list = layout.parts.iter().any(|part| {
        part.bit == view.size * 8
            && part
                .bits
                .is_some_and(|bits| part.bit + bits == size.saturating_mul(8))
            && lies_right(view, part)
    });
    one || rounded || list
}
