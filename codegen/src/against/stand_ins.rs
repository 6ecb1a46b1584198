//! What stands in for the headers that a kernel has only once it is configured.

/// The path and the text of each.
pub(super) const STAND_INS: &[(&str, &str)] = &[
    ("asm/page.h", include_str!("../../stand-ins/asm/page.h")),
    ("linux/bits.h", include_str!("../../stand-ins/linux/bits.h")),
    (
        "linux/build_bug.h",
        include_str!("../../stand-ins/linux/build_bug.h"),
    ),
    (
        "linux/stddef.h",
        include_str!("../../stand-ins/linux/stddef.h"),
    ),
    (
        "linux/time64.h",
        include_str!("../../stand-ins/linux/time64.h"),
    ),
    (
        "linux/types.h",
        include_str!("../../stand-ins/linux/types.h"),
    ),
];

/// What tells the stand-ins and the conditions of headers that the architecture is ARM64, whatever
/// the compiler is for.
pub(super) const STAND_IN_ARM64: [&str; 2] = ["-DHV_STAND_IN_ARM64", "-D_M_ARM64"];
