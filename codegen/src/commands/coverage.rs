//! `hv-codegen coverage`.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, SpecArgs, output};
use crate::coverage::{
    Index, Outcome, Reasons, Verdict, confirmed, judge_all, read_table, tally, unconfirmed,
};

/// Hold the spec against tables of facts from other sources
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen coverage tests/facts/*.json\n  \
    hv-codegen coverage --list absent tests/facts/hvdef.json\n\n\
    Fails on a contradiction that no erratum explains, and on an absence without a reason.")]
pub(super) struct Coverage {
    #[command(flatten)]
    spec: SpecArgs,
    /// The tables
    #[arg(required = true, value_name = "TABLE")]
    tables: Vec<PathBuf>,
    /// A file of `NAME: reason` lines for facts that the spec leaves out or has otherwise on purpose; a
    /// name may end in `*`
    #[arg(long, value_name = "FILE")]
    reasons: Option<PathBuf>,
    /// Print every fact with this verdict: contradicted, explained, absent or other-name; or what no fact confirms: unconfirmed. Without it, the facts for which the program fails
    #[arg(long, value_name = "VERDICT")]
    list: Option<String>,
}

impl Coverage {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let model = self.spec.model()?;
        let tables = self.tables.iter().map(|path| {
            let name = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            let text = std::fs::read_to_string(path).map_err(|error| {
                Failure::Impossible(format!("{} cannot be read: {error}", path.display()))
            })?;
            read_table(&name, &text).map_err(Failure::Impossible)
        });
        let mut tables = tables.collect::<Result<Vec<_>, _>>()?;
        let reasons = match &self.reasons {
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| {
                    Failure::Impossible(format!("{} cannot be read: {error}", path.display()))
                })?;
                Reasons::parse(&text).map_err(Failure::Impossible)?
            }
            None => Reasons::default(),
        };
        reasons.name_labels(&mut tables);
        let index = Index::new(&model);
        let outcomes = judge_all(&index, &tables);
        let confirmed = confirmed(&outcomes);
        let (excused, outcomes): (Vec<_>, Vec<_>) = outcomes
            .into_iter()
            .partition(|outcome| reasons.excuse(outcome));
        let mut text = report(&outcomes);
        text.push_str(&format!(
            "{} more are absent or differ for a reason\n",
            excused.len()
        ));
        match self.list.as_deref() {
            Some("unconfirmed") => text.extend(
                unconfirmed(&model, &confirmed)
                    .iter()
                    .map(|line| format!("{line}\n")),
            ),
            Some(wanted) => text.push_str(&listing(&outcomes, |_, word| word == wanted)),
            None => text.push_str(&listing(&outcomes, |outcome, _| outcome.is_open())),
        }
        output::print(&text)?;
        if outcomes.iter().any(Outcome::is_open) {
            Err(Failure::Found)
        } else {
            Ok(())
        }
    }
}

fn report(outcomes: &[Outcome<'_>]) -> String {
    let mut text = format!(
        "{:<22} {:<13} {:>8} {:>10} {:>9} {:>12} {:>7}\n",
        "table", "kind", "present", "other name", "explained", "contradicted", "absent"
    );
    for ((table, kind), tally) in tally(outcomes) {
        text.push_str(&format!(
            "{table:<22} {kind:<13} {:>8} {:>10} {:>9} {:>12} {:>7}\n",
            tally.present, tally.other_name, tally.explained, tally.contradicted, tally.absent
        ));
    }
    text
}

/// A line for each outcome that is wanted, which is asked with the word of its verdict.
fn listing(outcomes: &[Outcome<'_>], wanted: impl Fn(&Outcome<'_>, &str) -> bool) -> String {
    let mut text = String::new();
    for outcome in outcomes {
        let (word, detail) = match &outcome.verdict {
            Verdict::Present => ("present", String::new()),
            Verdict::OtherName(name) => ("other-name", name.clone()),
            Verdict::Contradicted {
                item,
                difference,
                errata,
            } if errata.is_empty() => ("contradicted", format!("{item}: {difference}")),
            Verdict::Contradicted {
                item,
                difference,
                errata,
            } => (
                "explained",
                format!("{item}: {difference} ({})", errata.join(", ")),
            ),
            Verdict::Absent => ("absent", String::new()),
        };
        if wanted(outcome, word) {
            let value = match &outcome.fact.claim {
                crate::coverage::Claim::Number { value, .. } => format!(" = {value:#x}"),
                crate::coverage::Claim::Layout(_) => String::new(),
            };
            let arch = outcome
                .fact
                .arch
                .map(|arch| format!(" {arch}"))
                .unwrap_or_default();
            text.push_str(&format!(
                "{} {}{arch} {}{value} {} {detail}\n",
                outcome.table,
                outcome.fact.kind.word(),
                outcome.fact.name,
                outcome.fact.document
            ));
        }
    }
    text
}
