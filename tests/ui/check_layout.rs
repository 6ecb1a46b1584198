//! Types of somebody else's that are not as the spec has them.

use hv_defs_derive::CheckLayout;

/// Two fields have changed places, as in the PDFs.
#[derive(CheckLayout)]
#[tlfs("HV_MESSAGE_HEADER")]
#[repr(C)]
struct Header {
    message_type: u32,
    _reserved: [u8; 2],
    message_flags: u8,
    payload_size: u8,
    origination: u64,
}

/// The alignment is lost.
#[derive(CheckLayout)]
#[tlfs("HV_UINT128")]
#[repr(C)]
struct Wide {
    #[tlfs("Low64")]
    first: u64,
    #[tlfs("High64")]
    second: u64,
}

#[derive(CheckLayout)]
#[tlfs("HV_MESAGE_HEADER")]
#[repr(C)]
struct Misspelt {
    message_type: u32,
}

#[derive(CheckLayout)]
#[tlfs("HV_MESSAGE_HEADER")]
#[repr(C)]
struct Renamed {
    kind: u32,
    payload_size: u8,
    message_flags: u8,
    _reserved: u16,
    origination: u64,
}

#[derive(CheckLayout)]
#[tlfs("HV_MESSAGE_HEADER")]
#[repr(C)]
struct Short {
    message_type: u32,
    payload_size: u8,
    message_flags: u8,
    _reserved: u16,
}

#[derive(CheckLayout)]
#[tlfs("HV_SYNIC_SINT")]
struct Sint(u32);

fn main() {}
