//! Bit-fields: a union of the whole and C bit-fields, or an integer with masks and shifts.

use std::fmt::Write;

use super::Emitter;
use super::comments::block;
use crate::model::{Bitfield, BitfieldStyle, Bits, Item, TypeStyle};
use crate::naming;

impl Emitter<'_> {
    pub(super) fn bitfield(&self, item: &Item, body: &Bitfield) -> String {
        match self.style.bitfields {
            BitfieldStyle::Union => self.bitfield_union(item, body),
            BitfieldStyle::Masks => self.bitfield_masks(item, body),
        }
    }

    /// All fields have the type of the storage, so that compilers that start a new unit for another
    /// type (Microsoft's rule) lay them out the same.
    fn bitfield_union(&self, item: &Item, body: &Bitfield) -> String {
        let name = self.item_name(item);
        let storage = self.style.integer(body.storage);
        let whole = self.whole_name(body);
        let extension = self.extension();
        let mut out = self.type_comment(item);
        let _ = match self.style.types {
            TypeStyle::Typedef => writeln!(out, "typedef union _{name} {{"),
            TypeStyle::Tag => writeln!(out, "union {name} {{"),
        };
        let _ = writeln!(out, "\t{storage} {whole};\n\t{extension}struct {{");
        for bits in &body.bits {
            if let Some(doc) = &bits.facts.doc {
                out.push_str(&block(doc, "\t\t"));
            }
            let _ = writeln!(
                out,
                "\t\t{storage} {} : {};",
                self.bits_name(item, body, bits),
                bits.width()
            );
        }
        let packed = if self.style.pack_all {
            format!(" {}", self.style.packed)
        } else {
            String::new()
        };
        let _ = writeln!(out, "\t}}{packed};");
        let _ = match self.style.types {
            TypeStyle::Typedef => writeln!(out, "}} {name};"),
            TypeStyle::Tag => writeln!(out, "}};"),
        };
        let type_name = self.type_name(&crate::model::Type::Item(item.id));
        self.assert(
            &mut out,
            &format!("sizeof({type_name}) == {}", body.storage.bytes),
        );
        out
    }

    fn bitfield_masks(&self, item: &Item, body: &Bitfield) -> String {
        let name = self.item_name(item);
        let mut out = self.type_comment(item);
        if self.style.types == TypeStyle::Typedef {
            let _ = writeln!(out, "typedef {} {name};", self.style.integer(body.storage));
        }
        for bits in body.bits.iter().filter(|bits| bits.name.is_some()) {
            let part = self.bits_name(item, body, bits);
            let stem = format!(
                "{}_{}",
                naming::screaming_case(&name),
                naming::screaming_case(&part)
            );
            if let Some(doc) = &bits.facts.doc {
                out.push_str(&block(doc, ""));
            }
            let mask = format!("{stem}_MASK");
            let shift = format!("{stem}_SHIFT");
            let _ = writeln!(
                out,
                "#define {mask}{}{}",
                self.gap(&mask),
                self.literal(bits.mask(), body.storage)
            );
            let _ = writeln!(out, "#define {shift}{}{}", self.gap(&shift), bits.low);
        }
        out
    }

    /// The name of a range, or one that says that it has none.
    pub(crate) fn bits_name(&self, item: &Item, body: &Bitfield, bits: &Bits) -> String {
        match &bits.name {
            Some(name) => self.part_name(item, name),
            None => {
                let _ = body;
                self.reserved_name(&bits.rust)
            }
        }
    }

    /// `reserved0` as the dialect spells fields.
    pub(super) fn reserved_name(&self, rust: &str) -> String {
        match self.style.types {
            TypeStyle::Tag => rust.to_owned(),
            TypeStyle::Typedef => rust.replacen('r', "R", 1),
        }
    }

    /// The name of the member that is the whole storage.
    pub(crate) fn whole_name(&self, body: &Bitfield) -> String {
        match self.style.types {
            TypeStyle::Tag => format!("as_uint{}", body.storage.bits()),
            TypeStyle::Typedef => format!("AsUINT{}", body.storage.bits()),
        }
    }

    pub(super) fn extension(&self) -> String {
        match self.style.extension.as_str() {
            "" => String::new(),
            word => format!("{word} "),
        }
    }

    pub(super) fn assert(&self, out: &mut String, condition: &str) {
        if let Some(assert) = &self.style.assert {
            let _ = writeln!(out, "{assert}({condition});");
        }
    }
}
