//! The whole model as JSON, for tools of other languages. The form is described in `docs/json.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::arch::{Arch, Arches};
use crate::model::{BitsType, Dialect, ForArch, Grant, Item, Kind, Model, Type};

pub(crate) mod words;

use words::{access, direction, scope, shape, status};

/// The document.
#[derive(Serialize)]
struct Document<'m> {
    spec_revision: &'m str,
    items: Vec<Entry<'m>>,
}

/// One item on one architecture, or on both where it is the same there.
#[derive(Serialize)]
struct Entry<'m> {
    name: &'m str,
    kind: &'static str,
    arch: String,
    chapter: &'m str,
    names: BTreeMap<&'m str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'m str>,
    source: &'m BTreeMap<String, Vec<String>>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'m str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errata: Vec<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    align: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<Part<'m>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<Named<'m>>>,
    #[serde(flatten)]
    more: BTreeMap<&'static str, serde_json::Value>,
}

/// A field, bit range or member.
#[derive(Serialize)]
struct Part<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'m str>,
    names: BTreeMap<&'m str, String>,
    bit_offset: u64,
    /// Of one element.
    bits: u64,
    r#type: String,
    /// Elements; 0 for a tail of any number.
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserved: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'m str>,
    status: &'static str,
}

/// A value of an enum.
#[derive(Serialize)]
struct Named<'m> {
    name: &'m str,
    names: BTreeMap<&'m str, String>,
    value: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    arch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'m str>,
    status: &'static str,
}

/// The document as text with a final newline.
pub fn document(model: &Model) -> String {
    let emitter = Emitter { model };
    let document = Document {
        spec_revision: &model.revision,
        items: model.items.iter().map(|item| emitter.entry(item)).collect(),
    };
    // Strings, numbers and lists alone: there is nothing that JSON cannot hold.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

struct Emitter<'m> {
    model: &'m Model,
}

impl<'m> Emitter<'m> {
    fn entry(&self, item: &'m Item) -> Entry<'m> {
        let mut entry = Entry {
            name: &item.name,
            kind: item.kind.key(),
            arch: arch(item.arches),
            chapter: &self.model.chapter_of(item).name,
            names: self.names(item),
            doc: item.facts.doc.as_deref(),
            source: &item.facts.sources,
            status: status(&item.facts),
            since: item.facts.since.as_deref(),
            until: item.facts.until.as_deref(),
            errata: item
                .facts
                .errata
                .iter()
                .map(|&at| self.model.errata[at].id.as_str())
                .collect(),
            size: None,
            align: None,
            storage: None,
            fields: None,
            values: None,
            more: BTreeMap::new(),
        };
        self.kind(item, &mut entry);
        entry
    }

    /// What depends on the kind.
    fn kind(&self, item: &'m Item, entry: &mut Entry<'m>) {
        let (size, align) = self.model.layout(&Type::Item(item.id));
        let mut layout = || {
            entry.size = Some(size);
            entry.align = Some(align);
        };
        match &item.kind {
            Kind::Constant(body) => {
                entry
                    .more
                    .insert("type", self.type_text(&body.r#type).into());
                entry.more.insert("value", body.value.into());
            }
            Kind::Alias(body) => {
                layout();
                entry
                    .more
                    .insert("type", self.type_text(&body.r#type).into());
            }
            Kind::Enum(body) => {
                layout();
                entry.storage = Some(body.storage.to_string());
                entry.values = Some(self.values(item));
                entry.more.insert("closed", body.closed.into());
                if let Some(kind) = body.collects {
                    entry.more.insert("collects", kind.kind().into());
                }
            }
            Kind::Bitfield(body) => {
                layout();
                entry.storage = Some(body.storage.to_string());
                entry.fields = Some(self.bits(item));
            }
            Kind::Struct(_) | Kind::Union(_) => {
                layout();
                entry.fields = Some(self.fields(item));
            }
            _ => self.interface(item, entry),
        }
    }

    fn interface(&self, item: &'m Item, entry: &mut Entry<'m>) {
        let more = &mut entry.more;
        match &item.kind {
            Kind::Register(body) => {
                more.insert("number", body.number.into());
                more.insert("type", self.for_arch(&body.value));
                more.extend(
                    body.grant
                        .as_ref()
                        .map(|grant| ("grant", self.grant(grant).into())),
                );
            }
            Kind::Msr(body) => {
                more.insert("number", body.number.into());
                more.insert("access", access(body.access).into());
                more.insert("scope", scope(body.scope).into());
                more.insert("type", self.type_text(&body.value).into());
                more.extend(
                    body.grant
                        .as_ref()
                        .map(|grant| ("grant", self.grant(grant).into())),
                );
            }
            Kind::Ioctl(body) => {
                more.insert("device", body.device.as_str().into());
                more.insert("magic", body.magic.into());
                more.insert("number", body.number.into());
                more.insert("direction", direction(body.direction).into());
                more.insert("value", body.request.into());
                let argument = body.argument.as_ref();
                more.extend(argument.map(|r#type| ("type", self.type_text(r#type).into())));
            }
            Kind::Cpuid(body) => {
                more.insert("number", body.leaf.into());
                more.extend(body.subleaf.map(|subleaf| ("subleaf", subleaf.into())));
                more.insert("type", self.model.item(body.value).name.clone().into());
            }
            Kind::StatusCode(body) => {
                more.insert("value", body.value.into());
            }
            Kind::Hypercall(body) => {
                more.insert("code", body.code.into());
                more.insert("shape", shape(body.shape).into());
                let parameters = [
                    ("input", &body.input),
                    ("input_element", &body.input_element),
                    ("output", &body.output),
                    ("output_element", &body.output_element),
                ];
                for (key, parameter) in parameters {
                    more.extend(
                        parameter
                            .as_ref()
                            .map(|r#type| (key, self.type_text(r#type).into())),
                    );
                }
                if let Some(header) = &body.variable_header {
                    let header = serde_json::json!({ "offset": header.offset, "element": self.type_text(&header.element) });
                    more.insert("variable_header", header);
                }
                if body.count_only {
                    more.insert("count_only", true.into());
                }
                more.extend(body.fast.map(|fast| ("fast", fast.into())));
                more.insert(
                    "grant",
                    body.grant
                        .iter()
                        .map(|grant| self.grant(grant))
                        .collect::<Vec<_>>()
                        .into(),
                );
                more.insert("returns", body.returns.clone().into());
            }
            Kind::Message(body) => {
                more.insert("number", body.number.into());
                more.extend(
                    body.payload
                        .as_ref()
                        .map(|payload| ("payload", self.for_arch(payload))),
                );
            }
            _ => {}
        }
    }

    /// The names that the dialects have for something, and the one in Rust.
    fn names_by(
        &self,
        rust: &str,
        name: impl Fn(&'m Dialect) -> Option<String>,
    ) -> BTreeMap<&'m str, String> {
        let dialects = self.model.dialects.iter();
        let mut names: BTreeMap<&str, String> = dialects
            .filter_map(|dialect| Some((dialect.name.as_str(), name(dialect)?)))
            .collect();
        names.insert("rust", rust.to_owned());
        names
    }

    fn names(&self, item: &Item) -> BTreeMap<&'m str, String> {
        self.names_by(&item.rust, |dialect| dialect.item_name(item))
    }

    fn part_names(&self, item: &Item, name: Option<&str>, rust: &str) -> BTreeMap<&'m str, String> {
        self.names_by(rust, |dialect| dialect.part_name(item, name?))
    }

    fn bits(&self, item: &'m Item) -> Vec<Part<'m>> {
        let Kind::Bitfield(body) = &item.kind else {
            return Vec::new();
        };
        let part = |bits: &'m crate::model::Bits| Part {
            name: bits.name.as_deref(),
            names: self.part_names(item, bits.name.as_deref(), &bits.rust),
            bit_offset: bits.low.into(),
            bits: bits.width().into(),
            r#type: match &bits.r#type {
                BitsType::Bool => "bool".to_owned(),
                BitsType::Int(int) => int.to_string(),
                BitsType::Item(id, _) => self.model.item(*id).name.clone(),
            },
            count: 1,
            reserved: bits.reserved.map(words::reserved),
            doc: bits.facts.doc.as_deref(),
            status: status(&bits.facts),
        };
        body.bits.iter().map(part).collect()
    }

    fn fields(&self, item: &'m Item) -> Vec<Part<'m>> {
        let field = |field: &'m crate::model::Field, tail: bool| {
            let (element, count) = field.r#type.elements();
            Part {
                name: field.name.as_deref(),
                names: self.part_names(item, field.name.as_deref(), &field.rust),
                bit_offset: field.offset * 8,
                bits: self.model.layout(element).0 * 8,
                r#type: self.type_text(element),
                count: if tail { 0 } else { count },
                reserved: field.reserved.then_some("zero"),
                doc: field.facts.doc.as_deref(),
                status: status(&field.facts),
            }
        };
        match &item.kind {
            Kind::Struct(body) => {
                let tail = body.tail.iter().map(|tail| field(tail, true));
                body.fields
                    .iter()
                    .map(|part| field(part, false))
                    .chain(tail)
                    .collect()
            }
            Kind::Union(body) => {
                let member = |member: &'m crate::model::Member| {
                    let (element, count) = member.r#type.elements();
                    Part {
                        name: Some(&member.name),
                        names: self.part_names(item, Some(&member.name), &member.rust),
                        bit_offset: 0,
                        bits: self.model.layout(element).0 * 8,
                        r#type: self.type_text(element),
                        count,
                        reserved: None,
                        doc: member.facts.doc.as_deref(),
                        status: status(&member.facts),
                    }
                };
                body.members.iter().map(member).collect()
            }
            _ => Vec::new(),
        }
    }

    fn values(&self, item: &'m Item) -> Vec<Named<'m>> {
        let Kind::Enum(body) = &item.kind else {
            return Vec::new();
        };
        let value = |value: &'m crate::model::Value| {
            let names = self.names_by(&value.rust, |dialect| dialect.value_name(item, value));
            Named {
                name: &value.name,
                names,
                value: value.value,
                arch: value.arches.single().map(|arch| arch.name().to_owned()),
                doc: value.facts.doc.as_deref(),
                status: status(&value.facts),
            }
        };
        body.values.iter().map(value).collect()
    }

    fn type_text(&self, r#type: &Type) -> String {
        match r#type {
            Type::Int(int) => int.to_string(),
            Type::Item(id) => self.model.item(*id).name.clone(),
            Type::Array(element, count) => format!("{}[{count}]", self.type_text(element)),
        }
    }

    /// A name, or one for each architecture where they differ.
    fn for_arch(&self, types: &ForArch<Type>) -> serde_json::Value {
        match types.same() {
            Some(same) => self.type_text(same).into(),
            None => {
                let on = |arch: Arch| {
                    Some((
                        arch.name().to_owned(),
                        self.type_text(types.on(arch)?).into(),
                    ))
                };
                serde_json::Value::Object(Arch::ALL.into_iter().filter_map(on).collect())
            }
        }
    }

    fn grant(&self, grant: &Grant) -> String {
        format!("{}.{}", self.model.item(grant.bitfield).name, grant.field)
    }
}

fn arch(arches: Arches) -> String {
    arches.single().map_or("both", Arch::name).to_owned()
}
