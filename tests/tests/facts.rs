//! The spec against independent tables: nothing is contradicted or absent without a reason, and what no
//! table confirms is listed.

use hv_codegen::load::Files;
use hv_codegen::model::Model;
use hv_defs_tests::facts::Facts;
use hv_defs_tests::{golden, repository};

fn model() -> Model {
    Model::new(&Files::embedded()).expect("the spec is correct")
}

#[test]
fn no_fact_is_contradicted_or_absent_without_a_reason() {
    let judgement = Facts::read().judge(&model());
    assert!(judgement.open.is_empty(), "{}", judgement.open.join("\n"));
}

/// What no table confirms rests on the one who read the document. The list pins each such fact with
/// its value, so that none changes unnoticed.
#[test]
fn what_no_table_confirms_is_listed() {
    let judgement = Facts::read().judge(&model());
    let text: String = judgement
        .unconfirmed
        .iter()
        .map(|line| format!("{line}\n"))
        .collect();
    golden::check(&repository().join("tests/facts/unconfirmed.txt"), &text);
}

#[test]
fn every_reason_is_needed() {
    let facts = Facts::read();
    let unused = facts.reasons.unused(&facts.outcomes(&model()));
    assert!(
        unused.is_empty(),
        "these reasons excuse nothing: {}",
        unused.join(", ")
    );
}
