//! From a file to reports: finding its type descriptions, reading them, and holding them against the
//! spec.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::binary::{Image, Source};
use super::btf::{Btf, Section};
use super::check::Checker;
use super::dwarf::Dwarf;
use super::foreign::{Found, ReadError, Wanted};
use super::report::Report;
use crate::arch::Arch;
use crate::coverage::Index;
use crate::model::Model;

/// What files are held against, and where things that belong to them are.
#[derive(Debug)]
pub struct Inspector<'m> {
    model: &'m Model,
    index: &'m Index<'m>,
    wanted: Wanted,
    /// The architecture of files that do not say.
    pub arch: Option<Arch>,
    /// The BTF that split ones continue.
    pub base: Option<PathBuf>,
    /// Where debug information stands that was taken away from its file.
    pub debug_directories: Vec<PathBuf>,
    /// The base that was read last: the modules of a kernel share theirs, which may have to be decompressed.
    last_base: Mutex<Option<(PathBuf, Arc<[u8]>)>>,
}

/// What is read of one file, in one form and for one architecture.
struct Gathered {
    arch: Option<Arch>,
    form: &'static str,
    found: Found,
}

impl<'m> Inspector<'m> {
    /// An inspector for a spec.
    pub fn new(model: &'m Model, index: &'m Index<'m>) -> Self {
        Self {
            model,
            index,
            wanted: Wanted::new(index),
            arch: None,
            base: None,
            debug_directories: Vec::new(),
            last_base: Mutex::default(),
        }
    }

    /// Whether a number of this name is looked for.
    pub fn wants_number(&self, name: &str) -> bool {
        self.wanted.has_number(name.as_bytes())
    }

    /// What compares for an architecture.
    pub fn checker(&self, arch: Arch) -> Checker<'m, '_> {
        Checker::new(self.model, self.index, &self.wanted, arch)
    }

    /// What came out for a file.
    pub fn inspect(&self, path: &Path) -> Result<Vec<Report<'m>>, ReadError> {
        self.inspect_source(&Source::open(path)?)
    }

    /// What came out for an open file.
    pub fn inspect_source(&self, source: &Source) -> Result<Vec<Report<'m>>, ReadError> {
        let mut gathered: Vec<Gathered> = Vec::new();
        let images = source.images()?;
        let is_archive = images.len() > 1;
        for image in &images {
            let before = gathered.len();
            self.read(source, image, &mut gathered)?;
            // An archive may well have members without any.
            if gathered.len() == before && !is_archive {
                let gaps = image.gaps.join("; ");
                return Err(ReadError::new(format!(
                    "it describes no types: it has neither DWARF nor BTF{}{gaps}; build it with -g, or name the file with its debug information",
                    if gaps.is_empty() {
                        ""
                    } else {
                        " that can be read: "
                    }
                )));
            }
        }
        Ok(self.reports(source.name(), gathered))
    }

    fn read(
        &self,
        source: &Source,
        image: &Image<'_>,
        gathered: &mut Vec<Gathered>,
    ) -> Result<(), ReadError> {
        let mut add = |form, mut found: Found| {
            found.gaps.extend(image.gaps.iter().cloned());
            gathered.push(Gathered {
                arch: image.arch,
                form,
                found,
            });
        };
        if !image.dwarf.is_empty() {
            add(
                "DWARF",
                Dwarf::read(image.dwarf.sections())?.find(&self.wanted),
            );
        }
        if let Some(bytes) = &image.btf {
            match self.btf(source, image, bytes) {
                Ok(found) => add("BTF", found),
                // What DWARF tells is enough.
                Err(ReadError(text)) if !image.dwarf.is_empty() => {
                    if let Some(last) = gathered.last_mut() {
                        last.found.gaps.push(format!("BTF: {text}"));
                    }
                }
                Err(error) => return Err(error),
            }
        }
        if image.is_empty() {
            // The debug information may stand elsewhere.
            let Some(place) = image
                .debug_files(source, &self.debug_directories)
                .into_iter()
                .next()
            else {
                return Ok(());
            };
            let elsewhere = Source::open(&place)?;
            for image in elsewhere.images()? {
                if !image.is_empty() {
                    self.read(&elsewhere, &image, gathered)?;
                }
            }
        }
        Ok(())
    }

    fn btf(&self, source: &Source, image: &Image<'_>, bytes: &[u8]) -> Result<Found, ReadError> {
        let alone = Section::read(bytes, None)?;
        if image.btf_base.is_none() && !alone.needs_base() {
            return Ok(Btf::new(&alone, None).find(&self.wanted));
        }
        if let (Some(base), None) = (&image.btf_base, &self.base) {
            let base = Section::read(base, None)?;
            let split = Section::read(bytes, Some(&base))?;
            return Ok(Btf::new(&split, Some(&base)).find(&self.wanted));
        }
        // The kernel shows the BTF of modules beside its own.
        let beside = source.path().with_file_name("vmlinux");
        let base = match &self.base {
            Some(base) => base.clone(),
            None if beside.is_file() && beside != source.path() => beside,
            None => {
                return Err(ReadError::new(
                    "its BTF continues that of a kernel; name the kernel with --base",
                ));
            }
        };
        let base = self.btf_of_base(&base)?;
        let base = Section::read(&base, None)?;
        let split = Section::read(bytes, Some(&base))?;
        Ok(Btf::new(&split, Some(&base)).find(&self.wanted))
    }

    fn btf_of_base(&self, path: &Path) -> Result<Arc<[u8]>, ReadError> {
        let mut last = self
            .last_base
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = last.as_ref().filter(|(read, _)| read == path) {
            return Ok(Arc::clone(bytes));
        }
        let base = Source::open(path)
            .map_err(|ReadError(text)| ReadError::new(format!("{}: {text}", path.display())))?;
        let images = base.images()?;
        let Some(bytes) = images.iter().find_map(|image| image.btf.as_ref()) else {
            return Err(ReadError::new(format!("{} has no BTF", base.name())));
        };
        let bytes: Arc<[u8]> = Arc::from(&**bytes);
        *last = Some((path.to_owned(), Arc::clone(&bytes)));
        Ok(bytes)
    }

    /// One report for each form and architecture of a file.
    fn reports(&self, name: &str, gathered: Vec<Gathered>) -> Vec<Report<'m>> {
        let mut groups: Vec<Gathered> = Vec::new();
        for one in gathered {
            match groups
                .iter_mut()
                .find(|group| (group.arch, group.form) == (one.arch, one.form))
            {
                Some(group) => {
                    group.found.declarations.extend(one.found.declarations);
                    group.found.unknown.extend(one.found.unknown);
                    group.found.gaps.extend(one.found.gaps);
                }
                None => groups.push(one),
            }
        }
        groups
            .into_iter()
            .map(|group| self.report(name, group.arch, group.form, group.found))
            .collect()
    }

    /// The report of what was found.
    pub fn report(
        &self,
        name: &str,
        arch: Option<Arch>,
        form: &'static str,
        mut found: Found,
    ) -> Report<'m> {
        let taken = arch.or(self.arch).unwrap_or(HOST);
        let checker = self.checker(taken);
        found.declarations.sort();
        let mut seen = HashSet::new();
        found
            .declarations
            .retain(|one| seen.insert((one.path.clone(), one.layout.clone())));
        // A name that is only announced in one unit is defined in another.
        let defined: HashSet<String> = found
            .declarations
            .iter()
            .filter(|one| one.layout.gap.is_none())
            .map(|one| one.path.clone())
            .collect();
        found
            .declarations
            .retain(|one| one.layout.gap.is_none() || !defined.contains(&one.path));
        let findings = found
            .declarations
            .iter()
            .filter_map(|declaration| checker.check(declaration));
        Report {
            name: name.to_owned(),
            arch: taken,
            arch_is_known: arch.is_some(),
            form,
            findings: findings.collect(),
            numbers: 0,
            unknown: found.unknown.into_iter().collect(),
            gaps: found.gaps,
        }
    }
}

/// The machine that this runs on: what it has in memory is for it.
const HOST: Arch = if cfg!(target_arch = "aarch64") {
    Arch::Arm64
} else {
    Arch::X64
};
