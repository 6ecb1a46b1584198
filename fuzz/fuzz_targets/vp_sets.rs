//! Sets of virtual processors: format, mask, then banks.

#![no_main]

use hv_defs::call::List;
use hv_defs::vp::HvVpSet;
use hv_defs::vp_set::{SparseVpSet, VpSet};
use libfuzzer_sys::fuzz_target;
use zerocopy::FromBytes;

fuzz_target!(|data: &[u8]| {
    let Ok((header, rest)) = HvVpSet::read_from_prefix(data) else {
        return;
    };
    let Some((banks, _)) = List::split_from(rest, rest.len() / 8) else {
        return;
    };
    let Ok(set) = VpSet::parse(header, banks) else {
        return;
    };
    let indices: Vec<u32> = set.indices(4096).collect();
    assert!(indices.is_sorted());
    assert!(indices.iter().all(|index| set.contains(*index)));
    // A guest of ours would have sent the same members.
    let again = SparseVpSet::of(indices.iter().copied()).expect("all are below 4096");
    let members: u32 = again.banks().iter().map(|bank| bank.count_ones()).sum();
    assert_eq!(members as usize, indices.len());
});
