//! The spec that this crate carries, read fast: from the JSON that the build wrote.

use crate::diagnostic::Diagnostic;
use crate::draft::{Draft, Parsed};
use crate::load::{File, Files, Form, Role};
use crate::raw;

use super::{HeaderFiles, Model, lower};

impl Model {
    /// What the spec that this crate carries fixes: layouts, numbers, versions, and the names of one
    /// dialect or of all. What items are in words is left out, and so are their sources, the files of
    /// headers and the declarations in them. The tests hold the spec against the rules, so that nothing is
    /// checked here.
    pub fn published(dialect: Option<&str>) -> Result<Self, Vec<Diagnostic>> {
        let mut files = Files::embedded_json();
        if let Some(name) = dialect {
            keep_dialect(&mut files, name)?;
        }
        let (parsed, diagnostics) = Parsed::new(&files, Form::Json);
        if diagnostics.is_empty() {
            Ok(lower::lower(&Draft::new(&parsed), HeaderFiles::LeftOut))
        } else {
            Err(diagnostics)
        }
    }
}

/// Takes the other dialects away, but for the one that the dialect is like. An unknown name takes none.
fn keep_dialect(files: &mut Files, name: &str) -> Result<(), Vec<Diagnostic>> {
    let is = |file: &File, name: &str| file.role() == Role::Dialect && file.stem() == name;
    let Some(at) = files.list.iter().position(|file| is(file, name)) else {
        return Ok(());
    };
    let dialect: raw::Dialect = files.parse(at, Form::Json)?;
    let like = dialect.like.unwrap_or_default();
    files
        .list
        .retain(|file| file.role() != Role::Dialect || is(file, name) || is(file, &like));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::snapshot::Snapshot;
    use crate::coverage::Index;

    fn read(files: &Files, form: Form) -> Parsed {
        let (parsed, diagnostics) = Parsed::new(files, form);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        parsed
    }

    #[test]
    fn the_json_says_what_the_yaml_says() {
        let json = read(&Files::embedded_json(), Form::Json);
        let yaml = read(&Files::embedded(), Form::Yaml);
        assert!(json.chapters.len() > 20 && json.dialects.len() > 5);
        assert_eq!(json.revision, yaml.revision);
        assert_eq!(format!("{:?}", json.sources), format!("{:?}", yaml.sources));
        assert_eq!(format!("{:?}", json.errata), format!("{:?}", yaml.errata));
        let mut dialects = yaml.dialects;
        for (_, _, dialect) in &mut dialects {
            dialect.declarations.clear();
        }
        assert_eq!(format!("{:?}", json.dialects), format!("{dialects:?}"));
        // A chapter has no words for people there, so that its layouts are compared below.
        for (short, long) in json.chapters.iter().zip(&yaml.chapters) {
            assert_eq!((short.0, &short.1), (long.0, &long.1));
        }
    }

    #[test]
    fn layouts_numbers_and_names_are_those_of_the_checked_spec() {
        let published = Model::published(None).expect("the spec is correct");
        let checked = Model::new(&Files::embedded()).expect("the spec is correct");
        assert_eq!(published.items.len(), checked.items.len());
        let (here, there) = (Snapshot::new(&published), Snapshot::new(&checked));
        assert!(here == there, "the snapshots differ");
        for (here, there) in published.items.iter().zip(&checked.items) {
            assert_eq!(without_words(here), without_words(there));
        }
        assert_eq!(names(&published), names(&checked));
    }

    /// Every line of the item as a program shows it, but for those that stand for people.
    fn without_words(item: &crate::model::Item) -> Vec<String> {
        let mut for_people = 0;
        let text = format!("{item:#?}");
        let kept = text.lines().filter(|line| {
            let depth = line.len() - line.trim_start().len();
            if for_people > 0 {
                if depth == for_people {
                    for_people = 0;
                }
                return false;
            }
            let line = line.trim_start();
            let starts = line.starts_with("doc: ") || line.starts_with("sources: ");
            if starts && line.ends_with(['(', '{']) {
                for_people = depth;
            }
            !starts
        });
        kept.map(str::to_owned).collect()
    }

    fn names(model: &Model) -> Vec<Vec<String>> {
        let index = Index::new(model);
        let mut types: Vec<String> = index.type_names().cloned().collect();
        types.sort();
        let of = |dialect: &crate::model::Dialect| {
            let items = model.items.iter();
            let names = items.map(|item| {
                let aliases = dialect.aliases(item);
                let differences = dialect.differences(item);
                format!("{:?} {aliases:?} {differences:?}", dialect.item_name(item))
            });
            let macros = [format!("{:?}", dialect.macros)];
            names.chain(macros).collect()
        };
        let dialects = model.dialects.iter().map(of);
        dialects.chain([types]).collect()
    }

    #[test]
    fn a_dialect_comes_with_the_one_that_it_is_like() {
        let all = Model::published(None).expect("the spec is correct");
        for dialect in &all.dialects {
            let one = Model::published(Some(&dialect.name)).expect("the spec is correct");
            assert!(one.dialects.len() < 3);
            let only = |model: &Model| {
                let mut model = model.clone();
                model.dialects.retain(|other| other.name == dialect.name);
                names(&model)
            };
            assert_eq!(only(&one), only(&all), "{}", dialect.name);
        }
        let unknown = Model::published(Some("lniux")).expect("the spec is correct");
        assert_eq!(unknown.dialects.len(), all.dialects.len());
    }
}
