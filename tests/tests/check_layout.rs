//! Types that are as the spec has them compile; `ui/check_layout.rs` has those that are not.

#![expect(dead_code, reason = "compiling them is the test")]

use hv_defs_derive::CheckLayout;

#[derive(CheckLayout)]
#[tlfs("HV_MESSAGE_HEADER")]
#[repr(C)]
struct Header {
    #[tlfs("MessageType")]
    kind: u32,
    payload_size: u8,
    message_flags: u8,
    _reserved: u16,
    origination: u64,
}

#[derive(CheckLayout)]
#[tlfs("HV_MESSAGE_HEADER", packed)]
#[repr(C, packed)]
struct PackedHeader {
    message_type: u32,
    payload_size: u8,
    message_flags: u8,
    reserved: [u8; 2],
    origination: [u8; 8],
}

#[derive(CheckLayout)]
#[tlfs("HV_SYNIC_SINT")]
struct Sint(u64);

#[derive(CheckLayout)]
#[tlfs("HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT", arch = "arm64")]
#[repr(C)]
struct Event {
    header: u8,
    _reserved: [u8; 3],
    exception_type: u32,
    context: u64,
}

#[derive(CheckLayout)]
#[tlfs("HV_UINT128")]
#[repr(C, align(16))]
struct Wide {
    low64: u64,
    high64: u64,
}

#[test]
fn the_layouts_are_held_when_this_is_compiled() {
    assert_eq!(size_of::<Header>(), 16);
}
