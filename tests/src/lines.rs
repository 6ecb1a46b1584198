//! Comparing two lists of lines so that every difference is told, not the first.

use std::collections::BTreeMap;

/// All differences between lines of the form `KIND NAME … VALUE`, matched by everything but the last
/// word; nothing if there is none.
pub fn differences(left_name: &str, left: &str, right_name: &str, right: &str) -> Option<String> {
    let (left, right) = (by_key(left), by_key(right));
    let mut report = Vec::new();
    for (key, value) in &left {
        match right.get(key) {
            None => report.push(format!(
                "{key}: {left_name} has {value}, {right_name} nothing"
            )),
            Some(other) if other != value => {
                report.push(format!(
                    "{key}: {left_name} has {value}, {right_name} has {other}"
                ));
            }
            Some(_) => {}
        }
    }
    for (key, value) in right.iter().filter(|(key, _)| !left.contains_key(*key)) {
        report.push(format!(
            "{key}: {right_name} has {value}, {left_name} nothing"
        ));
    }
    (!report.is_empty()).then(|| format!("{} differences:\n{}", report.len(), report.join("\n")))
}

fn by_key(text: &str) -> BTreeMap<&str, &str> {
    text.lines()
        .filter_map(|line| match line.strip_prefix("size ") {
            // The size of a type and its alignment are one value.
            Some(rest) => {
                let name = rest.split(' ').next()?;
                let key = &line[..5 + name.len()];
                Some((key, line[key.len()..].trim_start()))
            }
            None => line.rsplit_once(' '),
        })
        .collect()
}
