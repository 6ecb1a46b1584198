//! Every type of the spec, from bytes through each format and back.

use hv_defs_features::{Kind, TYPES, Type};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::{Map, Value, json};

/// Bytes as many as wanted. A failure prints the number that they come from.
fn random(seed: u64, count: usize) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[7]
    };
    (0..count).map(|_| next()).collect()
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Values from bytes of which many are zero, as those of the interface are, and from any.
fn variants(r#type: &Type, seed: u64, mask: u64) -> [Vec<u8>; 3] {
    let any = random(seed, r#type.size);
    let masked = |keep: u64| {
        let bytes = any.iter().enumerate();
        bytes
            .map(|(at, byte)| if keep >> (at % 64) & 1 == 1 { *byte } else { 0 })
            .collect()
    };
    let (some, small) = (masked(mask), masked(0x0101_0101_0101_0101));
    [any, some, small]
}

fn parsed(r#type: &Type, bytes: &[u8]) -> Value {
    let text = (r#type.to_json)(bytes);
    serde_json::from_str(&text).expect("JSON that was just written")
}

fn entries(r#type: &Type, bytes: &[u8]) -> Map<String, Value> {
    match parsed(r#type, bytes) {
        Value::Object(map) => map,
        other => panic!("{} is {other}", r#type.name),
    }
}

#[test]
fn the_list_has_types_of_all_kinds() {
    for kind in [Kind::Enum, Kind::Bitfield, Kind::Struct, Kind::Union] {
        assert!(TYPES.iter().any(|r#type| r#type.kind == kind), "{kind:?}");
    }
    assert!(TYPES.len() > 1000, "{}", TYPES.len());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn named_form(seed in any::<u64>(), mask in any::<u64>()) {
        for r#type in TYPES {
            for bytes in variants(r#type, seed, mask) {
                let text = (r#type.to_json)(&bytes);
                let back = (r#type.from_json)(&text);
                prop_assert_eq!(back, Ok(bytes), "{} from {}", r#type.name, text);
            }
        }
    }

    /// Integers for enums and bit-fields, the bytes for all others.
    #[test]
    fn binary_forms(seed in any::<u64>(), mask in any::<u64>()) {
        for r#type in TYPES {
            for bytes in variants(r#type, seed, mask) {
                for form in [r#type.cbor, r#type.postcard] {
                    let (_, back) = form(&bytes);
                    prop_assert_eq!(back.as_deref(), Ok(&*bytes), "{}", r#type.name);
                }
                let (cbor, _) = (r#type.cbor)(&bytes);
                let cbor: ciborium::Value = ciborium::from_reader(&*cbor).expect("CBOR");
                let expected = match r#type.kind {
                    Kind::Enum | Kind::Bitfield => ciborium::Value::from(number(&bytes)),
                    Kind::Struct | Kind::Union => ciborium::Value::Bytes(bytes),
                };
                prop_assert_eq!(cbor, expected, "{}", r#type.name);
            }
        }
    }

    /// Each part by itself gives the bytes that rustc says it has.
    #[test]
    fn parts(seed in any::<u64>(), mask in any::<u64>()) {
        for r#type in TYPES {
            for bytes in variants(r#type, seed, mask) {
                let parts = (r#type.parts)(&bytes);
                if parts.is_empty() {
                    continue;
                }
                let mut entries = entries(r#type, &bytes);
                for part in parts {
                    let own = r#type.kind == Kind::Struct || part.name != "reserved_bits";
                    prop_assert!(own, "{} has a range with the name of a key", r#type.name);
                    let Some(entry) = entries.remove(part.name) else {
                        // Only what is reserved and zero is left out.
                        prop_assert_eq!(r#type.kind, Kind::Struct, "{} {}", r#type.name, part.name);
                        prop_assert!(part.alone.iter().all(|byte| *byte == 0));
                        continue;
                    };
                    if let (Some(number), Some(written)) = (part.number, entry.as_u64()) {
                        prop_assert_eq!(number, written, "{} {}", r#type.name, part.name);
                    }
                    let text = json!({ part.name: entry }).to_string();
                    let read = (r#type.from_json)(&text);
                    prop_assert_eq!(read, Ok(part.alone), "{} from {}", r#type.name, text);
                }
                let rest: Vec<_> = entries.keys().collect();
                prop_assert!(
                    rest.is_empty() || (r#type.kind == Kind::Bitfield && rest == ["reserved_bits"]),
                    "{} {:?}", r#type.name, rest
                );
            }
        }
    }

    #[test]
    fn arbitrary_takes_the_bytes_it_has(seed in any::<u64>()) {
        for r#type in TYPES {
            let size = r#type.size;
            let bytes = random(seed, size + 8);
            let (value, left) = (r#type.arbitrary)(&bytes);
            prop_assert_eq!(&value, &bytes[..size], "{}", r#type.name);
            prop_assert_eq!(left, 8, "{}", r#type.name);
            prop_assert_eq!((r#type.size_hint)(), (size, Some(size)), "{}", r#type.name);
            // Too few bytes are followed by zeros.
            let few = &bytes[..size / 2];
            let (value, _) = (r#type.arbitrary)(few);
            prop_assert_eq!(&value[..size / 2], few);
            prop_assert!(value[size / 2..].iter().all(|byte| *byte == 0));
        }
    }
}

fn number(bytes: &[u8]) -> u64 {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Each name, also of the other architecture and of a second name for a number, is read as the
/// number of its constant; and a number that has a name is written as one.
#[test]
fn names_of_values() {
    let mut names = 0;
    for r#type in TYPES {
        for (name, bits) in r#type.values {
            let bytes = &bits.to_le_bytes()[..r#type.size];
            let read = (r#type.from_json)(&format!("{name:?}"));
            assert_eq!(read.as_deref(), Ok(bytes), "{} {name}", r#type.name);
            let written = parsed(r#type, bytes);
            let same = r#type.values.iter().filter(|(_, other)| other == bits);
            let same: Vec<&str> = same.map(|(name, _)| *name).collect();
            assert!(
                written.as_str().is_some_and(|name| same.contains(&name)),
                "{written}"
            );
            names += 1;
        }
    }
    assert!(names > 1000, "{names}");
}

#[test]
fn unknown_keys_are_refused() {
    for r#type in TYPES {
        if matches!(r#type.kind, Kind::Struct | Kind::Bitfield) {
            let error = (r#type.from_json)("{\"no_such_part\": 0}").expect_err(r#type.name);
            assert!(error.contains("has no part `no_such_part`"), "{error}");
        }
    }
}
