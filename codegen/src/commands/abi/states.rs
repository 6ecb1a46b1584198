//! A state of the spec as the command line names it: a snapshot, a directory or a git revision.

use std::path::Path;
use std::process::Command;

use crate::abi::snapshot::Snapshot;
use crate::commands::{Failure, render};
use crate::diagnostic::locate;
use crate::load::Files;
use crate::model::Model;

/// The directory of the spec within a repository, and the snapshot in it.
const SPEC: &str = "spec";
const SNAPSHOT: &str = "spec/abi.json";

/// The snapshot of a state. A file is a snapshot, a directory is a spec, and everything else is a
/// revision of the git repository around the current directory, whose spec is in `spec`.
pub(super) fn read(state: &str) -> Result<Snapshot, Failure> {
    let path = Path::new(state);
    if path.is_dir() {
        let files = Files::read_directory(path).map_err(|diagnostics| {
            let none = Files::default();
            render::print(&none, &locate(&none, diagnostics));
            Failure::Found
        })?;
        return of_files(&files, state);
    }
    if path.is_file() {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::Impossible(format!("{state} cannot be read: {error}")))?;
        return Snapshot::parse(&text)
            .map_err(|error| Failure::Impossible(format!("{state} is {error}")));
    }
    revision(state)
}

fn of_files(files: &Files, state: &str) -> Result<Snapshot, Failure> {
    match Model::new(files) {
        Ok(model) => Ok(Snapshot::new(&model)),
        Err(diagnostics) => Err(Failure::Impossible(format!(
            "the spec of {state} has {} mistakes for this program, the first: {}",
            diagnostics.len(),
            locate(files, diagnostics)
                .first()
                .map(ToString::to_string)
                .unwrap_or_default()
        ))),
    }
}

/// The committed snapshot of a revision, or where it has none the one that its spec gives.
fn revision(name: &str) -> Result<Snapshot, Failure> {
    let verified = git(&[
        "rev-parse",
        "--verify",
        "--quiet",
        &format!("{name}^{{commit}}"),
    ]);
    let Some(commit) = verified
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
    else {
        return Err(Failure::Impossible(format!(
            "`{name}` is no file, no directory and no git revision here; name a snapshot, a directory with a spec, or a revision"
        )));
    };
    let commit = commit.trim();
    if let Ok(bytes) = git(&["show", &format!("{commit}:{SNAPSHOT}")]) {
        return Snapshot::parse(&String::from_utf8_lossy(&bytes))
            .map_err(|error| Failure::Impossible(format!("{SNAPSHOT} of {name} is {error}")));
    }
    let listed = git(&[
        "ls-tree",
        "-r",
        "-z",
        "--name-only",
        "--full-tree",
        commit,
        SPEC,
    ])
    .map_err(Failure::Impossible)?;
    let mut files = Files::default();
    for path in String::from_utf8_lossy(&listed).split('\0') {
        let below = path.strip_prefix("spec/").unwrap_or_default();
        let of_spec = below.ends_with(".yaml") && below.matches('/').count() <= 1;
        if !of_spec {
            continue;
        }
        let bytes = git(&["show", &format!("{commit}:{path}")]).map_err(Failure::Impossible)?;
        files.add(below.to_owned(), bytes).map_err(|diagnostic| {
            Failure::Impossible(format!("{path} of {name}: {}", diagnostic.message))
        })?;
    }
    if files.list.is_empty() {
        return Err(Failure::Impossible(format!(
            "{name} has no spec in `{SPEC}`"
        )));
    }
    of_files(&files, name)
}

/// What git prints, or what it complains of.
fn git(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(format!("git {}: {}", arguments.join(" "), complaint.trim()))
    }
}
