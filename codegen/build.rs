//! Writes the files of the spec as JSON, one a line in the order of `hv_spec::FILES`, chapters without what they
//! say to people, and dialects without how they declare types in C: a program that compares layouts reads that
//! many times faster than the YAML.
//! The tests of `src/model/published.rs` hold both readings to be the same.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "abi")]
    write_json();
}

#[cfg(feature = "abi")]
fn write_json() {
    let mut lines = String::new();
    for (path, text) in hv_spec::FILES {
        let line = serde_yaml::from_str(text)
            .map_err(|error| error.to_string())
            .and_then(|mut value| {
                if path.starts_with("dialects/") {
                    take_declarations(&mut value);
                } else if path.contains('/') {
                    take_words_for_people(&mut value);
                }
                serde_json::to_string(&value).map_err(|error| error.to_string())
            });
        match line {
            Ok(line) => {
                lines.push_str(&line);
                lines.push('\n');
            }
            // The commands then read the YAML, and say what is wrong with it.
            Err(error) => {
                println!("cargo::warning={path} of hv-spec has no form in JSON: {error}");
                lines.push('\n');
            }
        }
    }
    let directory = std::env::var_os("OUT_DIR").expect("cargo names the directory");
    let path = std::path::Path::new(&directory).join("spec.jsonl");
    std::fs::write(path, lines).expect("cargo's directory can be written to");
}

/// Takes away what an item is, in words, and where that stands.
#[cfg(feature = "abi")]
fn take_words_for_people(value: &mut serde_yaml::Value) {
    match value {
        serde_yaml::Value::Mapping(mapping) => {
            mapping.shift_remove("doc");
            mapping.shift_remove("source");
            mapping.values_mut().for_each(take_words_for_people);
        }
        serde_yaml::Value::Sequence(list) => list.iter_mut().for_each(take_words_for_people),
        _ => {}
    }
}

/// Takes away the types that a dialect declares in C in another form than its rule gives.
#[cfg(feature = "abi")]
fn take_declarations(value: &mut serde_yaml::Value) {
    if let serde_yaml::Value::Mapping(dialect) = value {
        dialect.shift_remove("declarations");
    }
}
