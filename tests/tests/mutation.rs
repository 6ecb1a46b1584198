//! A change of any one number in the spec is noticed: by the checks, or by the tables of facts and
//! the list of what they do not confirm.
//!
//! rustc and the C compilers confirm that the types have the layout of the spec, whatever it says;
//! what tells a wrong number from a right one is its agreement with the other numbers of its entry
//! (every offset is written down and computed) and with independent sources.

use std::thread;

use hv_codegen::load::Files;
use hv_codegen::model::Model;
use hv_defs_tests::facts::{Facts, Judgement};

/// Single edits that are tried in one run.
const EDITS: usize = 240;

/// A place in the text of a file where a number stands, and another number for it.
#[derive(Debug, Clone)]
struct Edit {
    file: usize,
    start: usize,
    end: usize,
    new: String,
}

/// Keys whose values are facts. Numbers in sentences and page numbers are none.
const KEYS: &[&str] = &[
    "at: ",
    "value: ",
    "number: ",
    "code: ",
    "leaf: ",
    "subleaf: ",
    "size: ",
    "align: ",
];

/// Every place of a number that is a fact.
fn places(files: &Files) -> Vec<(usize, usize, usize)> {
    let mut places = Vec::new();
    for (file, content) in files
        .list
        .iter()
        .enumerate()
        .filter(|(_, file)| file.path.starts_with("tlfs/"))
    {
        let text = &content.text;
        for key in KEYS {
            for (at, _) in text.match_indices(key) {
                let preceded = text[..at].chars().next_back();
                let start = at + key.len();
                let length = text[start..]
                    .find(|letter: char| !letter.is_ascii_alphanumeric())
                    .unwrap_or(0);
                let is_number = text[start..].starts_with(|first: char| first.is_ascii_digit());
                if is_number && length > 0 && preceded.is_none_or(|before| before == ' ') {
                    places.push((file, start, start + length));
                }
            }
        }
        for (at, _) in text
            .match_indices("..")
            .filter(|(at, _)| text[..*at].ends_with(|before: char| before.is_ascii_digit()))
        {
            let start = at + 2;
            let length = text[start..]
                .find(|letter: char| !letter.is_ascii_digit())
                .unwrap_or(0);
            if length > 0 {
                places.push((file, start, start + length));
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Another number of the same form: one more, one less, another bit.
fn another(text: &str, random: &mut impl FnMut() -> u64) -> String {
    let (digits, radix) = text
        .strip_prefix("0x")
        .map_or((text, 10), |digits| (digits, 16));
    let value = u64::from_str_radix(digits, radix).expect("the place holds a number");
    let new = match random() % 3 {
        0 => value.wrapping_add(1),
        1 => value.checked_sub(1).unwrap_or(1),
        _ => value ^ 1 << (random() % (4 * digits.len() as u64)),
    };
    if radix == 16 {
        format!("{new:#0width$x}", width = digits.len() + 2)
    } else {
        new.to_string()
    }
}

/// Draws edits evenly from all places, the same in each run.
fn edits(files: &Files) -> Vec<Edit> {
    let places = places(files);
    assert!(places.len() > 3000, "only {} numbers found", places.len());
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut edits = Vec::new();
    while edits.len() < EDITS {
        let (file, start, end) = places[usize::try_from(random()).expect("64 bits") % places.len()];
        let old = &files.list[file].text[start..end];
        let new = another(old, &mut random);
        if new != old {
            edits.push(Edit {
                file,
                start,
                end,
                new,
            });
        }
    }
    edits
}

/// Who notices the edit; nobody is a survivor.
fn noticed_by(
    files: &Files,
    edit: &Edit,
    facts: &Facts,
    before: &Judgement,
) -> Option<&'static str> {
    let mut changed = files.clone();
    changed.list[edit.file]
        .text
        .replace_range(edit.start..edit.end, &edit.new);
    match Model::new(&changed) {
        Err(_) => Some("check"),
        Ok(model) => (facts.judge(&model) != *before).then_some("facts"),
    }
}

#[test]
fn every_single_edit_is_noticed() {
    let files = Files::embedded();
    let facts = Facts::read();
    let before = facts.judge(&Model::new(&files).expect("the spec is correct"));
    let edits = edits(&files);
    let (left, right) = edits.split_at(EDITS / 2);
    let run = |edits: &[Edit]| -> Vec<(Edit, Option<&'static str>)> {
        edits
            .iter()
            .map(|edit| (edit.clone(), noticed_by(&files, edit, &facts, &before)))
            .collect()
    };
    let outcomes: Vec<_> = thread::scope(|scope| {
        let other = scope.spawn(|| run(right));
        let mut outcomes = run(left);
        outcomes.extend(other.join().expect("the thread ends well"));
        outcomes
    });
    for who in ["check", "facts"] {
        println!(
            "{} edits noticed by {who}",
            outcomes.iter().filter(|(_, by)| *by == Some(who)).count()
        );
    }
    let survivors: Vec<String> = outcomes
        .iter()
        .filter(|(_, by)| by.is_none())
        .map(|(edit, _)| describe(&files, edit))
        .collect();
    assert!(
        survivors.is_empty(),
        "{} edits of {EDITS} went unnoticed:\n{}",
        survivors.len(),
        survivors.join("\n")
    );
}

fn describe(files: &Files, edit: &Edit) -> String {
    let file = &files.list[edit.file];
    let line = file.text[..edit.start].matches('\n').count() + 1;
    format!(
        "{}:{line}: {} for {}",
        file.path,
        edit.new,
        &file.text[edit.start..edit.end]
    )
}
