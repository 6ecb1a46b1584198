//! A spec file of one's own, which names types of hv-defs.

#![deny(missing_docs, warnings)]

use hv_defs::status::HvStatus;
use hv_defs::synic::{HvMessageHeader, HvMessageType};
use hv_defs::zerocopy::IntoBytes;
use hv_defs::{Access, Msr};

/// The vendor's types.
pub mod vendor {
    hv_defs::spec_file!("vendor.yaml");
}

#[test]
fn own_types_hold_those_of_the_tlfs() {
    let mut info = vendor::VendorDeviceInfo {
        owner: 0x1122,
        flags: vendor::VendorDeviceFlags::new()
            .with_can_post(true)
            .with_queue_count(5),
        last_status: HvStatus::INVALID_PARAMETER,
        ..Default::default()
    };
    info.last_header = HvMessageHeader {
        message_type: HvMessageType::NONE,
        payload_size: 7,
        ..Default::default()
    };
    let bytes = info.as_bytes();
    assert_eq!(bytes[..8], [0x22, 0x11, 0, 0, 0, 0, 0, 0]);
    assert_eq!(bytes[8..16], [0x0b, 0, 0, 0, 5, 0, 0, 0]);
    assert_eq!(bytes[20], 7);
}

#[test]
fn own_registers_are_typed() {
    assert_eq!(vendor::HvX64MsrVendorDevice::NUMBER, 0x40ff_0000);
    assert_eq!(vendor::HvX64MsrVendorDevice::ACCESS, Access::ReadWrite);
    assert!(vendor::HvX64MsrVendorDevice::decode(1).simp_enabled());
}
