//! Types in the form that the dialect gives them, with the same assertions as any other.

use std::fmt::Write;

use super::Emitter;
use super::comments::block;
use super::kernel_doc::Described;
use crate::arch::Arch;
use crate::model::{Declaration, DeclaredMember, Item, MemberKind, Type, TypeStyle, part_facts};

impl Emitter<'_> {
    /// The declarations of an item that the dialect gives a form of its own, each under the
    /// condition of its architecture, and whether one of them stands for the item.
    pub(super) fn declarations(&self, item: &Item) -> (String, bool) {
        let mut out = String::new();
        let mut stands_for_item = false;
        let name = self.item_name(item);
        let found: Vec<&Declaration> = self
            .dialect
            .declarations_of(item, self.options.arch)
            .collect();
        for declaration in &found {
            let own = declaration.name == name;
            stands_for_item |= own;
            if !out.is_empty() {
                out.push('\n');
            }
            let text = self.declaration(item, declaration, own);
            // What differs between the architectures inside one item stands apart.
            let differs = found
                .iter()
                .any(|other| other.name == declaration.name && other.arches != declaration.arches);
            out.push_str(&match declaration.arches.single().filter(|_| differs) {
                Some(arch) => self.under(arch, text),
                None => text,
            });
        }
        (out, stands_for_item)
    }

    fn declaration(&self, item: &Item, declaration: &Declaration, own: bool) -> String {
        let (name, keyword) = (&declaration.name, declaration.keyword());
        let text = match own {
            true => self.type_text(item),
            false => format!("A form of {}.", item.name),
        };
        let whole = self
            .described(item, &declaration.members)
            .and_then(|members| self.kernel_doc(&format!("{keyword} {name}"), &text, &members));
        let is_whole = whole.is_some();
        let mut out = whole.unwrap_or_else(|| match own {
            true => self.type_comment(item),
            false => block(&text, ""),
        });
        let _ = match self.style.types {
            TypeStyle::Typedef => writeln!(out, "typedef {keyword} _{name} {{"),
            TypeStyle::Tag => writeln!(out, "{keyword} {name} {{"),
        };
        self.declared_members(&mut out, item, &declaration.members, 1, !is_whole);
        let mut marks = String::new();
        if declaration.packed {
            let _ = write!(marks, " {}", self.style.packed);
        }
        if let Some(align) = declaration.align {
            let _ = write!(
                marks,
                " {}",
                self.style.aligned.replace("{}", &align.to_string())
            );
        }
        let type_name = match self.style.types {
            TypeStyle::Typedef => {
                let _ = writeln!(out, "}}{marks} {name};");
                name.clone()
            }
            TypeStyle::Tag => {
                let _ = writeln!(out, "}}{marks};");
                format!("{keyword} {name}")
            }
        };
        let size = declaration.layout.0;
        self.assert(&mut out, &format!("sizeof({type_name}) == {size}"));
        for place in declaration.places.iter().filter(|place| !place.is_bits) {
            let condition = format!(
                "offsetof({type_name}, {}) == {}",
                place.path,
                place.offset / 8
            );
            self.assert(&mut out, &condition);
        }
        out
    }

    /// The members for the comment of the whole; nothing where some stand in groups.
    fn described<'m>(
        &'m self,
        item: &'m Item,
        members: &[DeclaredMember],
    ) -> Option<Vec<Described<'m>>> {
        let described = members.iter().map(|member| match &member.kind {
            MemberKind::Group { .. } => None,
            MemberKind::Field { .. } | MemberKind::Bits { .. } => Some(Described {
                name: member.name.clone()?,
                doc: self.doc_of(item, member),
                is_reserved: member.of.is_none(),
            }),
        });
        described.collect()
    }

    fn doc_of<'m>(&'m self, item: &'m Item, member: &DeclaredMember) -> Option<&'m str> {
        part_facts(self.model, item, member.of.as_deref()?)?
            .doc
            .as_deref()
    }

    fn declared_members(
        &self,
        out: &mut String,
        item: &Item,
        members: &[DeclaredMember],
        depth: usize,
        comments: bool,
    ) {
        let indent = "\t".repeat(depth);
        for member in members {
            let name = member.name.as_deref().unwrap_or_default();
            if let Some(doc) = self.doc_of(item, member).filter(|_| comments) {
                out.push_str(&block(doc, &indent));
            }
            match &member.kind {
                MemberKind::Field {
                    r#type,
                    spelled,
                    length,
                    tail,
                } => {
                    let mut declared = self.spelled(r#type, name, spelled.as_deref());
                    if let (Some(length), Some(start)) = (length, declared.rfind('[')) {
                        declared.replace_range(start.., &format!("[{length}]"));
                    }
                    if let (true, [_], Some(form)) = (*tail, members, &self.style.lone_tail) {
                        let form = form.replace("{type}", &self.type_name(r#type));
                        let _ = writeln!(out, "{indent}{};", form.replace("{name}", name));
                        continue;
                    }
                    let length = if *tail { "[]" } else { "" };
                    let _ = writeln!(out, "{indent}{declared}{length};");
                }
                MemberKind::Bits { storage, width } => {
                    let storage = self.style.integer(*storage);
                    let _ = writeln!(out, "{indent}{storage} {name} : {width};");
                }
                MemberKind::Group {
                    is_union,
                    tag,
                    packed,
                    tail,
                    members,
                } => {
                    let keyword = if *is_union { "union" } else { "struct" };
                    let tag = tag
                        .as_ref()
                        .map_or_else(String::new, |tag| format!(" {tag}"));
                    let _ = writeln!(out, "{indent}{keyword}{tag} {{");
                    self.declared_members(out, item, members, depth + 1, comments);
                    let packed = if *packed {
                        format!(" {}", self.style.packed)
                    } else {
                        String::new()
                    };
                    let name = if name.is_empty() {
                        String::new()
                    } else {
                        format!(" {name}")
                    };
                    let length = if *tail { "[]" } else { "" };
                    let _ = writeln!(out, "{indent}}}{packed}{name}{length};");
                }
            }
        }
    }

    fn spelled(&self, r#type: &Type, name: &str, spelled: Option<&str>) -> String {
        let by_rule = self.declaration_of(r#type, name);
        match spelled {
            // The spelling takes the place of the type's name, before the name of the member.
            Some(spelled) => by_rule.replacen(&self.type_name(r#type), spelled, 1),
            None => by_rule,
        }
    }

    /// Text that only the compilers for an architecture see.
    pub(super) fn under(&self, arch: Arch, text: String) -> String {
        if self.options.arch.is_some() || self.file_arch.is_some() {
            return text;
        }
        format!("#if {}\n{text}#endif\n", self.style.condition(arch))
    }
}
