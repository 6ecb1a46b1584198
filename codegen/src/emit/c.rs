//! C headers in the dialects of the spec: one function for each kind of item.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::arch::Arch;
use crate::model::{
    Dialect, DialectFile, Direction, Headers, Ioctl, Item, ItemId, Kind, Model, Value,
};

mod bitfields;
mod comments;
mod declarations;
mod enums;
mod file;
mod kernel_doc;
mod macros;
mod records;
mod types;

/// A header and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The path below the output directory.
    pub path: String,
    /// The text.
    pub text: String,
}

/// What to print.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The one architecture to print for; for both, with conditions, if there is none.
    pub arch: Option<Arch>,
    /// The items that are wanted, and what they need; all if there are none.
    pub only: Vec<ItemId>,
    /// The licence expression instead of the dialect's own.
    pub spdx: Option<String>,
    /// Names that exist already: values of enums and macros that are not printed again.
    pub omit: BTreeSet<String>,
    /// How the headers were made, for their first comment.
    pub command: String,
}

/// What the functions of this module share.
pub(crate) struct Emitter<'m> {
    pub(crate) model: &'m Model,
    pub(crate) dialect: &'m Dialect,
    /// The settings of the dialect for headers.
    pub(crate) style: &'m Headers,
    pub(crate) options: &'m Options,
    /// The architecture of the file that is written, if it is for one.
    pub(crate) file_arch: Option<Arch>,
}

impl<'m> Emitter<'m> {
    /// Nothing for a dialect without headers.
    pub(crate) fn new(
        model: &'m Model,
        dialect: &'m Dialect,
        options: &'m Options,
    ) -> Option<Self> {
        Some(Self {
            model,
            dialect,
            style: dialect.headers.as_ref()?,
            options,
            file_arch: None,
        })
    }

    /// The same for a file.
    pub(crate) fn of_file(&self, file: &DialectFile) -> Self {
        Self {
            file_arch: file.arch,
            ..*self
        }
    }

    /// The name of an item that the dialect has.
    pub(crate) fn item_name(&self, item: &Item) -> String {
        self.dialect
            .item_name(item)
            .unwrap_or_else(|| item.name.clone())
    }

    /// The name of a value of an enum that the dialect has.
    pub(crate) fn value_name(&self, owner: &Item, value: &Value) -> String {
        self.dialect
            .value_name(owner, value)
            .unwrap_or_else(|| value.name.clone())
    }

    /// The name of a field, bit range or member.
    pub(crate) fn part_name(&self, item: &Item, part: &str) -> String {
        self.dialect
            .part_name(item, part)
            .unwrap_or_else(|| part.to_owned())
    }
}

/// All headers of a dialect; none for one that has only names.
pub fn headers(model: &Model, dialect: &Dialect, options: &Options) -> Vec<Header> {
    let Some(emitter) = Emitter::new(model, dialect, options) else {
        return Vec::new();
    };
    let wanted = emitter.wanted();
    let files = emitter.style.files.iter().map(|file| DialectFile {
        items: file
            .items
            .iter()
            .copied()
            .filter(|id| wanted.contains(id))
            .collect(),
        ..file.clone()
    });
    let on_arch = |file: &DialectFile| {
        let other = |arch| file.arch.is_some_and(|own| own != arch);
        !options.arch.is_some_and(other)
    };
    let files: Vec<DialectFile> = files
        .filter(|file| on_arch(file) && !(file.items.is_empty() && file.macros.is_empty()))
        .collect();
    files
        .iter()
        .enumerate()
        .map(|(at, file)| emitter.of_file(file).file(&files[..at], file))
        .collect()
}

/// Only the wanted items and what they need, without the frame of a file: a snippet for a patch. Also
/// what the dialect's own headers have not, where they could.
pub fn snippet(model: &Model, dialect: &Dialect, options: &Options) -> String {
    let all = dialect.with_offers();
    let Some(emitter) = Emitter::new(model, &all, options) else {
        return String::new();
    };
    let wanted = emitter.wanted();
    let mut out: String = options
        .only
        .iter()
        .map(|id| emitter.number_of(model.item(*id)))
        .collect();
    for file in &emitter.style.files {
        let ids = file.items.iter().copied().filter(|id| wanted.contains(id));
        let items = emitter.of_file(file).items(&ids.collect::<Vec<_>>());
        if !out.is_empty() && !items.is_empty() {
            out.push('\n');
        }
        out.push_str(&items);
    }
    out
}

impl Emitter<'_> {
    /// The declarations of items, in order.
    pub(crate) fn items(&self, ids: &[ItemId]) -> String {
        let mut out = String::new();
        let mut after_macro = false;
        let mut merged: BTreeSet<ItemId> = BTreeSet::new();
        for item in ids.iter().map(|id| self.model.item(*id)) {
            if merged.contains(&item.id) {
                continue;
            }
            let mut text = self.item(item);
            if text.is_empty() {
                out.push_str(&self.macros_of(item));
                continue;
            }
            text = match self.partner(item, ids) {
                Some((partner, both)) => {
                    merged.insert(partner);
                    both
                }
                None => self.conditional(item, text),
            };
            // Macros stand together, everything else apart.
            let is_macro = matches!(item.kind, Kind::Constant(_) | Kind::Msr(_) | Kind::Ioctl(_));
            let stays_together = is_macro && after_macro;
            if !out.is_empty() && !stays_together {
                out.push('\n');
            }
            after_macro = is_macro;
            out.push_str(&text);
            out.push_str(&self.macros_of(item));
        }
        out
    }

    /// The item of the same name on the other architecture, where its declaration is the same but for
    /// the assertions; and the declaration for both.
    fn partner(&self, item: &Item, ids: &[ItemId]) -> Option<(ItemId, String)> {
        let arch = item.arches.single()?;
        if self.options.arch.is_some() || self.file_arch.is_some() || !item.split {
            return None;
        }
        let other = Arch::ALL.into_iter().find(|other| *other != arch)?;
        let partner = self.model.find(&item.name, other)?;
        let has_macros = |id| self.dialect.macros.iter().any(|body| body.item == id);
        if !ids.contains(&partner.id) || has_macros(item.id) || has_macros(partner.id) {
            return None;
        }
        let (text, other_text) = (self.item(item), self.item(partner));
        let is_assertion = |line: &&str| {
            let assert = self.style.assert.as_deref();
            assert.is_some_and(|assert| line.starts_with(&format!("{assert}(")))
        };
        let (own, body): (Vec<&str>, Vec<&str>) = text.lines().partition(is_assertion);
        let (others, other_body): (Vec<&str>, Vec<&str>) =
            other_text.lines().partition(is_assertion);
        if body != other_body {
            return None;
        }
        let lines = |lines: Vec<&str>| -> String {
            lines.into_iter().map(|line| format!("{line}\n")).collect()
        };
        let mut out = lines(body);
        let shared = |line: &&str| own.contains(line) && others.contains(line);
        out.push_str(&lines(own.iter().copied().filter(shared).collect()));
        for (arch, all) in [(arch, &own), (other, &others)] {
            let text = lines(all.iter().copied().filter(|line| !shared(line)).collect());
            if !text.is_empty() {
                out.push_str(&self.under(arch, text));
            }
        }
        Some((partner.id, out))
    }

    fn item(&self, item: &Item) -> String {
        let (mut declarations, stands_for_item) = self.declarations(item);
        if stands_for_item {
            return declarations;
        }
        let by_rule = self.item_by_rule(item);
        if !by_rule.is_empty() && !declarations.is_empty() {
            declarations.insert(0, '\n');
        }
        by_rule + &declarations
    }

    /// The number of an item that is a value of an enum: of a call, a register, a message. With the
    /// enum it would come with all others.
    fn number_of(&self, item: &Item) -> String {
        let collected = self.model.collected(item);
        match collected.filter(|(owner, ..)| self.dialect.declares(owner)) {
            Some((owner, body, value)) => {
                let name = self.value_name(owner, value);
                let number = self.literal_of_list(value.value, body.storage, u64::MAX);
                let comment = self.comment(&item.facts, "");
                format!("{comment}#define {name}{}{number}\n", self.gap(&name))
            }
            None => String::new(),
        }
    }

    /// Whether the dialect or somebody else has the name already.
    pub(crate) fn is_taken(&self, name: &str) -> bool {
        self.options.omit.contains(name) || self.dialect.is_grouped(name)
    }

    fn item_by_rule(&self, item: &Item) -> String {
        let is_macro = matches!(item.kind, Kind::Constant(_) | Kind::Msr(_) | Kind::Ioctl(_));
        if is_macro && self.is_taken(&self.item_name(item)) {
            return String::new();
        }
        match &item.kind {
            Kind::Constant(body) => self.define(item, &self.literal(body.value, body.storage)),
            Kind::Msr(body) => self.define(item, &format!("{:#010x}", body.number)),
            Kind::Ioctl(body) => self.define(item, &self.request(body)),
            Kind::Alias(body) => self.alias(item, body),
            Kind::Enum(body) => self.r#enum(item, body),
            Kind::Bitfield(body) => self.bitfield(item, body),
            Kind::Struct(body) => self.r#struct(item, body),
            Kind::Union(body) => self.union(item, body),
            // These are values of the enum that collects them.
            Kind::Register(_)
            | Kind::StatusCode(_)
            | Kind::Message(_)
            | Kind::Cpuid(_)
            | Kind::Hypercall(_) => String::new(),
        }
    }

    /// Text that only the compilers for the architecture of the item see, where a name means
    /// something else on the other one, or needs a file that the other has not.
    fn conditional(&self, item: &Item, text: String) -> String {
        let apart = item.arches.single().filter(|_| self.is_apart(item));
        let confined = self.style.confined.get(&item.id).copied();
        match apart.or(confined) {
            Some(arch) => self.under(arch, text),
            None => text,
        }
    }

    /// Whether the name of the item, or of what it uses, is declared for each architecture apart.
    fn is_apart(&self, item: &Item) -> bool {
        item.arches.single().is_some()
            && (self.shares_name(item)
                || self
                    .dialect
                    .dependencies(self.model, item)
                    .into_iter()
                    .any(|id| self.is_apart(self.model.item(id))))
    }

    /// Whether the dialect has the name of the item for something else on the other architecture.
    fn shares_name(&self, item: &Item) -> bool {
        let others = Arch::ALL.into_iter().filter(|_| item.split);
        let mut others = others.filter_map(|arch| self.model.find(&item.name, arch));
        let name = self.dialect.item_name(item);
        others.any(|other| other.id != item.id && self.dialect.item_name(other) == name)
    }

    /// The number of a request of a device, in the way of the dialect.
    fn request(&self, body: &Ioctl) -> String {
        if !self.style.ioctl_macros {
            return format!("{:#010x}U", body.request);
        }
        let name = match body.direction {
            Direction::None => "_IO",
            Direction::Write => "_IOW",
            Direction::Read => "_IOR",
            Direction::ReadWrite => "_IOWR",
        };
        let argument = body.argument.as_ref();
        let argument = argument.map(|r#type| format!(", {}", self.type_name(r#type)));
        format!(
            "{name}({:#04x}, {:#04x}{})",
            body.magic,
            body.number,
            argument.unwrap_or_default()
        )
    }

    fn define(&self, item: &Item, value: &str) -> String {
        let mut out = self.comment(&item.facts, "");
        let name = self.item_name(item);
        let _ = writeln!(out, "#define {name}{}{value}", self.gap(&name));
        out
    }

    /// What aligns the values of macros: to column 48 with tabs or one space.
    fn gap(&self, name: &str) -> String {
        let column = "#define ".len() + name.len();
        let tabs = 48usize.saturating_sub(column).div_ceil(8).max(1);
        "\t".repeat(tabs)
    }
}
