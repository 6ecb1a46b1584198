use super::super::foreign::{LayoutKind, Wanted};
use super::*;
use crate::coverage::Index;
use crate::load::Files;
use crate::model::Model;

/// Puts a section together.
#[derive(Default)]
struct Builder {
    types: Vec<u8>,
    strings: Vec<u8>,
    strings_start: u32,
}

impl Builder {
    fn string(&mut self, text: &str) -> u32 {
        if self.strings.is_empty() && self.strings_start == 0 {
            self.strings.push(0);
        }
        let at = u32::try_from(self.strings.len()).expect("small") + self.strings_start;
        self.strings.extend(text.as_bytes());
        self.strings.push(0);
        at
    }

    fn add(&mut self, words: &[u32]) {
        self.types
            .extend(words.iter().flat_map(|word| word.to_le_bytes()));
    }

    fn bytes(&self) -> Vec<u8> {
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("small");
        let mut all = vec![0x9f, 0xeb, 1, 0];
        for word in [
            24,
            0,
            length(&self.types),
            length(&self.types),
            length(&self.strings),
        ] {
            all.extend(word.to_le_bytes());
        }
        all.extend(&self.types);
        all.extend(&self.strings);
        all
    }
}

/// `typedef unsigned char u8; struct hv_message_header { u32 message_type:24, rest:8; u8 a; }`
fn small() -> Builder {
    let mut builder = Builder::default();
    let (u32_name, header) = (builder.string("u32"), builder.string("hv_message_header"));
    let (first, second) = (builder.string("message_type"), builder.string("rest"));
    builder.add(&[u32_name, 1 << 24, 4, 32]);
    builder.add(&[
        header,
        1 << 31 | 4 << 24 | 2,
        4,
        first,
        1,
        24 << 24,
        second,
        1,
        8 << 24 | 24,
    ]);
    builder
}

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
