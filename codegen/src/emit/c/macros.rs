//! Macros that only a dialect has.

use std::fmt::Write;

use super::Emitter;
use super::comments::block;
use crate::arch::Arch;
use crate::model::{Item, Macro, MacroGroup, Number};
use crate::types::Int;

/// The width of a line that holds an expression.
const LINE: usize = 96;

impl Emitter<'_> {
    /// The macros that stand after the item that they are made of.
    pub(crate) fn macros_of(&self, item: &Item) -> String {
        let macros = self.dialect.macros.iter();
        let mut own: Vec<&Macro> = macros
            .filter(|body| body.item == item.id && !self.is_taken(&body.name))
            .collect();
        own.sort_by_key(|body| body.value);
        own.into_iter()
            .map(|body| {
                let is_whole = body.arches.single().is_none();
                let text = self.r#macro(body);
                if is_whole {
                    self.conditional(item, text)
                } else {
                    text
                }
            })
            .collect()
    }

    /// Macros that a file holds together.
    pub(super) fn macro_group(&self, group: &MacroGroup) -> String {
        let macros = group.names.iter().map(|name| self.macros_named(name));
        block(&group.doc, "") + &macros.collect::<String>()
    }

    /// The definitions of a macro, one for each architecture if it needs several.
    pub(crate) fn macros_named(&self, name: &str) -> String {
        let mut out = String::new();
        {
            let macros = self.dialect.macros.iter();
            let mut bodies = macros.filter(|body| body.name == name);
            let (first, second) = (bodies.next(), bodies.next());
            match (first, second) {
                // The same number, made of something else on each architecture.
                (Some(one), Some(other)) if self.define_macro(one) == self.define_macro(other) => {
                    out.push_str(&self.define_macro(one));
                }
                _ => {
                    let bodies = first.into_iter().chain(second);
                    out.extend(bodies.map(|body| self.r#macro(body)));
                }
            }
        }
        out
    }

    fn r#macro(&self, body: &Macro) -> String {
        let here = self.options.arch.or(self.file_arch);
        if here.is_some_and(|arch| !body.arches.contains(arch)) {
            return String::new();
        }
        let out = self.define_macro(body);
        match body.arches.single() {
            // The name stands for something else on the other architecture.
            Some(arch) if self.is_on_each(&body.name) => self.under(arch, out),
            Some(arch) => self.under_unless_alone(arch, body, out),
            None => out,
        }
    }

    /// A macro without a condition.
    fn define_macro(&self, body: &Macro) -> String {
        let value = body
            .text
            .clone()
            .unwrap_or_else(|| self.macro_value(body.value.unwrap_or(0), body));
        let mut out = body
            .doc
            .as_deref()
            .map_or_else(String::new, |doc| block(doc, ""));
        let mut name = body.name.clone();
        if !body.parameters.is_empty() {
            let _ = write!(name, "({})", body.parameters.join(", "));
        }
        let gap = self.gap(&name);
        let width = "#define ".len() + name.len() + 8 * gap.len() + value.len();
        let gap = match body.text {
            // An expression that makes the line too long gets one of its own.
            Some(_) if width > LINE => "\t\\\n\t\t".to_owned(),
            _ => gap,
        };
        let _ = writeln!(out, "#define {name}{gap}{value}");
        out
    }

    /// A macro of one architecture whose item has its name on both.
    fn under_unless_alone(&self, arch: Arch, body: &Macro, text: String) -> String {
        if self.is_apart(self.model.item(body.item)) {
            self.under(arch, text)
        } else {
            text
        }
    }

    fn macro_value(&self, value: u64, body: &Macro) -> String {
        let storage = Int {
            bytes: body.bytes,
            signed: false,
        };
        let suffix = if body.bytes == 8 { "_ULL" } else { "" };
        match body.number {
            Number::Mask if self.style.bit_macros && value != 0 => {
                let (low, high) = (value.trailing_zeros(), 63 - value.leading_zeros());
                if low == high {
                    format!("BIT{suffix}({low})")
                } else {
                    format!("GENMASK{suffix}({high}, {low})")
                }
            }
            Number::Shift if self.style.plain_numbers => value.to_string(),
            Number::Plain if body.is_listed => self.literal_of_list(value, storage, u64::MAX),
            _ => self.literal(value, storage),
        }
    }

    /// Whether a macro exists once for each architecture.
    fn is_on_each(&self, name: &str) -> bool {
        self.dialect
            .macros
            .iter()
            .filter(|body| body.name == name)
            .count()
            > 1
    }
}
