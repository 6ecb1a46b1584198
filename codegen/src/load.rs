//! From files to their raw content. The only module that knows serde_yaml.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnostic, KeyPath, Place};
use crate::raw;

mod decode;
pub(crate) mod tree;

use decode::{Complaint, Misfit};
use tree::{Problem, ProblemKind};

/// Larger than any chapter will be.
const SIZE_LIMIT: usize = 4 << 20;

/// One file of a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path from the root of the spec, with `/`.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The files of a spec.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// All files, by path.
    pub list: Vec<File>,
}

/// What the path of a file says about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Definitions.
    Chapter,
    /// The documents that items cite.
    Sources,
    /// The errors found in the documents.
    Errata,
    /// Names of other code bases.
    Dialect,
}

/// How the text of a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As people write it.
    Yaml,
    /// As the build wrote it for programs.
    #[cfg(feature = "abi")]
    Json,
}

impl File {
    /// What the file holds.
    pub fn role(&self) -> Role {
        match self.path.as_str() {
            "sources.yaml" => Role::Sources,
            "errata.yaml" => Role::Errata,
            path if path.starts_with("dialects/") => Role::Dialect,
            _ => Role::Chapter,
        }
    }

    /// The file's name without its directory and ending: the name of the chapter or dialect.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".yaml").unwrap_or(name)
    }
}

impl Files {
    /// The spec that this crate was built with.
    pub fn embedded() -> Self {
        let file = |&(path, text): &(&str, &str)| File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        Self {
            list: hv_spec::FILES.iter().map(file).collect(),
        }
    }

    /// The same in JSON.
    #[cfg(feature = "abi")]
    pub(crate) fn embedded_json() -> Self {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/spec.jsonl")).lines();
        let file = |(&(path, _), line): (&(&str, &str), &str)| File {
            path: path.to_owned(),
            text: line.to_owned(),
        };
        Self {
            list: hv_spec::FILES.iter().zip(lines).map(file).collect(),
        }
    }

    /// The same without the names of other code bases, which no Rust of the published spec needs: what
    /// every build that uses the macros reads.
    pub fn embedded_definitions() -> Self {
        let mut files = Self::embedded();
        files.list.retain(|file| file.role() != Role::Dialect);
        files
    }

    /// Reads a spec from a directory: `sources.yaml`, `errata.yaml` and the `.yaml` files of its
    /// directories.
    pub fn read_directory(root: &Path) -> Result<Self, Vec<Diagnostic>> {
        let mut files = Self::default();
        let mut diagnostics = Vec::new();
        files.read_into(root, "", 0, &mut diagnostics);
        if files.list.is_empty() && diagnostics.is_empty() {
            let message = format!("{} holds no spec file", root.display());
            let remedy =
                "name a directory that holds sources.yaml and chapters such as tlfs/status.yaml";
            diagnostics.push(Diagnostic::new(
                Code::Unreadable,
                whole(root),
                message,
                remedy,
            ));
        }
        if diagnostics.is_empty() {
            Ok(files)
        } else {
            Err(diagnostics)
        }
    }

    fn read_into(
        &mut self,
        root: &Path,
        below: &str,
        depth: usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let directory = root.join(below);
        let unreadable = |path: &Path, error: std::io::Error| {
            let message = format!("{} cannot be read: {error}", path.display());
            Diagnostic::new(
                Code::Unreadable,
                whole(path),
                message,
                "name a directory that exists and can be read",
            )
        };
        let entries = match fs::read_dir(&directory) {
            Ok(entries) => entries,
            Err(error) => return diagnostics.push(unreadable(&directory, error)),
        };
        let mut names: Vec<_> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        for name in names {
            let relative = if below.is_empty() {
                name.clone()
            } else {
                format!("{below}/{name}")
            };
            let path = root.join(&relative);
            if path.is_dir() {
                if depth == 0
                    && !name.starts_with('.')
                    && !matches!(name.as_str(), "src" | "target")
                {
                    self.read_into(root, &relative, depth + 1, diagnostics);
                }
            } else if name.ends_with(".yaml") {
                match fs::read(&path) {
                    Ok(bytes) => match self.add(relative, bytes) {
                        Ok(()) => {}
                        Err(diagnostic) => diagnostics.push(*diagnostic),
                    },
                    Err(error) => diagnostics.push(unreadable(&path, error)),
                }
            }
        }
    }

    /// Adds a file from its bytes.
    pub fn add(&mut self, path: String, bytes: Vec<u8>) -> Result<(), Box<Diagnostic>> {
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.list.push(File { path, text });
                Ok(())
            }
            Err(error) => {
                let message = format!(
                    "byte {} of the file is not UTF-8",
                    error.utf8_error().valid_up_to()
                );
                let remedy = "save the file as UTF-8";
                Err(Box::new(Diagnostic::new(
                    Code::NotUtf8,
                    Place::Whole(path),
                    message,
                    remedy,
                )))
            }
        }
    }

    /// Reads the file at `index` as the type that its role asks for.
    pub(crate) fn parse<T: DeserializeOwned>(
        &self,
        index: usize,
        form: Form,
    ) -> Result<T, Vec<Diagnostic>> {
        match form {
            Form::Yaml => self.parse_yaml(index),
            #[cfg(feature = "abi")]
            Form::Json => serde_json::from_str(&self.list[index].text).map_err(|error| {
                let message = format!("the file cannot be read as JSON: {error}");
                let remedy = "read the YAML";
                vec![at(index, 0..0, Code::Syntax, message, remedy)]
            }),
        }
    }

    fn parse_yaml<T: DeserializeOwned>(&self, index: usize) -> Result<T, Vec<Diagnostic>> {
        let text = &self.list[index].text;
        if text.len() > SIZE_LIMIT {
            let message = format!("the file has {} bytes", text.len());
            let remedy = format!("split it into files of at most {SIZE_LIMIT} bytes");
            return Err(vec![at(index, 0..0, Code::TooLarge, message, remedy)]);
        }
        // A reading with positions stops at the first of these; the other one would expand
        // references, and takes long over brackets that are nested deeply.
        if tree::may_have_references(text) || tree::may_be_deep(text) {
            let problems = tree::read(text).problems;
            if !problems.is_empty() {
                return Err(problems
                    .into_iter()
                    .map(|problem| describe_problem(index, problem))
                    .collect());
            }
        }
        serde_yaml::from_str(text).map_err(|error| explain::<T>(index, text, &error))
    }
}

fn whole(path: &Path) -> Place {
    Place::Whole(path.display().to_string())
}

fn at(
    file: usize,
    span: std::ops::Range<usize>,
    code: Code,
    message: impl Into<String>,
    remedy: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(
        code,
        Place::Bytes {
            path: KeyPath::file(file),
            span,
        },
        message,
        remedy,
    )
}

/// Reads a file a second time, with positions, and says all that is wrong with it.
fn explain<T: DeserializeOwned>(
    file: usize,
    text: &str,
    error: &serde_yaml::Error,
) -> Vec<Diagnostic> {
    let reading = tree::read(text);
    if !reading.problems.is_empty() {
        return reading
            .problems
            .into_iter()
            .map(|problem| describe_problem(file, problem))
            .collect();
    }
    let Some(root) = reading.root.filter(|root| root.text() != Some("")) else {
        let remedy = "write a chapter: `chapter`, `doc`, `source` and `items`";
        return vec![at(
            file,
            0..0,
            Code::EmptyFile,
            "the file holds nothing",
            remedy,
        )];
    };
    let complaints = decode::decode::<T>(&root);
    if complaints.is_empty() {
        let offset = error
            .location()
            .map_or(0, |location| location.index().min(text.len()));
        let message = format!("the file cannot be read: {error}");
        return vec![at(
            file,
            offset..offset,
            Code::Syntax,
            message,
            "write plain YAML, without tabs in the indentation",
        )];
    }
    complaints
        .into_iter()
        .map(|complaint| describe_complaint(file, complaint))
        .collect()
}

fn describe_problem(file: usize, problem: Problem) -> Diagnostic {
    let (code, message, remedy) = match problem.kind {
        ProblemKind::Syntax(info) => (
            Code::Syntax,
            format!("this is not YAML: {info}"),
            "check quotes, brackets and indentation (spaces, no tabs)",
        ),
        ProblemKind::Reference(what) => (
            Code::Reference,
            format!("the spec uses no {what}"),
            "write the value out where it belongs",
        ),
        ProblemKind::DuplicateKey(key) => (
            Code::DuplicateKey,
            format!("the key `{key}` stands twice in this mapping"),
            "keep one of them",
        ),
        ProblemKind::TooDeep => (
            Code::TooLarge,
            "the nesting is too deep".to_owned(),
            "write the item flat",
        ),
        ProblemKind::SecondDocument => (
            Code::Syntax,
            "a second YAML document starts here".to_owned(),
            "put it into a file of its own",
        ),
    };
    let diagnostic = at(file, problem.span, code, message, remedy);
    match problem.first {
        Some(span) => diagnostic.and(
            Place::Bytes {
                path: KeyPath::file(file),
                span,
            },
            "the first one",
        ),
        None => diagnostic,
    }
}

fn describe_complaint(file: usize, complaint: Complaint) -> Diagnostic {
    let list = |words: &[&str]| {
        words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (code, message, remedy) = match complaint.misfit {
        Misfit::UnknownKey { key, expected } => {
            let remedy = match nearest(&key, expected) {
                Some(near) => format!("write `{near}`"),
                None => format!("the keys here are {}", list(expected)),
            };
            (
                Code::UnknownKey,
                format!("the key `{key}` means nothing here"),
                remedy,
            )
        }
        Misfit::UnknownWord { word, expected } if expected == raw::KINDS => {
            let message = format!("`{word}` is not a kind of item");
            (
                Code::UnknownKind,
                message,
                format!("start the item with its kind: {}", list(expected)),
            )
        }
        Misfit::UnknownWord { word, expected } => (
            Code::WrongValue,
            format!("`{word}` means nothing here"),
            format!("write one of {}", list(expected)),
        ),
        Misfit::MissingKey(key) => (
            Code::MissingKey,
            format!("the key `{key}` is missing"),
            format!("add `{key}: …`"),
        ),
        Misfit::WrongValue(message) if message.contains("stands where") => (
            Code::WrongValue,
            message,
            "write a value of that form".to_owned(),
        ),
        Misfit::WrongValue(message) => (
            Code::WrongValue,
            message,
            "see FORMAT.md for the form".to_owned(),
        ),
    };
    let path = KeyPath {
        file,
        steps: complaint.path,
    };
    Diagnostic::new(
        code,
        Place::Bytes {
            path,
            span: complaint.span,
        },
        message,
        remedy,
    )
}

/// The word of a list that a misspelt word probably stands for.
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>,
) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| candidate.as_ref())
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many characters must change to make one word the other (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, left_char) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right_char) in right.iter().enumerate() {
            let change = diagonal + usize::from(left_char != *right_char);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}
