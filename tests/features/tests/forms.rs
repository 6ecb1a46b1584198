//! What the forms look like, and what is refused.

use std::collections::BTreeMap;

use hv_defs::crash::HvCrashCtlRegContents;
use hv_defs::register::HvRegisterName;
use hv_defs::synic::{HvMessageHeader, HvMessagePage, HvMessageType, HvX64SynicSint};
use hv_defs::{HvError, HvResult, HvStatus};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_value, json, to_value};
use zerocopy::IntoBytes;

fn refused<T: DeserializeOwned>(value: Value) -> String {
    match from_value::<T>(value) {
        Ok(_) => panic!("it is taken"),
        Err(error) => error.to_string(),
    }
}

/// The example in a page of the documentation.
fn example(page: &str) -> Value {
    let (_, rest) = page.split_once("```json\n").expect("an example starts");
    let (text, _) = rest.split_once("```").expect("it ends");
    serde_json::from_str(&text.replace("//!", "")).expect("it is JSON")
}

#[test]
fn a_struct_is_a_map() {
    let mut header = HvMessageHeader {
        message_type: HvMessageType::TIMER_EXPIRED,
        payload_size: 24,
        ..HvMessageHeader::default()
    };
    header
        .origination
        .set_port(hv_defs::synic::HvPortId::from_bits(0x0012_3456));
    let mut expected = json!({
        "message_type": "HvMessageTimerExpired",
        "payload_size": 24,
        "message_flags": { "message_pending": false },
        "origination": "5634120000000000",
    });
    assert_eq!(to_value(header).expect("JSON"), expected);
    assert_eq!(
        from_value::<HvMessageHeader>(expected.clone()).expect("the same"),
        header
    );
    for page in [
        include_str!("../../../README.md"),
        include_str!("../../../hv-defs/src/lib.rs"),
    ] {
        assert_eq!(example(page), expected);
    }
    // Reserved fields stand there when they are not zero.
    header.reserved = 7;
    header.message_type = HvMessageType::from_bits(0x1234);
    expected["reserved"] = json!(7);
    expected["message_type"] = json!(0x1234);
    assert_eq!(to_value(header).expect("JSON"), expected);
    assert_eq!(
        from_value::<HvMessageHeader>(expected).expect("the same"),
        header
    );
}

#[test]
fn a_bit_field_is_a_map() {
    let sint = HvX64SynicSint::new().with_vector(0x50).with_auto_eoi(true);
    let expected = json!({
        "vector": 80, "masked": false, "auto_eoi": true, "polling": false,
    });
    let written = to_value(sint).expect("JSON");
    for (key, value) in expected.as_object().expect("a map") {
        assert_eq!(&written[key], value, "{key}");
    }
    assert!(written.get("reserved_bits").is_none());
    let with_reserved = HvX64SynicSint::from_bits(sint.into_bits() | 1 << 63);
    let written = to_value(with_reserved).expect("JSON");
    assert_eq!(written["reserved_bits"], json!(1_u64 << 63));
    assert_eq!(
        from_value::<HvX64SynicSint>(written).expect("the same"),
        with_reserved
    );
}

#[test]
fn absent_parts_are_zero() {
    assert_eq!(
        from_value::<HvMessageHeader>(json!({})).expect("a map"),
        HvMessageHeader::default()
    );
    let sint: HvX64SynicSint = from_value(json!({ "vector": 3 })).expect("a map");
    assert_eq!(sint.into_bits(), 3);
}

#[test]
fn what_does_not_fit_is_refused() {
    let cases = [
        (
            refused::<HvX64SynicSint>(json!({ "vector": 256 })),
            "0x100 needs more than 8 bits",
        ),
        (
            refused::<HvX64SynicSint>(json!({ "vector": -1 })),
            "invalid value",
        ),
        (
            refused::<HvX64SynicSint>(json!({ "masked": 1 })),
            "expected a boolean",
        ),
        (
            refused::<HvX64SynicSint>(json!({ "reserved_bits": 1 })),
            "holds bits that have a name: 0x1",
        ),
        (
            refused::<HvX64SynicSint>(json!([])),
            "expected a map of the bits of HvX64SynicSint",
        ),
        (
            refused::<HvMessageHeader>(json!({ "payload_size": 256 })),
            "0x100 needs more than 8 bits",
        ),
        (
            refused::<HvMessageHeader>(json!({ "origination": "00" })),
            "expected 8 bytes, or a string of 16",
        ),
        (
            refused::<HvMessageHeader>(json!({ "origination": "000000000000000g" })),
            "expected 8 bytes",
        ),
        (
            refused::<HvMessageHeader>(json!({ "vector": 0 })),
            "its parts are `message_type`, `payload_size`",
        ),
        (
            refused::<HvMessageType>(json!("HvMessageTimer")),
            "HvMessageType has no value `HvMessageTimer`",
        ),
        (
            refused::<HvMessageType>(json!(1_u64 << 32)),
            "needs more than 32 bits",
        ),
        (refused::<HvMessageType>(json!(-1)), "-1 is below zero"),
        (
            refused::<HvError>(json!("HV_STATUS_SUCCESS")),
            "success is no error",
        ),
    ];
    for (error, expected) in cases {
        assert!(
            error.contains(expected),
            "`{expected}` is missing in `{error}`"
        );
    }
    let twice = [
        serde_json::from_str::<HvX64SynicSint>("{\"vector\": 1, \"vector\": 1}").map(drop),
        serde_json::from_str::<HvMessageHeader>("{\"payload_size\": 1, \"payload_size\": 1}")
            .map(drop),
        serde_json::from_str::<HvCrashCtlRegContents>(
            "{\"reserved_bits\": 0, \"reserved_bits\": 0}",
        )
        .map(drop),
    ];
    for result in twice {
        let error = result.expect_err("it stands there twice").to_string();
        assert!(error.contains("duplicate field"), "{error}");
    }
}

#[test]
fn arrays_have_as_many_elements_as_their_type() {
    let page = HvMessagePage::default();
    let written = to_value(page).expect("JSON");
    let slots = written["sint_message"]
        .as_array()
        .expect("an array of messages");
    assert_eq!(slots.len(), 16);
    // Bytes are a string, also in an array.
    let payload = slots[0]["payload"].as_str().expect("a string");
    assert_eq!(payload, "00".repeat(240));
    for count in [15, 17] {
        let error = refused::<HvMessagePage>(json!({ "sint_message": vec![json!({}); count] }));
        assert!(error.contains("expected 16 elements"), "{error}");
    }
}

#[test]
fn statuses_and_errors() {
    let result: HvResult<u8> = Err(HvError::ACCESS_DENIED);
    let written = to_value(result).expect("JSON");
    assert_eq!(written, json!({ "Err": "HV_STATUS_ACCESS_DENIED" }));
    assert_eq!(
        from_value::<HvResult<u8>>(written).expect("the same"),
        result
    );
    for bits in 1..=u16::MAX {
        let error = HvError::from_bits(bits).expect("not zero");
        let written = serde_json::to_string(&error).expect("JSON");
        assert_eq!(serde_json::from_str::<HvError>(&written).ok(), Some(error));
        let written = postcard::to_stdvec(&error).expect("a vector");
        assert_eq!(written, postcard::to_stdvec(&bits).expect("a vector"));
        assert_eq!(postcard::from_bytes::<HvError>(&written), Ok(error));
    }
    assert!(postcard::from_bytes::<HvError>(&[0]).is_err());
    assert_eq!(
        postcard::from_bytes::<HvStatus>(&[0]),
        Ok(HvStatus::SUCCESS)
    );
}

#[test]
fn errors_from_any_bytes_are_errors() {
    let mut unstructured = arbitrary::Unstructured::new(&[0; 4]);
    for _ in 0..4 {
        let error: HvError = unstructured.arbitrary().expect("an error");
        assert_ne!(error.into_bits(), 0);
    }
}

/// JSON has only strings for keys, also for numbers.
#[test]
fn keys_of_maps() {
    let values = BTreeMap::from([
        (HvRegisterName::from_bits(0xdead_beef), 1),
        (HvRegisterName::VP_INDEX, 2),
    ]);
    let text = serde_json::to_string(&values).expect("JSON");
    assert_eq!(text, "{\"HvRegisterVpIndex\":2,\"3735928559\":1}");
    let back: BTreeMap<HvRegisterName, i32> = serde_json::from_str(&text).expect("the same");
    assert_eq!(back, values);
}

/// What is read by way of serde's own memory, which says that it is human-readable in any case.
#[test]
fn through_flatten() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        header: HvMessageHeader,
        sint: HvX64SynicSint,
        message_type: HvMessageType,
    }

    let mut header = HvMessageHeader::default();
    header.as_mut_bytes().fill(0xa5);
    let outer = Outer {
        inner: Inner {
            header,
            sint: HvX64SynicSint::from_bits(u64::MAX),
            message_type: HvMessageType::TIMER_EXPIRED,
        },
    };
    let text = serde_json::to_string(&outer).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Outer>(&text).expect("the same"),
        outer
    );
    let mut bytes = Vec::new();
    ciborium::into_writer(&outer, &mut bytes).expect("a vector");
    assert_eq!(
        ciborium::from_reader::<Outer, _>(&*bytes).expect("the same"),
        outer
    );
}
