//! Structs and unions, each with the assertions of its layout.

use std::fmt::Write;

use super::Emitter;
use super::kernel_doc::Described;
use crate::model::{Field, Item, Struct, Type, TypeStyle, Union};

impl Emitter<'_> {
    pub(super) fn r#struct(&self, item: &Item, body: &Struct) -> String {
        let name = self.item_name(item);
        let members: Vec<Described<'_>> = body
            .fields
            .iter()
            .chain(&body.tail)
            .map(|field| Described {
                name: self.field_name(item, field),
                doc: field.facts.doc.as_deref(),
                is_reserved: field.reserved,
            })
            .collect();
        let (mut out, is_whole) = self.record_comment("struct", item, &members);
        let nested_tail = body.fields.iter().any(|field| self.has_tail(&field.r#type));
        self.open(&mut out, "struct", &name, nested_tail);
        for field in &body.fields {
            if !is_whole {
                out.push_str(&self.part_comment(field.facts.doc.as_deref()));
            }
            let _ = writeln!(
                out,
                "\t{};",
                self.declaration_of(&field.r#type, &self.field_name(item, field))
            );
        }
        if let Some(tail) = &body.tail {
            let declaration = self.declaration_of(&tail.r#type, &self.field_name(item, tail));
            let _ = writeln!(out, "\t{}{declaration}[];", self.extension());
        }
        let packed = self.style.pack_all || body.unaligned;
        self.close(&mut out, &name, packed, body.align, body.natural_align);
        self.total(&mut out, item, body.size, (!packed).then_some(body.align));
        let type_name = self.type_name(&Type::Item(item.id));
        for field in &body.fields {
            let condition = format!(
                "offsetof({type_name}, {}) == {}",
                self.field_name(item, field),
                field.offset
            );
            self.assert(&mut out, &condition);
        }
        out
    }

    pub(super) fn union(&self, item: &Item, body: &Union) -> String {
        let name = self.item_name(item);
        let members: Vec<Described<'_>> = body
            .members
            .iter()
            .map(|member| Described {
                name: self.part_name(item, &member.name),
                doc: member.facts.doc.as_deref(),
                is_reserved: false,
            })
            .collect();
        let (mut out, is_whole) = self.record_comment("union", item, &members);
        let nested_tail = body
            .members
            .iter()
            .any(|member| self.has_tail(&member.r#type));
        self.open(&mut out, "union", &name, nested_tail);
        for member in &body.members {
            if !is_whole {
                out.push_str(&self.part_comment(member.facts.doc.as_deref()));
            }
            let member_name = self.part_name(item, &member.name);
            let _ = writeln!(
                out,
                "\t{};",
                self.declaration_of(&member.r#type, &member_name)
            );
        }
        let packed = self.style.pack_all;
        self.close(&mut out, &name, packed, body.align, body.natural_align);
        self.total(&mut out, item, body.size, (!packed).then_some(body.align));
        out
    }

    /// The comment of a record, and whether it describes the members too.
    fn record_comment(
        &self,
        keyword: &str,
        item: &Item,
        members: &[Described<'_>],
    ) -> (String, bool) {
        let record = format!("{keyword} {}", self.item_name(item));
        match self.kernel_doc(&record, &self.type_text(item), members) {
            Some(whole) => (whole, true),
            None => (self.type_comment(item), false),
        }
    }

    /// The name of a field, or one that says that it has none.
    pub(crate) fn field_name(&self, item: &Item, field: &Field) -> String {
        match &field.name {
            Some(name) => self.part_name(item, name),
            None => self.reserved_name(&field.rust),
        }
    }

    /// Whether a type ends with elements of any number, which ISO C lets stand at the end only.
    fn has_tail(&self, r#type: &Type) -> bool {
        match self.model.plain(r#type) {
            Type::Item(id) => match &self.model.item(*id).kind {
                crate::model::Kind::Struct(body) => {
                    body.tail.is_some()
                        || body
                            .fields
                            .last()
                            .is_some_and(|last| self.has_tail(&last.r#type))
                }
                crate::model::Kind::Union(body) => body
                    .members
                    .iter()
                    .any(|member| self.has_tail(&member.r#type)),
                _ => false,
            },
            _ => false,
        }
    }

    /// The first line. ISO C has no record that holds one with a tail; the whole declaration is an
    /// extension then.
    fn open(&self, out: &mut String, keyword: &str, name: &str, nested_tail: bool) {
        let extension = if nested_tail {
            self.extension()
        } else {
            String::new()
        };
        let _ = match self.style.types {
            TypeStyle::Typedef => writeln!(out, "{extension}typedef {keyword} _{name} {{"),
            TypeStyle::Tag => writeln!(out, "{extension}{keyword} {name} {{"),
        };
    }

    fn close(&self, out: &mut String, name: &str, packed: bool, align: u64, natural: u64) {
        let mut marks = String::new();
        if packed {
            marks.push_str(&format!(" {}", self.style.packed));
        }
        // A packed record of the ABI keeps its alignment; where all are packed, none has one.
        if !self.style.pack_all && (align > natural || packed) && align > 1 {
            marks.push_str(&format!(
                " {}",
                self.style.aligned.replace("{}", &align.to_string())
            ));
        }
        let _ = match self.style.types {
            TypeStyle::Typedef => writeln!(out, "}}{marks} {name};"),
            TypeStyle::Tag => writeln!(out, "}}{marks};"),
        };
    }

    /// The assertions of size and alignment.
    fn total(&self, out: &mut String, item: &Item, size: u64, align: Option<u64>) {
        let type_name = self.type_name(&Type::Item(item.id));
        self.assert(out, &format!("sizeof({type_name}) == {size}"));
        if let (Some(alignof), Some(align)) = (&self.style.alignof, align) {
            self.assert(out, &format!("{alignof}({type_name}) == {align}"));
        }
    }
}
