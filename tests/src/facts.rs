//! The spec against the tables of `tests/facts`, which were extracted from public sources by machine.

use std::fs;

use hv_codegen::coverage::{
    Index, Outcome, Reasons, Table, confirmed, judge_all, read_table, unconfirmed,
};
use hv_codegen::model::Model;

use crate::repository;

/// All tables and the reasons for what the spec has otherwise.
#[derive(Debug)]
pub struct Facts {
    /// The tables.
    pub tables: Vec<Table>,
    /// The reasons.
    pub reasons: Reasons,
}

/// What the tables say of a spec.
#[derive(Debug, PartialEq, Eq)]
pub struct Judgement {
    /// A line for each fact that the spec contradicts without an erratum, or lacks, without a reason.
    pub open: Vec<String>,
    /// A line for each part of the spec that no fact confirms.
    pub unconfirmed: Vec<String>,
}

impl Facts {
    /// Reads the tables of the repository.
    pub fn read() -> Self {
        let directory = repository().join("tests/facts");
        let mut tables = Vec::new();
        for entry in fs::read_dir(&directory).expect("tests/facts exists") {
            let path = entry.expect("it can be listed").path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let name = path
                    .file_stem()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned();
                let text = fs::read_to_string(&path).expect("a table can be read");
                tables.push(read_table(&name, &text).expect("a table is well formed"));
            }
        }
        tables.sort_by(|left: &Table, right| left.name.cmp(&right.name));
        let reasons =
            fs::read_to_string(directory.join("reasons.txt")).expect("reasons.txt can be read");
        let reasons = Reasons::parse(&reasons).expect("reasons.txt is well formed");
        reasons.name_labels(&mut tables);
        Self { tables, reasons }
    }

    /// The outcome of every fact.
    pub fn outcomes(&self, model: &Model) -> Vec<Outcome<'_>> {
        judge_all(&Index::new(model), &self.tables)
    }

    /// Holds a spec against the tables.
    pub fn judge(&self, model: &Model) -> Judgement {
        use hv_codegen::coverage::Verdict;
        let outcomes = self.outcomes(model);
        let confirmed = confirmed(&outcomes);
        let open = outcomes
            .iter()
            .filter(|outcome| outcome.is_open() && !self.reasons.excuse(outcome))
            .map(|outcome| {
                let (table, fact) = (outcome.table, outcome.fact);
                let what = match &outcome.verdict {
                    Verdict::Contradicted {
                        item, difference, ..
                    } => format!("{item}: {difference}"),
                    _ => "absent".to_owned(),
                };
                format!("{table} {} {}: {what}", fact.name, fact.document)
            })
            .collect();
        Judgement {
            open,
            unconfirmed: unconfirmed(model, &confirmed),
        }
    }
}
