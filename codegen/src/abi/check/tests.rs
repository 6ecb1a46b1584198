//! One record of a file against one of the spec.

use super::compare::compare;
use super::view::View;
use crate::abi::foreign::{Layout, LayoutKind, Part};
use crate::load::Files;
use crate::model::Model;

fn part(name: &str, bit: u64, bits: u64) -> Part {
    Part {
        bit,
        bits: Some(bits),
        name: name.to_owned(),
        r#type: String::new(),
        nested: false,
    }
}

/// What is told of a record of 8 bytes that claims to be a union of one byte, named Bytes, and a page number.
fn told(parts: Vec<Part>) -> (Vec<String>, bool) {
    let model = Model::new(&Files::embedded()).expect("the spec is correct");
    let mut items = model.items.iter();
    let item = items
        .find(|item| item.name == "HV_INPUT_SET_VP_STATE_DATA")
        .expect("the spec has the item");
    let layout = Layout {
        kind: LayoutKind::Struct,
        size: Some(8),
        parts,
        values: Vec::new(),
        gap: None,
    };
    let compared = compare(&View::new(&model, item), &layout);
    let mismatches = compared.mismatches.into_iter();
    (
        mismatches.map(|mismatch| mismatch.text).collect(),
        compared.size_only,
    )
}

#[test]
fn the_one_field_of_a_record_is_no_part_of_ours() {
    assert_eq!(told(vec![part("bytes", 0, 64)]), (Vec::new(), true));
}

#[test]
fn a_field_among_others_is_the_part_that_it_is_called() {
    let (mismatches, size_only) = told(vec![part("bytes", 0, 32), part("other", 32, 32)]);
    assert!(!size_only);
    assert!(
        mismatches[0].contains("the spec has Bytes"),
        "{mismatches:?}"
    );
}
