//! Whatever bytes a file has, `abi check` answers with reports or an error, in bounded time and memory.
//!
//! Seeds: `sh codegen/fuzz/seed.sh`; then `cargo +nightly fuzz run check_file` in `codegen/`.

#![no_main]

use std::sync::LazyLock;

use hv_codegen::abi::binary::Source;
use hv_codegen::abi::files::Inspector;
use hv_codegen::abi::report::plain;
use hv_codegen::coverage::Index;
use hv_codegen::model::Model;
use libfuzzer_sys::fuzz_target;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::published(None).expect("the spec is correct"));
static INDEX: LazyLock<Index<'static>> = LazyLock::new(|| Index::new(&MODEL));
static INSPECTOR: LazyLock<Inspector<'static>> = LazyLock::new(|| Inspector::new(&MODEL, &INDEX));

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::of_bytes("fuzzed", bytes.to_vec()) else {
        return;
    };
    let Ok(reports) = INSPECTOR.inspect_source(&source) else {
        return;
    };
    for report in &reports {
        let _ = plain(&MODEL, report, true);
    }
});
