//! Writing results: to standard output, or to files that are replaced whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;
use tempfile::NamedTempFile;

use super::Failure;

/// Where a result goes.
#[derive(Args)]
pub(super) struct OutputArgs {
    /// Write here instead of to standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// Write nothing; compare with what stands there, print the difference, and fail if there is one
    #[arg(long, requires = "output")]
    pub(super) check: bool,
}

impl OutputArgs {
    /// One text to one file or to standard output.
    pub(super) fn write_text(&self, text: &str) -> Result<(), Failure> {
        match &self.output {
            None => print(text),
            Some(path) => self.write_files(&[(path.clone(), text)]),
        }
    }

    /// Files below the output directory, or one after another on standard output.
    pub(super) fn write_tree(&self, files: &[(String, String)]) -> Result<(), Failure> {
        match &self.output {
            None => print(
                &files
                    .iter()
                    .map(|(_, text)| text.as_str())
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
            Some(root) => {
                let files: Vec<_> = files
                    .iter()
                    .map(|(path, text)| (root.join(path), text.as_str()))
                    .collect();
                self.write_files(&files)
            }
        }
    }

    fn write_files(&self, files: &[(PathBuf, &str)]) -> Result<(), Failure> {
        if self.check {
            compare(files)
        } else {
            replace(files)
        }
    }
}

/// To standard output. A reader that has seen enough is no mistake.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Impossible(
            format!("standard output cannot be written: {error}"),
        )),
        _ => Ok(()),
    }
}

/// Writes every file beside its place first, and puts all in place only when all are written.
fn replace(files: &[(PathBuf, &str)]) -> Result<(), Failure> {
    let fail = |path: &Path, error: &dyn std::fmt::Display| {
        Failure::Impossible(format!("{} cannot be written: {error}", path.display()))
    };
    let mut written = Vec::new();
    for (path, text) in files {
        let directory = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        std::fs::create_dir_all(directory).map_err(|error| fail(directory, &error))?;
        let mut file = NamedTempFile::new_in(directory).map_err(|error| fail(path, &error))?;
        file.write_all(text.as_bytes())
            .map_err(|error| fail(path, &error))?;
        readable(&file, path).map_err(|error| fail(path, &error))?;
        written.push((path, file));
    }
    for (path, file) in written {
        file.persist(path)
            .map_err(|error| fail(path, &error.error))?;
    }
    Ok(())
}

/// A temporary file is private; the result has the permissions of what it replaces, or of any file.
fn readable(file: &NamedTempFile, path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let permissions = match std::fs::metadata(path) {
            Ok(metadata) => metadata.permissions(),
            Err(_) => std::fs::Permissions::from_mode(0o644),
        };
        file.as_file().set_permissions(permissions)?;
    }
    let _ = (file, path);
    Ok(())
}

/// What a file holds; nothing for one that is not there.
pub(super) fn read_or_empty(path: &Path) -> Result<String, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Failure::Impossible(format!(
            "{} cannot be read: {error}",
            path.display()
        ))),
    }
}

fn compare(files: &[(PathBuf, &str)]) -> Result<(), Failure> {
    let mut same = true;
    for (path, text) in files {
        let there = read_or_empty(path)?;
        if there != *text {
            same = false;
            let name = path.display().to_string();
            let diff = TextDiff::from_lines(there.as_str(), *text);
            print(
                &diff
                    .unified_diff()
                    .header(&name, &format!("{name} as it should be"))
                    .to_string(),
            )?;
        }
    }
    if same {
        return Ok(());
    }
    let _ = writeln!(
        std::io::stderr(),
        "the output is not up to date: run the command again without --check"
    );
    Err(Failure::Found)
}
