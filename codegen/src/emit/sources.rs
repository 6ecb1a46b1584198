//! Sentences about where a fact stands, for comments of every language.

use crate::model::{Facts, Model, SourceKind, Standing};

/// One place in one source.
pub(crate) struct Citation {
    pub(crate) text: String,
    pub(crate) url: Option<String>,
}

/// Every place that a fact cites, documents before code.
pub(crate) fn citations(model: &Model, facts: &Facts) -> Vec<Citation> {
    let known = facts
        .sources
        .iter()
        .filter_map(|(key, places)| Some((key, places, model.sources.get(key)?)));
    let mut all: Vec<_> = known.collect();
    all.sort_by_key(|(_, _, source)| source.kind != SourceKind::Document);
    let mut citations = Vec::new();
    for (key, places, source) in all {
        for place in places {
            let template = source.url.as_deref();
            let exact = template
                .filter(|url| url.contains("{}"))
                .map(|url| url.replace("{}", place));
            citations.push(Citation {
                text: format!("{key} {place}"),
                url: exact,
            });
        }
    }
    citations
}

/// What a reader must know of the standing of a fact; nothing for a documented one.
pub(crate) fn standing(facts: &Facts) -> Option<&'static str> {
    match facts.status {
        Standing::Documented => None,
        Standing::Observed => Some("Observed in public code; no published specification has it."),
        Standing::Reserved => Some("Set aside by the specification."),
        Standing::Deprecated => Some("Deprecated."),
    }
}
