//! What is written into a part of a type is read from it, whatever it is.

use hv_defs_tests::witness;
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn every_part_of_every_type(seed in any::<[u8; 16]>()) {
        let mut random = proptest::test_runner::TestRng::from_seed(RngAlgorithm::XorShift, &seed);
        let (count, wrong) = witness::round_trips(|| random.next_u32().to_le_bytes()[0]);
        prop_assert!(count > 4500, "{} parts", count);
        prop_assert!(wrong.is_empty(), "{}", wrong.join(", "));
    }
}
