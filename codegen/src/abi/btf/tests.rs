use super::super::foreign::{LayoutKind, Wanted};
use super::made::{Builder, small};
use super::*;
use crate::coverage::Index;
use crate::load::Files;
use crate::model::Model;

fn wanted() -> Wanted {
    let model = Model::new(&Files::embedded()).expect("the spec is correct");
    Wanted::new(&Index::new(&model))
}

#[test]
fn bit_fields_have_their_places() {
    let bytes = small().bytes();
    let section = Section::read(&bytes, None).expect("it is well formed");
    assert!(!section.needs_base());
    let found = Btf::new(&section, None).find(&wanted()).declarations;
    let [only] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (only.layout.kind, only.layout.size),
        (LayoutKind::Struct, Some(4))
    );
    let parts: Vec<_> = only
        .layout
        .parts
        .iter()
        .map(|part| (part.bit, part.bits))
        .collect();
    assert_eq!(parts, [(0, Some(24)), (24, Some(8))]);
}

#[test]
fn a_split_section_continues_its_base() {
    let base = small();
    let base_bytes = base.bytes();
    let base_section = Section::read(&base_bytes, None).expect("it is well formed");
    let mut split = Builder {
        strings_start: u32::try_from(base.strings.len()).expect("small"),
        ..Builder::default()
    };
    let (name, member) = (split.string("hv_message"), split.string("header"));
    split.add(&[name, 4 << 24 | 1, 4, member, 2, 0]);
    let bytes = split.bytes();
    let alone = Section::read(&bytes, None).expect("it is well formed");
    assert!(alone.needs_base());
    let section = Section::read(&bytes, Some(&base_section)).expect("it is well formed");
    let found = Btf::new(&section, Some(&base_section))
        .find(&wanted())
        .declarations;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path, "hv_message");
    assert_eq!(found[0].layout.parts[0].r#type, "hv_message_header");
}

#[test]
fn hostile_bytes_are_refused_or_read_without_harm() {
    let bytes = small().bytes();
    let wanted = wanted();
    for at in 0..bytes.len() {
        if let Ok(section) = Section::read(&bytes[..at], None) {
            Btf::new(&section, None).find(&wanted);
        }
        for value in [0, 1, 2, 0x7f, 0x80, 0xff] {
            let mut other = bytes.clone();
            other[at] = value;
            if let Ok(section) = Section::read(&other, None) {
                let _ = section.needs_base();
                Btf::new(&section, None).find(&wanted);
            }
        }
    }
}

#[test]
fn a_type_that_holds_itself_is_told() {
    let mut builder = Builder::default();
    let name = builder.string("hv_message_header");
    builder.add(&[0, 4 << 24 | 1, 4, 0, 1, 0]);
    builder.add(&[name, 8 << 24, 1]);
    let bytes = builder.bytes();
    let section = Section::read(&bytes, None).expect("it is well formed");
    let found = Btf::new(&section, None).find(&wanted()).declarations;
    assert_eq!(
        found[0].layout.gap.as_deref(),
        Some("a type that holds itself")
    );
}

/// The order of bytes is that of the machine that wrote the section.
#[test]
fn big_endian_sections_say_the_same() {
    let little = small();
    let big = Builder {
        big: true,
        ..small()
    };
    let wanted = wanted();
    let read = |builder: &Builder| {
        let bytes = builder.bytes();
        let section = Section::read(&bytes, None).expect("it is well formed");
        Btf::new(&section, None).find(&wanted).declarations
    };
    assert_ne!(little.bytes(), big.bytes());
    assert_eq!(read(&little).len(), 1);
    assert_eq!(read(&little), read(&big));
}
