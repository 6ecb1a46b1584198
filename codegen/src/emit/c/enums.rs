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
        let values: Vec<&Value> = body.values.iter().filter(|value| self.has(value)).collect();
        let is_enum =
            self.style.enums == EnumStyle::Enum && body.storage.bytes == 4 && !values.is_empty();
        if is_enum {
            let _ = writeln!(out, "enum {} {{", self.item_name(item));
        }
        for value in values {
            let name = self.value_name(item, value);
            if is_enum {
                let _ = writeln!(
                    out,
                    "\t{name}{}= {},",
                    self.enum_gap(&name),
                    self.literal(value.value, body.storage)
                );
            } else {
                let _ = writeln!(
                    out,
                    "#define {name}{}{}",
                    self.gap(&name),
                    self.literal(value.value, body.storage)
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
