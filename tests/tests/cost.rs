//! What hv-defs makes costs what the same by hand costs: the instructions are compared; and nothing that
//! reads a guest's bytes can panic.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hv_defs_tests::outside::cargo;

/// The instructions of each function of `tests/cost`, as the compiler optimizes them.
struct Assembly {
    functions: BTreeMap<String, Vec<String>>,
    /// Functions that the compiler found to be the same as another.
    same: BTreeMap<String, String>,
}

impl Assembly {
    fn build() -> Self {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
        cargo(
            "cost",
            target,
            &["rustc", "--release", "--", "--emit", "asm"],
        );
        Self::parse(
            &fs::read_to_string(newest(&target.join("cost"))).expect("the assembly is there"),
        )
    }

    fn parse(text: &str) -> Self {
        let (mut functions, mut same) = (BTreeMap::new(), BTreeMap::new());
        let mut current: Option<(String, Vec<String>)> = None;
        for line in text.lines() {
            if let Some((name, original)) = line.split_once(" = ") {
                same.insert(
                    name.trim_start_matches(".set").trim().to_owned(),
                    original.to_owned(),
                );
            } else if line.starts_with(".Lfunc_end") {
                functions.extend(current.take());
            } else if let Some(label) = line
                .strip_suffix(':')
                .filter(|label| !label.starts_with('.'))
            {
                current = Some((label.to_owned(), Vec::new()));
            } else if let Some((_, body)) = &mut current {
                let code = line.trim();
                if line.starts_with('\t') && !code.starts_with('.') && !code.is_empty() {
                    body.push(code.to_owned());
                }
            }
        }
        Self { functions, same }
    }

    fn of(&self, name: &str) -> &[String] {
        let name = self.same.get(name).map_or(name, String::as_str);
        let body = self.functions.get(name);
        body.unwrap_or_else(|| panic!("there is no function {name}"))
    }
}

fn newest(target: &Path) -> PathBuf {
    let files = fs::read_dir(target.join("release/deps")).expect("there is a directory");
    files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "s"))
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
        .expect("there is assembly")
}

#[test]
#[ignore = "takes a minute; continuous integration asks for it"]
fn generated_code_costs_nothing() {
    let assembly = Assembly::build();
    let names: BTreeSet<&str> = assembly
        .functions
        .keys()
        .chain(assembly.same.keys())
        .filter_map(|name| name.strip_prefix("generated_"))
        .collect();
    assert!(names.len() >= 7, "only {} functions", names.len());
    let mut report = String::new();
    for name in names {
        let generated = assembly.of(&format!("generated_{name}"));
        let by_hand = assembly.of(&format!("by_hand_{name}"));
        println!(
            "{name}: {} instructions, {} by hand",
            generated.len(),
            by_hand.len()
        );
        if generated.len() > by_hand.len() {
            report += &format!(
                "{name}:\n{}\nby hand:\n{}\n",
                generated.join("\n"),
                by_hand.join("\n")
            );
        }
    }
    assert!(report.is_empty(), "{report}");

    // With everything linked into one, only what panics on purpose can.
    let can_panic: Vec<&str> = assembly
        .functions
        .iter()
        .filter(|(name, _)| !name.contains("panic"))
        .filter(|(_, body)| {
            body.iter()
                .any(|line| line.contains("panic") || line.starts_with("ud2"))
        })
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(can_panic, Vec::<&str>::new());
    let on_purpose = assembly.of("panics_on_purpose");
    assert!(
        on_purpose.iter().any(|line| line.contains("panic")),
        "a panic looks otherwise than this test believes: {on_purpose:?}"
    );
}
