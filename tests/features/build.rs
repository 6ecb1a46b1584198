//! Writes a list of all types of the spec, with what rustc has to say about each of their parts.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use hv_codegen::load::Files;
use hv_codegen::model::{Bits, BitsType, Enum, Item, Kind, Model};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let model = Model::new(&Files::embedded()).expect("the spec is correct");
    let mut out = String::from("static TYPES_OF_THE_SPEC: &[Type] = &[\n");
    for item in &model.items {
        let path = format!("hv_defs::{}::{}", model.chapter_of(item).name, item.rust);
        let line = match &item.kind {
            Kind::Enum(body) if body.closed => panic!("{path}: teach this test closed enums"),
            Kind::Enum(body) => enum_values(&path, body),
            Kind::Bitfield(body) => {
                let ranges = body.bits.iter();
                let named = ranges.filter(|bits| bits.name.is_some() && bits.reserved.is_none());
                let parts: Vec<String> = named.map(|bits| range(&model, bits)).collect();
                format!("bitfield!({path}; {})", parts.join(", "))
            }
            Kind::Struct(body) => {
                let parts: Vec<&str> = body.fields.iter().map(|field| &*field.rust).collect();
                format!("structure!({path}; {})", parts.join(", "))
            }
            Kind::Union(_) => format!("union!({path})"),
            _ => continue,
        };
        writeln!(out, "    {line},").expect("a string takes all");
    }
    out.push_str("];\n");
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(directory.join("types.rs"), out).expect("OUT_DIR can be written");
}

fn enum_values(path: &str, body: &Enum) -> String {
    let values: Vec<String> = body
        .values
        .iter()
        .map(|value| format!("{:?} {}", value.name, value.rust))
        .collect();
    format!("open_enum!({path}; {})", values.join(", "))
}

/// A range with the way from what its getter returns to a number.
fn range(model: &Model, bits: &Bits) -> String {
    let newtype = |item: &Item| matches!(item.kind, Kind::Enum(_) | Kind::Bitfield(_));
    let into = match &bits.r#type {
        BitsType::Item(id, _) if newtype(model.item(*id)) => ".into_bits()",
        _ => "",
    };
    format!("{0} with_{0} ({into})", bits.rust)
}
