//! Types that a dialect declares in another form than its rule gives, laid out as C compilers do.

use std::collections::BTreeSet;

use crate::arch::{Arch, Arches};
use crate::raw;
use crate::types::{Base, Int, Length, TypeExpr};

use super::{Bits, Facts, Item, ItemId, Kind, Model, Type};

/// A C type of a dialect in a form of its own.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Its place among the declarations of the dialect's own file, unless it is that of another one.
    pub index: Option<usize>,
    /// The name.
    pub name: String,
    /// Whether it is a union.
    pub is_union: bool,
    /// The item that it declares.
    pub item: ItemId,
    /// Where it exists in this form.
    pub arches: Arches,
    /// Whether it is packed.
    pub packed: bool,
    /// The alignment that it is given.
    pub align: Option<u64>,
    /// The bytes that the dialect says it has, if not those of the item.
    pub own_size: Option<u64>,
    /// What it holds.
    pub members: Vec<Member>,
    /// Size and alignment in bytes.
    pub layout: (u64, u64),
    /// Where each field and bit-field stands.
    pub places: Vec<Place>,
}

/// A member of a declaration.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name.
    pub name: Option<String>,
    /// The part of the item that it is.
    pub of: Option<String>,
    /// What it is.
    pub kind: MemberKind,
}

/// What a member of a declaration is.
#[derive(Clone, Debug)]
pub enum MemberKind {
    /// A field.
    Field {
        /// The type; of an element, for a tail.
        r#type: Type,
        /// How C spells it, if not by rule.
        spelled: Option<String>,
        /// How C spells the number of elements, if not as a number.
        length: Option<String>,
        /// Whether it stands for any number of elements.
        tail: bool,
    },
    /// A bit-field.
    Bits {
        /// The integer that it is declared with.
        storage: Int,
        /// The number of bits.
        width: u32,
    },
    /// A struct or union within.
    Group {
        /// Whether it is a union.
        is_union: bool,
        /// Its tag.
        tag: Option<String>,
        /// Whether it is packed.
        packed: bool,
        /// Whether it stands for any number of elements.
        tail: bool,
        /// What it holds.
        members: Vec<Member>,
    },
}

/// Where a field or bit-field of a declaration stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// How C reaches it: names with dots.
    pub path: String,
    /// Bits from the start.
    pub offset: u64,
    /// Bits.
    pub width: u64,
    /// Whether it is a bit-field.
    pub is_bits: bool,
    /// The part of the item that it is.
    pub of: Option<String>,
}

/// What the declarations of a dialect are lowered with.
pub(super) struct Lowering<'m> {
    pub(super) model: &'m Model,
    /// The declarations, each with its place in the dialect's own file if it is from there.
    pub(super) declarations: &'m [(Option<usize>, raw::DialectDeclaration)],
    pub(super) pack_all: bool,
    /// The name of an item in the dialect.
    pub(super) item_name: &'m dyn Fn(&Item) -> String,
}

impl Lowering<'_> {
    /// All declarations, once for each architecture where they differ.
    pub(super) fn all(&self) -> Vec<Declaration> {
        let declarations = self.declarations.iter();
        declarations
            .flat_map(|(index, raw)| self.declaration(*index, raw))
            .collect()
    }

    fn declaration(&self, index: Option<usize>, raw: &raw::DialectDeclaration) -> Vec<Declaration> {
        let wanted = raw.arch.map_or(Arches::BOTH, Arches::from);
        let differs = has_arch(&raw.members);
        let mut found: Vec<Declaration> = Vec::new();
        for arch in wanted.iter() {
            let Some(item) = self.model.find(&raw.of, arch) else {
                continue;
            };
            let same = found.iter_mut().find(|other| other.item == item.id);
            if let Some(same) = same.filter(|_| !differs) {
                same.arches = Arches::BOTH;
                continue;
            }
            found.push(self.on_arch(index, raw, item, arch));
        }
        found
    }

    fn on_arch(
        &self,
        index: Option<usize>,
        raw: &raw::DialectDeclaration,
        item: &Item,
        arch: Arch,
    ) -> Declaration {
        let is_union = raw.union.is_some();
        let packed = raw.packed.unwrap_or(self.pack_all && !is_union);
        let members = self.members(&raw.members, arch);
        let mut places = Vec::new();
        let (size, align) = self.lay_out(&members, is_union, packed, arch, "", 0, &mut places);
        let align = raw.align.unwrap_or(align).max(align);
        Declaration {
            index,
            name: raw.name().cloned().unwrap_or_default(),
            is_union,
            item: item.id,
            arches: arch.into(),
            packed,
            align: raw.align,
            own_size: raw.size.map(|size| size.on(arch)),
            members,
            layout: (size.div_ceil(align) * align, align),
            places,
        }
    }

    fn members(&self, raw: &[raw::DeclaredMember], arch: Arch) -> Vec<Member> {
        let here = raw.iter().filter(|member| {
            member
                .arch
                .is_none_or(|own| Arches::from(own).contains(arch))
        });
        here.map(|member| Member {
            name: member.name.clone(),
            of: member.of.clone(),
            kind: self.kind(member, arch),
        })
        .collect()
    }

    fn kind(&self, raw: &raw::DeclaredMember, arch: Arch) -> MemberKind {
        if let Some(members) = raw.r#struct.as_ref().or(raw.union.as_ref()) {
            let is_union = raw.union.is_some();
            return MemberKind::Group {
                is_union,
                tag: raw.tag.clone(),
                packed: raw.packed.unwrap_or(self.pack_all && !is_union),
                tail: raw.tail,
                members: self.members(members, arch),
            };
        }
        let text = raw.r#type.as_deref().unwrap_or("u8");
        let (r#type, tail) = self.resolve(text, arch);
        match raw.bits {
            Some(width) => MemberKind::Bits {
                storage: Int::parse(text).unwrap_or(Int::holding(64)),
                width,
            },
            None => MemberKind::Field {
                r#type,
                spelled: raw.spelled.clone(),
                length: raw.length.clone(),
                tail,
            },
        }
    }

    /// A type, and whether it is that of a tail. The checks have found every name.
    fn resolve(&self, text: &str, arch: Arch) -> (Type, bool) {
        let byte = Type::Int(Int::holding(8));
        let Some(expr) = TypeExpr::parse(text) else {
            return (byte, false);
        };
        let base = match expr.base {
            Base::Int(int) => Type::Int(int),
            Base::Name(name) => match self.find(name, arch) {
                Some(item) => Type::Item(item.id),
                None => byte,
            },
        };
        let count = match expr.length {
            Length::One => return (base, false),
            Length::Tail => return (base, true),
            Length::Count(count) => count,
            Length::Constant(name) => match self.model.find(name, arch).map(|item| &item.kind) {
                Some(Kind::Constant(constant)) => constant.value,
                _ => 0,
            },
        };
        (Type::Array(Box::new(base), count), false)
    }

    /// The item of a name; that of the other architecture where this one has none, because C declares
    /// it for both.
    fn find(&self, name: &str, arch: Arch) -> Option<&Item> {
        let mut others = Arch::ALL.into_iter();
        let own = self.model.find(name, arch);
        own.or_else(|| others.find_map(|other| self.model.find(name, other)))
    }

    /// Lays members out by the rules of the ABI of both architectures. `start` is in bits. Gives size
    /// and alignment in bytes.
    #[expect(clippy::too_many_arguments, reason = "a recursion with its state")]
    fn lay_out(
        &self,
        members: &[Member],
        is_union: bool,
        packed: bool,
        arch: Arch,
        prefix: &str,
        start: u64,
        places: &mut Vec<Place>,
    ) -> (u64, u64) {
        let (mut next, mut end, mut all_align) = (0, 0, 1);
        for member in members {
            let name = member.name.as_deref().unwrap_or_default();
            let path = format!("{prefix}{name}");
            let (size, align, is_bits) = match &member.kind {
                MemberKind::Field { r#type, tail, .. } => {
                    let (size, align) = self.layout(r#type, arch, 0);
                    (if *tail { 0 } else { size * 8 }, align, false)
                }
                MemberKind::Bits { storage, width } => {
                    (u64::from(*width), u64::from(storage.bytes), true)
                }
                MemberKind::Group {
                    is_union,
                    packed,
                    tail,
                    members,
                    ..
                } => {
                    let mut within = Vec::new();
                    let (size, align) =
                        self.lay_out(members, *is_union, *packed, arch, "", 0, &mut within);
                    (if *tail { 0 } else { size * 8 }, align, false)
                }
            };
            let align = if packed { 1 } else { align };
            if is_union {
                next = 0;
            } else if is_bits {
                let unit = align * 8;
                if !packed && next / unit != (next + size - 1) / unit {
                    next = u64::div_ceil(next, unit) * unit;
                }
            } else {
                next = u64::div_ceil(next, align * 8) * (align * 8);
            }
            if let MemberKind::Group {
                is_union,
                packed,
                tail,
                members,
                ..
            } = &member.kind
            {
                if *tail {
                    places.push(Place {
                        path,
                        offset: start + next,
                        width: 0,
                        is_bits: false,
                        of: member.of.clone(),
                    });
                    continue;
                }
                let prefix = match &member.name {
                    Some(_) => format!("{path}."),
                    None => prefix.to_owned(),
                };
                self.lay_out(
                    members,
                    *is_union,
                    *packed,
                    arch,
                    &prefix,
                    start + next,
                    places,
                );
            } else {
                places.push(Place {
                    path,
                    offset: start + next,
                    width: size,
                    is_bits,
                    of: member.of.clone(),
                });
            }
            next += size;
            end = end.max(next);
            all_align = all_align.max(align);
        }
        let size = u64::div_ceil(end, 8);
        (size.div_ceil(all_align) * all_align, all_align)
    }

    /// Size and alignment of a type as the dialect declares it.
    fn layout(&self, r#type: &Type, arch: Arch, depth: usize) -> (u64, u64) {
        // Declarations that hold each other have no layout; their sizes then contradict the spec.
        if depth > 32 {
            return (0, 1);
        }
        match r#type {
            Type::Int(int) => (int.bytes.into(), int.bytes.into()),
            Type::Array(element, count) => {
                let (size, align) = self.layout(element, arch, depth + 1);
                (size * count, align)
            }
            Type::Item(id) => {
                let item = self.model.item(*id);
                if let Some(raw) = self.of_item(item, arch) {
                    let is_union = raw.union.is_some();
                    let packed = raw.packed.unwrap_or(self.pack_all && !is_union);
                    let members = self.members(&raw.members, arch);
                    let (size, align) =
                        self.lay_out(&members, is_union, packed, arch, "", 0, &mut Vec::new());
                    let align = raw.align.unwrap_or(align).max(align);
                    return (size.div_ceil(align) * align, align);
                }
                match &item.kind {
                    Kind::Alias(body) => self.layout(&body.r#type, arch, depth + 1),
                    Kind::Struct(_) | Kind::Union(_) if self.pack_all => {
                        (self.model.layout(r#type).0, 1)
                    }
                    _ => self.model.layout(r#type),
                }
            }
        }
    }

    /// The declaration that is used wherever the item is.
    fn of_item(&self, item: &Item, arch: Arch) -> Option<&raw::DialectDeclaration> {
        let declarations = self.declarations.iter().map(|(_, raw)| raw);
        let on_arch = |raw: &&raw::DialectDeclaration| {
            raw.of == item.name && raw.arch.is_none_or(|own| Arches::from(own).contains(arch))
        };
        let mut candidates = declarations.filter(on_arch).peekable();
        // Few items have any, and a name takes its time.
        candidates.peek()?;
        let name = (self.item_name)(item);
        candidates.find(|raw| raw.name() == Some(&name))
    }
}

fn has_arch(members: &[raw::DeclaredMember]) -> bool {
    members.iter().any(|member| {
        let within = member.r#struct.iter().chain(&member.union);
        member.arch.is_some() || within.into_iter().any(|members| has_arch(members))
    })
}

impl Declaration {
    /// The items whose types it uses.
    pub(crate) fn items(&self, model: &Model) -> BTreeSet<ItemId> {
        let mut found = BTreeSet::new();
        collect(&self.members, model, &mut found);
        found
    }

    /// Where a part of the item stands.
    pub fn place_of(&self, part: &str) -> Option<&Place> {
        let mut places = self.places.iter();
        places.find(|place| place.of.as_deref() == Some(part))
    }

    /// The tags of the records within.
    pub fn tags(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let mut open: Vec<&Member> = self.members.iter().collect();
        while let Some(member) = open.pop() {
            if let MemberKind::Group { tag, members, .. } = &member.kind {
                found.extend(tag.as_deref());
                open.extend(members);
            }
        }
        found
    }

    /// The keyword that declares it.
    pub fn keyword(&self) -> &'static str {
        if self.is_union { "union" } else { "struct" }
    }
}

fn collect(members: &[Member], model: &Model, found: &mut BTreeSet<ItemId>) {
    for member in members {
        match &member.kind {
            MemberKind::Field { r#type, .. } => found.extend(model.parts_of(r#type)),
            MemberKind::Group { members, .. } => collect(members, model, found),
            MemberKind::Bits { .. } => {}
        }
    }
}

/// A part of an item.
struct Part<'m> {
    /// Bits from the start.
    offset: u64,
    /// Bits.
    width: u64,
    facts: &'m Facts,
}

/// Where a part of an item stands, and how wide it is, in bits: `Field`, `Field.Bit`, `Field[2]`.
pub(crate) fn part(model: &Model, item: &Item, path: &str) -> Option<(u64, u64)> {
    find(model, item, path).map(|part| (part.offset, part.width))
}

/// What is known about a part of an item.
pub(crate) fn part_facts<'m>(model: &'m Model, item: &'m Item, path: &str) -> Option<&'m Facts> {
    find(model, item, path).map(|part| part.facts)
}

fn find<'m>(model: &'m Model, item: &'m Item, path: &str) -> Option<Part<'m>> {
    let (first, rest) = match path.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let index = first
        .strip_suffix(']')
        .and_then(|text| text.split_once('['));
    let (name, index) = match index {
        Some((name, index)) => (name, Some(index.parse::<u64>().ok()?)),
        None => (first, None),
    };
    let mut is_tail = false;
    let (mut offset, mut r#type, facts) = match &item.kind {
        Kind::Alias(body) => match model.plain(&body.r#type) {
            Type::Item(id) => return find(model, model.item(*id), path),
            _ => return None,
        },
        Kind::Bitfield(body) => {
            let named = |bits: &&Bits| bits.name.as_deref() == Some(name) && rest.is_none();
            let bits = body.bits.iter().find(named)?;
            return Some(Part {
                offset: bits.low.into(),
                width: bits.width().into(),
                facts: &bits.facts,
            });
        }
        Kind::Struct(body) => {
            let mut fields = body.fields.iter().chain(&body.tail);
            let field = fields.find(|field| field.name.as_deref() == Some(name))?;
            is_tail = body
                .tail
                .as_ref()
                .is_some_and(|tail| tail.rust == field.rust);
            (field.offset * 8, &field.r#type, &field.facts)
        }
        Kind::Union(body) => {
            let member = body.members.iter().find(|member| member.name == name)?;
            (0, &member.r#type, &member.facts)
        }
        _ => return None,
    };
    if let Some(index) = index {
        let Type::Array(element, count) = model.plain(r#type) else {
            return None;
        };
        if index >= *count {
            return None;
        }
        offset += index * model.layout(element).0 * 8;
        r#type = element;
    }
    let Some(rest) = rest else {
        let width = if is_tail {
            0
        } else {
            model.layout(r#type).0 * 8
        };
        return Some(Part {
            offset,
            width,
            facts,
        });
    };
    match model.plain(r#type) {
        Type::Item(id) => {
            let within = find(model, model.item(*id), rest)?;
            Some(Part {
                offset: offset + within.offset,
                ..within
            })
        }
        _ => None,
    }
}
