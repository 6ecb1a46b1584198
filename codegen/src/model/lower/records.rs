//! Bit-fields, structs and unions.

use std::collections::HashSet;

use super::*;

impl Lowering<'_, '_> {
    pub(super) fn lower_bitfield(
        &self,
        instance: &Instance<'_, '_>,
        body: &raw::Bitfield,
    ) -> Bitfield {
        let storage = Int::parse(&body.storage).unwrap_or(Int {
            bytes: 8,
            signed: false,
        });
        let mut reserved = Numbered::new(body.bits.iter().map(|bits| bits.name.as_deref()));
        let bits = body.bits.iter().map(|bits| {
            let width = bits.at.high - bits.at.low + 1;
            let r#type = match bits.r#type.as_deref() {
                None if width == 1 => BitsType::Bool,
                None => BitsType::Int(Int::holding(width)),
                Some(text) => match Int::parse(text) {
                    Some(int) => BitsType::Int(int),
                    None => {
                        let arch = instance.arch();
                        BitsType::Item(
                            self.resolver.id(text, arch),
                            self.resolver.storage(text, arch),
                        )
                    }
                },
            };
            let rust = bits.rust.clone();
            Bits {
                name: bits.name.clone(),
                rust: rust.unwrap_or_else(|| {
                    bits.name
                        .as_deref()
                        .map_or_else(|| reserved.next(), naming::snake_case)
                }),
                high: bits.at.high,
                low: bits.at.low,
                r#type,
                reserved: bits.reserved,
                facts: self.part_facts(
                    instance.entry,
                    (bits.doc.as_deref(), &bits.source, bits.status),
                    (bits.since.as_deref(), None),
                    &bits.errata,
                ),
            }
        });
        Bitfield {
            storage,
            bits: bits.collect(),
        }
    }

    pub(super) fn lower_struct(&self, instance: &Instance<'_, '_>, body: &raw::Struct) -> Struct {
        let mut reserved = Numbered::new(body.fields.iter().map(|field| field.name.as_deref()));
        let mut natural_align = 1;
        let mut tail = None;
        let mut fields = Vec::new();
        for field in &body.fields {
            let text = field
                .r#type
                .as_deref()
                .or(field.reserved.as_deref())
                .unwrap_or("u8");
            let layout = self.resolver.layout(text, instance.arch());
            let aligned =
                field.at % layout.align == 0 && (!body.unaligned || layout.align <= body.align);
            if aligned {
                natural_align = natural_align.max(layout.align);
            }
            let rust = field.rust.clone();
            let lowered = Field {
                name: field.name.clone(),
                rust: rust.unwrap_or_else(|| {
                    field
                        .name
                        .as_deref()
                        .map_or_else(|| reserved.next(), naming::snake_case)
                }),
                offset: field.at,
                r#type: self.resolver.type_of(text, instance.arch()),
                size: layout.size,
                aligned,
                reserved: field.reserved.is_some(),
                facts: self.part_facts(
                    instance.entry,
                    (field.doc.as_deref(), &field.source, field.status),
                    (field.since.as_deref(), None),
                    &field.errata,
                ),
            };
            match TypeExpr::parse(text) {
                Some(TypeExpr {
                    length: Length::Tail,
                    ..
                }) => tail = Some(lowered),
                _ => fields.push(lowered),
            }
        }
        Struct {
            size: body.size,
            align: body.align,
            natural_align,
            fields,
            tail,
            unaligned: body.unaligned,
            version_of: body.version_of.clone(),
        }
    }

    pub(super) fn lower_union(&self, instance: &Instance<'_, '_>, body: &raw::Union) -> Union {
        let mut natural_align = 1;
        let members = body.members.iter().map(|member| {
            let arches = member.arch.map_or(instance.arches, Arches::from);
            let arch = if arches.contains(instance.arch()) {
                instance.arch()
            } else {
                Arch::Arm64
            };
            let layout = self.resolver.layout(&member.r#type, arch);
            natural_align = natural_align.max(layout.align);
            Member {
                name: member.name.clone(),
                rust: member
                    .rust
                    .clone()
                    .unwrap_or_else(|| naming::snake_case(&member.name)),
                r#type: self.resolver.type_of(&member.r#type, arch),
                size: layout.size,
                arches,
                facts: self.part_facts(
                    instance.entry,
                    (member.doc.as_deref(), &member.source, member.status),
                    (None, None),
                    &member.errata,
                ),
            }
        });
        let members = members.collect();
        Union {
            size: body.size,
            align: body.align,
            natural_align,
            members,
            version_of: body.version_of.clone(),
        }
    }
}

/// Names for what has none: `reserved`, or `reserved0`, `reserved1` … where there are several or
/// something else has that name.
struct Numbered {
    taken: HashSet<String>,
    alone: bool,
    next: usize,
}

impl Numbered {
    /// `names` are those of all parts, nothing for a part that needs one.
    fn new<'n>(names: impl Iterator<Item = Option<&'n str>> + Clone) -> Self {
        let taken: HashSet<String> = names.clone().flatten().map(naming::snake_case).collect();
        let alone = names.filter(Option::is_none).count() == 1 && !taken.contains("reserved");
        Self {
            taken,
            alone,
            next: 0,
        }
    }

    fn next(&mut self) -> String {
        if self.alone {
            return "reserved".to_owned();
        }
        loop {
            let name = format!("reserved{}", self.next);
            self.next += 1;
            if !self.taken.contains(&name) {
                return name;
            }
        }
    }
}
