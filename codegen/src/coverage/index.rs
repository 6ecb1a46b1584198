//! The spec by the names and numbers that other sources use.

use rustc_hash::FxHashMap;

use super::FactKind;
use crate::arch::{Arch, Arches};
use crate::model::{Item, Kind, Macro, Model, Value};
use crate::parallel;

/// Finds things of the spec.
#[derive(Debug)]
pub struct Index<'m> {
    pub(crate) model: &'m Model,
    names: FxHashMap<String, Named<'m>>,
    numbers: FxHashMap<(FactKind, u64), Vec<Number<'m>>>,
    types: FxHashMap<String, Vec<&'m Item>>,
    /// The masks of bit ranges, which some tables have as numbers.
    bits: FxHashMap<String, Vec<Number<'m>>>,
}

/// A number of the spec.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'m> {
    pub(crate) item: &'m Item,
    /// The value of an enum that it is; nothing for the item itself.
    pub(crate) part: Option<&'m str>,
    pub(crate) value: u64,
    pub(crate) arches: Arches,
    pub(crate) errata: &'m [usize],
}

/// The numbers of a name.
#[derive(Debug)]
struct Named<'m> {
    numbers: Vec<Number<'m>>,
    /// Whether a code base spells the number so and without a module, so that the name says enough.
    stands_alone: bool,
}

/// Every name of an item and of each value of it: in the document, in Rust, in each dialect.
struct Names {
    item: Vec<Name>,
    /// None where an enum collects other items.
    values: Vec<Vec<Name>>,
}

impl Names {
    fn new(model: &Model, item: &Item) -> Self {
        let mut own = vec![spelt(&item.name), (plain(&item.rust), false)];
        for dialect in &model.dialects {
            let name = dialect.item_name(item).filter(|name| *name != item.name);
            own.extend(name.map(|name| spelt(&name)));
            own.extend(dialect.aliases(item).iter().map(|alias| spelt(alias)));
        }
        let values: &[Value] = match &item.kind {
            Kind::Enum(body) if body.collects.is_none() => &body.values,
            _ => &[],
        };
        let by_dialect: Vec<_> = model
            .dialects
            .iter()
            .map(|own| own.value_names(item))
            .collect();
        let of_value = |value: &Value| {
            let rust = format!("{}{}", item.rust, value.rust);
            let theirs = by_dialect.iter().filter_map(|name_of| name_of(value));
            let theirs = theirs.filter(|name| *name != value.name);
            let mut names = vec![spelt(&value.name), (plain(&rust), false)];
            names.extend(theirs.map(|name| spelt(&name)));
            each_once(names)
        };
        Self {
            item: each_once(own),
            values: values.iter().map(of_value).collect(),
        }
    }
}

/// A name in one form for all spellings, and whether it stands alone.
type Name = (String, bool);

/// A name of a code base.
fn spelt(name: &str) -> Name {
    (plain(name), !name.contains(':'))
}

/// A name without what spellings differ in: case, underscores, a leading module.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = Vec::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'_' => {}
            b':' => plain.clear(),
            byte => plain.push(byte.to_ascii_lowercase()),
        }
    }
    String::from_utf8(plain).expect("whole letters of ASCII were taken from it")
}

impl<'m> Index<'m> {
    /// The index of a model.
    pub fn new(model: &'m Model) -> Self {
        let mut index = Self {
            model,
            names: FxHashMap::default(),
            numbers: FxHashMap::default(),
            types: FxHashMap::default(),
            bits: FxHashMap::default(),
        };
        let names = parallel::each(model.items.len(), |at| Names::new(model, &model.items[at]));
        let own = names.iter().map(|names| names.item.len());
        let of_values = names.iter().flat_map(|names| &names.values).map(Vec::len);
        index.names.reserve(own.chain(of_values).sum());
        index.types.reserve(2 * model.items.len());
        for (item, names) in model.items.iter().zip(names) {
            index.add(item, names);
        }
        for body in model.dialects.iter().flat_map(|dialect| &dialect.macros) {
            index.add_macro(body);
        }
        index
    }

    fn add(&mut self, item: &'m Item, names: Names) {
        let own = |value: u64| Number {
            item,
            part: None,
            value,
            arches: item.arches,
            errata: &item.facts.errata,
        };
        let identity = match &item.kind {
            Kind::Hypercall(body) => Some((FactKind::Hypercall, u64::from(body.code))),
            Kind::Msr(body) => Some((FactKind::Msr, body.number.into())),
            Kind::StatusCode(body) => Some((FactKind::Status, body.value.into())),
            Kind::Register(body) => Some((FactKind::Register, body.number.into())),
            Kind::Message(body) => Some((FactKind::Message, body.number.into())),
            Kind::Cpuid(body) => Some((FactKind::Cpuid, body.leaf.into())),
            Kind::Ioctl(body) => Some((FactKind::Constant, body.request.into())),
            Kind::Constant(body) => Some((FactKind::Constant, body.value)),
            _ => None,
        };
        if let Some((kind, value)) = identity {
            self.numbers
                .entry((kind, value))
                .or_default()
                .push(own(value));
            for name in &names.item {
                self.add_name(name.clone(), own(value));
            }
        }
        match &item.kind {
            Kind::Enum(body) => {
                // Where the enum collects other items, their names are theirs.
                for (value, names) in body.values.iter().zip(names.values) {
                    let number = Number {
                        item,
                        part: Some(&value.name),
                        value: value.value,
                        arches: value.arches,
                        errata: if value.facts.errata.is_empty() {
                            &item.facts.errata
                        } else {
                            &value.facts.errata
                        },
                    };
                    for name in names {
                        self.add_name(name, number);
                    }
                }
                self.add_type(item, names.item);
            }
            Kind::Bitfield(body) => {
                for bits in &body.bits {
                    let number = Number {
                        part: bits.name.as_deref(),
                        ..own(bits.mask())
                    };
                    if let Some(name) = number.part {
                        self.bits.entry(plain(name)).or_default().push(number);
                    }
                }
                self.add_type(item, names.item);
            }
            Kind::Struct(_) | Kind::Union(_) | Kind::Alias(_) => self.add_type(item, names.item),
            _ => {}
        }
    }

    /// A macro of a dialect is a number under another name.
    fn add_macro(&mut self, body: &'m Macro) {
        let Some(value) = body.value else {
            return;
        };
        let item = self.model.item(body.item);
        let number = Number {
            item,
            part: body.part.as_deref(),
            value,
            arches: body.arches,
            errata: &item.facts.errata,
        };
        self.add_name(spelt(&body.name), number);
    }

    fn add_name(&mut self, (name, stands_alone): Name, number: Number<'m>) {
        // Few names have more than one number, and there are many names.
        let named = self.names.entry(name).or_insert_with(|| Named {
            numbers: Vec::with_capacity(1),
            stands_alone: false,
        });
        named.numbers.push(number);
        named.stands_alone |= stands_alone;
    }

    fn add_type(&mut self, item: &'m Item, names: Vec<Name>) {
        for (name, _) in names {
            self.types.entry(name).or_default().push(item);
        }
    }

    pub(crate) fn by_name(
        &self,
        name: &str,
        arch: Option<Arch>,
    ) -> impl Iterator<Item = &Number<'m>> {
        let named = self.names.get(&plain(name)).into_iter();
        let numbers = named.flat_map(|named| &named.numbers);
        numbers.filter(move |number| arch.is_none_or(|arch| number.arches.contains(arch)))
    }

    pub(crate) fn by_number(
        &self,
        kind: &FactKind,
        value: u64,
        arch: Option<Arch>,
    ) -> impl Iterator<Item = &Number<'m>> {
        let numbers = self
            .numbers
            .get(&(kind.clone(), value))
            .into_iter()
            .flatten();
        numbers.filter(move |number| arch.is_none_or(|arch| number.arches.contains(arch)))
    }

    /// The bit range of a name that has this mask.
    pub(crate) fn bit(&self, name: &str, mask: u64) -> Option<&Number<'m>> {
        let numbers = self.bits.get(&plain(name))?;
        numbers.iter().find(|number| number.value == mask)
    }

    /// The plain names of all numbers that say enough without a module: many enums have a `NONE`.
    #[cfg(feature = "abi")]
    pub(crate) fn number_names(&self) -> impl Iterator<Item = &String> {
        let alone = self.names.iter().filter(|(_, named)| named.stands_alone);
        alone.map(|(name, _)| name)
    }

    /// The plain names of all types.
    #[cfg(feature = "abi")]
    pub(crate) fn type_names(&self) -> impl Iterator<Item = &String> {
        self.types.keys()
    }

    pub(crate) fn types(&self, name: &str, arch: Option<Arch>) -> impl Iterator<Item = &'m Item> {
        let items = self.types.get(&plain(name)).into_iter().flatten().copied();
        items.filter(move |item| arch.is_none_or(|arch| item.arches.contains(arch)))
    }
}

/// Each name once; it stands alone if it does in one spelling.
fn each_once(mut names: Vec<Name>) -> Vec<Name> {
    names.sort_by(|left, right| (&left.0, right.1).cmp(&(&right.0, left.1)));
    names.dedup_by(|later, first| later.0 == first.0);
    names
}
