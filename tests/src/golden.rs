//! Files that hold what a program must print, kept in the repository.

use std::path::Path;
use std::{env, fs};

use similar::TextDiff;

/// Compares with the file, or replaces it where `UPDATE_GOLDEN` is set.
pub fn check(path: &Path, text: &str) {
    let there = fs::read_to_string(path).unwrap_or_default();
    if there == text {
        return;
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory).expect("the directory can be made");
        }
        fs::write(path, text).expect("the file can be written");
        return;
    }
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(there.as_str(), text);
    let diff = diff
        .unified_diff()
        .header(&name, "as printed now")
        .to_string();
    let shown: String = diff
        .lines()
        .take(80)
        .flat_map(|line| [line, "\n"])
        .collect();
    panic!(
        "{name} is not up to date; set UPDATE_GOLDEN=1 to replace it, and read the difference:\n{shown}"
    );
}
