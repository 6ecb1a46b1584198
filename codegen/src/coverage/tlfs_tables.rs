//! Reading the tables made from the TLFS itself, each of which has a form of its own.

use serde_json::Value;

use super::rows::{bit_part, byte_part, nested_parts, range_part};
use super::tables::{elements, entries, number, text};
use super::{Claim, Fact, FactKind, FactLayout, FactPart};
use crate::arch::Arch;

/// The facts of the table of that name; nothing of one that is not known.
pub(super) fn read(name: &str, content: &Value) -> Vec<Fact> {
    let mut reader = Reader { facts: Vec::new() };
    match name {
        "tlfs-hypercalls" => reader.hypercalls(content),
        "tlfs-msrs" => reader.msrs(content),
        "tlfs-cpuid" => reader.cpuid(content),
        "tlfs-status" => reader.statuses(content),
        "tlfs-registers" => reader.registers(content),
        "tlfs-types" => reader.types(content),
        "tlfs-other" => reader.other(content),
        _ => {}
    }
    reader.facts
}

struct Reader {
    facts: Vec<Fact>,
}

impl Reader {
    fn add(
        &mut self,
        kind: FactKind,
        name: &str,
        arch: Option<Arch>,
        document: &str,
        claim: Claim,
    ) {
        let fact = Fact {
            kind,
            name: name.to_owned(),
            arch,
            document: document.to_owned(),
            claim,
        };
        self.facts.push(fact);
    }

    fn number(
        &mut self,
        kind: FactKind,
        name: &str,
        arch: Option<Arch>,
        document: &str,
        value: Option<u64>,
    ) {
        if let Some(value) = value {
            self.add(
                kind,
                name,
                arch,
                document,
                Claim::Number { value, owner: None },
            );
        }
    }

    fn hypercalls(&mut self, content: &Value) {
        for (_, call) in entries(content, "hypercalls") {
            let Some(code) = call.get("code").and_then(number) else {
                continue;
            };
            for (document, name) in entries(call, "names") {
                self.number(
                    FactKind::Hypercall,
                    name.as_str().unwrap_or_default(),
                    None,
                    document,
                    Some(code),
                );
            }
            let name = entries(call, "names")
                .next()
                .map_or("", |(_, name)| name.as_str().unwrap_or_default())
                .to_owned();
            for (document, definition) in entries(call, "definitions") {
                for (section, arch) in SECTIONS {
                    let parts: Vec<FactPart> = elements(definition, section)
                        .filter_map(byte_part)
                        .collect();
                    if parts.is_empty() {
                        continue;
                    }
                    let block = section
                        .trim_end_matches("_x64")
                        .trim_end_matches("_arm64")
                        .to_owned();
                    let layout = FactLayout {
                        call: Some((code, block)),
                        parts,
                        ..FactLayout::default()
                    };
                    self.add(
                        FactKind::Parameters,
                        &name,
                        *arch,
                        document,
                        Claim::Layout(layout),
                    );
                }
            }
        }
    }

    fn msrs(&mut self, content: &Value) {
        for (name, msr) in entries(content, "msrs") {
            self.number(
                FactKind::Msr,
                name,
                Some(Arch::X64),
                "",
                msr.get("number").and_then(number),
            );
        }
    }

    fn cpuid(&mut self, content: &Value) {
        for (leaf, rows) in entries(content, "leaves") {
            let Some(leaf_number) = u64::from_str_radix(leaf.trim_start_matches("0x"), 16).ok()
            else {
                continue;
            };
            for row in rows.as_array().into_iter().flatten() {
                let register = match text(row, "register") {
                    "EAX" => 0,
                    "EBX" => 1,
                    "ECX" => 2,
                    _ => 3,
                };
                let bits: Vec<u64> = elements(row, "bits").filter_map(Value::as_u64).collect();
                let [high, low] = bits[..] else { continue };
                let part = FactPart {
                    name: text(row, "name").to_owned(),
                    offset: register * 32 + low,
                    bits: Some(high - low + 1),
                };
                let layout = FactLayout {
                    leaf: Some(leaf_number),
                    parts: vec![part],
                    ..FactLayout::default()
                };
                let name = format!("{leaf}.{}[{high}:{low}]", text(row, "register"));
                self.add(
                    FactKind::CpuidBits,
                    &name,
                    Some(Arch::X64),
                    "",
                    Claim::Layout(layout),
                );
            }
        }
    }

    fn statuses(&mut self, content: &Value) {
        for (name, status) in entries(content, "statuses") {
            for (document, value) in entries(status, "values") {
                self.number(FactKind::Status, name, None, document, number(value));
            }
        }
    }

    fn registers(&mut self, content: &Value) {
        for (name, register) in entries(content, "registers") {
            let arch = text(register, "arch").parse().ok();
            // A row of the document may give two names for one register.
            let first = name.split([' ', '/']).next().unwrap_or(name);
            for (document, value) in entries(register, "values") {
                self.number(FactKind::Register, first, arch, document, number(value));
            }
        }
    }

    fn types(&mut self, content: &Value) {
        for (name, r#type) in entries(content, "types") {
            for definition in elements(r#type, "definitions") {
                let arch = text(definition, "arch").parse().ok();
                let documents: Vec<&str> = elements(definition, "docs")
                    .map(|doc| text(doc, "doc"))
                    .collect();
                let document = documents.join(" ");
                match text(definition, "kind") {
                    "enum" => {
                        for member in elements(definition, "members") {
                            let value = member.get("value").and_then(number);
                            let claim = value.map(|value| Claim::Number {
                                value,
                                owner: Some(name.clone()),
                            });
                            if let Some(claim) = claim {
                                self.add(
                                    FactKind::EnumValue,
                                    text(member, "name"),
                                    arch,
                                    &document,
                                    claim,
                                );
                            }
                        }
                    }
                    "struct" | "union" => {
                        let mut layout = FactLayout {
                            size: definition.get("size").and_then(Value::as_u64),
                            ..FactLayout::default()
                        };
                        nested_parts(definition, &mut layout.parts);
                        self.add(FactKind::Type, name, arch, &document, Claim::Layout(layout));
                    }
                    _ => {}
                }
            }
        }
        for (name, documents) in entries(content, "defines") {
            for (document, values) in documents.as_object().into_iter().flatten() {
                let value = values
                    .as_array()
                    .and_then(|values| values.first())
                    .and_then(|first| first.get("value"))
                    .and_then(number);
                self.number(FactKind::Constant, name, None, document, value);
            }
        }
        for (owner, values) in entries(content, "flags_in_tables") {
            for value in values.as_array().into_iter().flatten() {
                let claim = value
                    .get("value")
                    .and_then(number)
                    .map(|value| Claim::Number {
                        value,
                        owner: Some(owner.clone()),
                    });
                if let Some(claim) = claim {
                    self.add(FactKind::EnumValue, text(value, "name"), None, "", claim);
                }
            }
        }
    }

    fn other(&mut self, content: &Value) {
        let lists = [
            ("message_types", FactKind::Message),
            ("intercept_types", FactKind::EnumValue),
            ("interrupt_types", FactKind::EnumValue),
            ("port_types", FactKind::EnumValue),
            ("vtl_entry_reasons", FactKind::EnumValue),
            ("pending_interruption_types", FactKind::EnumValue),
            ("stats_object_types", FactKind::EnumValue),
            ("generic_set_formats", FactKind::EnumValue),
        ];
        for (key, kind) in lists {
            for (document, values) in entries(content, key) {
                self.named_values(kind.clone(), document, values);
            }
        }
        if let Some(codes) = content.get("partition_properties") {
            for (document, values) in entries(codes, "codes") {
                self.named_values(FactKind::EnumValue, document, values);
            }
        }
        if let Some(privileges) = content.get("partition_privilege_flags") {
            for (document, fields) in entries(privileges, "layout") {
                let parts = fields
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(bit_part)
                    .collect();
                let layout = FactLayout {
                    size: Some(8),
                    parts,
                    ..FactLayout::default()
                };
                self.add(
                    FactKind::Type,
                    "HV_PARTITION_PRIVILEGE_MASK",
                    None,
                    document,
                    Claim::Layout(layout),
                );
            }
        }
        for (name, documents) in entries(content, "bit_layouts") {
            // `NAME.arm64` is the layout on one architecture.
            let (name, arch) = match name.rsplit_once('.') {
                Some((name, suffix)) if suffix.parse::<Arch>().is_ok() => {
                    (name, suffix.parse().ok())
                }
                _ => (name.as_str(), None),
            };
            for (document, tables) in documents.as_object().into_iter().flatten() {
                for table in tables.as_array().into_iter().flatten() {
                    let parts = elements(table, "fields").filter_map(range_part).collect();
                    self.add(
                        FactKind::Type,
                        name,
                        arch,
                        document,
                        Claim::Layout(FactLayout {
                            parts,
                            ..FactLayout::default()
                        }),
                    );
                }
            }
        }
        self.enlightened(content);
        for (name, value) in entries(content, "event_log_entries_v2.0") {
            self.number(FactKind::EnumValue, name, None, "v2.0", number(value));
        }
    }

    /// The enlightened VMCS and VMCB.
    fn enlightened(&mut self, content: &Value) {
        for (key, name) in [
            ("enlightened_vmcs", "HV_VMX_ENLIGHTENED_VMCS"),
            ("enlightened_vmcb", "HV_SVM_ENLIGHTENED_VMCB_FIELDS"),
        ] {
            let Some(table) = content.get(key) else {
                continue;
            };
            for (document, fields) in entries(table, "fields") {
                let parts = fields
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(byte_part)
                    .collect();
                let layout = FactLayout {
                    parts,
                    ..FactLayout::default()
                };
                self.add(
                    FactKind::Type,
                    name,
                    Some(Arch::X64),
                    document,
                    Claim::Layout(layout),
                );
            }
        }
    }

    fn named_values(&mut self, kind: FactKind, document: &str, values: &Value) {
        let arch = document
            .split('/')
            .nth(1)
            .and_then(|word| word.parse().ok());
        for value in values.as_array().into_iter().flatten() {
            self.number(
                kind.clone(),
                text(value, "name"),
                arch,
                document,
                value.get("value").and_then(number),
            );
        }
    }
}

/// The parameter blocks of a definition, and the architecture of those that have one.
const SECTIONS: &[(&str, Option<Arch>)] = &[
    ("input", None),
    ("input_x64", Some(Arch::X64)),
    ("input_arm64", Some(Arch::Arm64)),
    ("input_element", None),
    ("output", None),
    ("output_element", None),
];
