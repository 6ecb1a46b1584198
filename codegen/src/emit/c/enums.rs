//! Enums: an integer type and macros, or a C enum where the dialect has them.

use std::fmt::Write;

use super::Emitter;
use super::comments::block;
use crate::model::{Enum, EnumStyle, Item, TypeStyle, Value};

impl Emitter<'_> {
    pub(super) fn r#enum(&self, item: &Item, body: &Enum) -> String {
        let mut out = self.type_comment(item);
        if self.style.types == TypeStyle::Typedef {
            let _ = writeln!(
                out,
                "typedef {} {};",
                self.style.integer(body.storage),
                self.item_name(item)
            );
        }
        let all = body.values.iter().filter(|value| self.has(value));
        let (taken, values): (Vec<&Value>, Vec<&Value>) =
            all.partition(|value| self.is_taken(&self.value_name(item, value)));
        if values.is_empty() && !taken.is_empty() {
            return String::new();
        }
        let highest = values.iter().map(|value| value.value).max().unwrap_or(0);
        let style = self.dialect.enum_style(item);
        // A C enum holds 32 bits; that its storage is wider or narrower is for the dialect to say.
        let fits = body.storage.bytes == 4 || self.dialect.has_own_style(item);
        let is_enum = style != EnumStyle::Define && fits && !values.is_empty() && taken.is_empty();
        if is_enum {
            let tag = match style {
                EnumStyle::Anonymous => String::new(),
                _ => format!(" {}", self.item_name(item)),
            };
            let _ = writeln!(out, "enum{tag} {{");
        }
        for value in values {
            let name = self.value_name(item, value);
            if is_enum {
                let _ = writeln!(
                    out,
                    "\t{name}{}= {},",
                    self.enum_gap(&name),
                    self.literal_of_list(value.value, body.storage, highest)
                );
            } else {
                let _ = writeln!(
                    out,
                    "#define {name}{}{}",
                    self.gap(&name),
                    self.literal_of_list(value.value, body.storage, highest)
                );
            }
        }
        if is_enum {
            out.push_str("};\n");
        }
        out
    }

    /// Whether a value exists in what is printed.
    fn has(&self, value: &Value) -> bool {
        self.options
            .arch
            .is_none_or(|arch| value.arches.contains(arch))
    }

    fn enum_gap(&self, name: &str) -> String {
        let column = 8 + name.len();
        "\t".repeat(48usize.saturating_sub(column).div_ceil(8).max(1))
    }

    /// The comment of a part, in its own line.
    pub(super) fn part_comment(&self, doc: Option<&str>) -> String {
        doc.map_or_else(String::new, |doc| block(doc, "\t"))
    }
}
