//! What the spec has of one fact.

use super::index::{Index, Number};
use super::layout::flatten;
use super::{Claim, Confirmation, Fact, FactKind, FactLayout, Verdict};
use crate::arch::Arch;
use crate::model::{Hypercall, Item, Kind, Type};

/// The verdict on a fact, and what the fact confirms.
pub fn judge(index: &Index<'_>, fact: &Fact) -> (Verdict, Vec<Confirmation>) {
    let (verdict, confirms) = judge_on_arch(index, fact);
    // Headers show much of one architecture on the other too; it must still be the same.
    let Some(arch) = fact.arch.filter(|_| verdict == Verdict::Absent) else {
        return (verdict, confirms);
    };
    let anywhere = Fact {
        arch: None,
        ..fact.clone()
    };
    match judge_on_arch(index, &anywhere) {
        (Verdict::Present, confirms) => {
            let name = format!("{}, not on {arch}", fact.name);
            (Verdict::OtherName(name), confirms)
        }
        other => other,
    }
}

fn judge_on_arch(index: &Index<'_>, fact: &Fact) -> (Verdict, Vec<Confirmation>) {
    match &fact.claim {
        Claim::Number { value, owner } => judge_number(index, fact, *value, owner.as_deref()),
        Claim::Layout(layout) => judge_layout(index, fact, layout),
    }
}

fn errata(index: &Index<'_>, errata: &[usize]) -> Vec<String> {
    errata
        .iter()
        .map(|&at| index.model.errata[at].id.clone())
        .collect()
}

fn judge_number(
    index: &Index<'_>,
    fact: &Fact,
    value: u64,
    owner: Option<&str>,
) -> (Verdict, Vec<Confirmation>) {
    let named: Vec<&Number<'_>> = index.by_name(&fact.name, fact.arch).collect();
    let same: Vec<Confirmation> = named
        .iter()
        .filter(|number| number.value == value)
        .map(|number| Confirmation::new(number.item, number.part))
        .collect();
    if !same.is_empty() {
        return (Verdict::Present, same);
    }
    if let Some(number) = named.first() {
        let difference = format!("{:#x} in the spec, {value:#x} there", number.value);
        let errata = errata(index, number.errata);
        return (
            Verdict::Contradicted {
                item: number.item.name.clone(),
                difference,
                errata,
            },
            Vec::new(),
        );
    }
    let identifies = !matches!(fact.kind, FactKind::Constant | FactKind::EnumValue);
    if identifies {
        if let Some(number) = index.by_number(&fact.kind, value, fact.arch).next() {
            // The number alone does not say that it is the same thing, so it confirms nothing.
            return (Verdict::OtherName(number.item.name.clone()), Vec::new());
        }
    }
    // A value of an enum that the spec has may have another name there.
    for item in owner
        .into_iter()
        .flat_map(|owner| index.types(owner, fact.arch))
    {
        if let Kind::Enum(body) = &item.kind {
            if let Some(found) = body.values.iter().find(|found| found.value == value) {
                return (
                    Verdict::OtherName(format!("{}.{}", item.name, found.name)),
                    Vec::new(),
                );
            }
        }
    }
    if let Some(number) = index.bit(&fact.name, value) {
        let confirmation = Confirmation::new(number.item, number.part);
        return (Verdict::Present, vec![confirmation]);
    }
    (Verdict::Absent, Vec::new())
}

fn judge_layout(
    index: &Index<'_>,
    fact: &Fact,
    layout: &FactLayout,
) -> (Verdict, Vec<Confirmation>) {
    let mut candidates = candidates(index, fact, layout);
    candidates.sort_by_key(|item| item.id);
    candidates.dedup_by_key(|item| item.id);
    let mut verdict = Verdict::Absent;
    for item in candidates {
        let flat = flatten(index.model, item);
        match flat.difference(layout) {
            None => {
                let mut confirms: Vec<Confirmation> = layout
                    .parts
                    .iter()
                    .flat_map(|part| flat.names_at(part))
                    .map(|name| Confirmation::new(item, Some(name)))
                    .collect();
                if layout.size.is_some() {
                    confirms.push(Confirmation::new(item, None));
                }
                let leaf = layout.leaf.is_some() || layout.call.is_some();
                let same_name =
                    leaf || super::index::plain(&fact.name) == super::index::plain(&item.name);
                let verdict = if same_name {
                    Verdict::Present
                } else {
                    Verdict::OtherName(item.name.clone())
                };
                return (verdict, confirms);
            }
            Some(difference) if verdict == Verdict::Absent => {
                let mut known = all_errata(item);
                known.extend(call_errata(index, fact, layout));
                let errata = errata(index, &known);
                verdict = Verdict::Contradicted {
                    item: item.name.clone(),
                    difference,
                    errata,
                };
            }
            Some(_) => {}
        }
    }
    if verdict == Verdict::Absent && is_plain_number(index, fact, layout) {
        return (Verdict::Present, Vec::new());
    }
    (verdict, Vec::new())
}

/// Whether the layout is one number and nothing more, and the spec has an integer of that size.
fn is_plain_number(index: &Index<'_>, fact: &Fact, layout: &FactLayout) -> bool {
    let [part] = &layout.parts[..] else {
        return false;
    };
    let fits = |r#type: &Type| match index.model.plain(r#type) {
        Type::Int(int) => {
            part.offset == 0 && part.bits.is_none_or(|bits| bits == u64::from(int.bits()))
        }
        _ => false,
    };
    if let Some((code, block)) = &layout.call {
        return index
            .by_number(&FactKind::Hypercall, *code, fact.arch)
            .filter_map(|number| match &number.item.kind {
                Kind::Hypercall(body) => parameter(body, block),
                _ => None,
            })
            .any(fits);
    }
    index
        .by_name(&fact.name, fact.arch)
        .any(|number| matches!(&number.item.kind, Kind::Msr(body) if fits(&body.value)))
}

/// The errata of the call whose parameters the fact is about.
fn call_errata(index: &Index<'_>, fact: &Fact, layout: &FactLayout) -> Vec<usize> {
    let code = layout.call.as_ref().map(|(code, _)| *code);
    let calls = code
        .into_iter()
        .flat_map(|code| index.by_number(&FactKind::Hypercall, code, fact.arch));
    calls.flat_map(|call| call.errata.to_vec()).collect()
}

/// The errata of an item and of its parts.
fn all_errata(item: &Item) -> Vec<usize> {
    let mut errata = item.facts.errata.clone();
    match &item.kind {
        Kind::Struct(body) => {
            errata.extend(body.fields.iter().flat_map(|field| &field.facts.errata))
        }
        Kind::Bitfield(body) => errata.extend(body.bits.iter().flat_map(|bits| &bits.facts.errata)),
        Kind::Union(body) => {
            errata.extend(body.members.iter().flat_map(|member| &member.facts.errata))
        }
        _ => {}
    }
    errata
}

/// The items that a layout may be about.
fn candidates<'m>(index: &Index<'m>, fact: &Fact, layout: &FactLayout) -> Vec<&'m Item> {
    if let Some((code, block)) = &layout.call {
        let calls = index
            .by_number(&FactKind::Hypercall, *code, fact.arch)
            .filter_map(|number| match &number.item.kind {
                Kind::Hypercall(body) => parameter(body, block),
                _ => None,
            });
        return calls.filter_map(|r#type| item_of(index, r#type)).collect();
    }
    if let Some(leaf) = layout.leaf {
        let leaves = index
            .by_number(&FactKind::Cpuid, leaf, fact.arch)
            .filter_map(|number| match &number.item.kind {
                Kind::Cpuid(body) => Some(index.model.item(body.value)),
                _ => None,
            });
        return leaves.collect();
    }
    // The value of an MSR or a register goes by the name of the MSR in some tables.
    let values =
        index
            .by_name(&fact.name, fact.arch)
            .filter_map(|number| match &number.item.kind {
                Kind::Msr(body) => item_of(index, &body.value),
                Kind::Register(body) => {
                    item_of(index, body.value.on(fact.arch.unwrap_or(Arch::X64))?)
                }
                _ => None,
            });
    index.types(&fact.name, fact.arch).chain(values).collect()
}

fn parameter<'h>(call: &'h Hypercall, block: &str) -> Option<&'h Type> {
    match block {
        "input" => call.input.as_ref(),
        "input_element" => call.input_element.as_ref(),
        // The documents have one table for what a call gives once and for each element.
        "output" => call.output.as_ref().or(call.output_element.as_ref()),
        "output_element" => call.output_element.as_ref(),
        _ => None,
    }
}

fn item_of<'m>(index: &Index<'m>, r#type: &Type) -> Option<&'m Item> {
    index.model.parts_of(r#type).map(|id| index.model.item(id))
}
