//! Writes the Rust half of the layout witness, which has to be compiled against hv-defs.

use std::path::PathBuf;
use std::{env, fs};

use hv_codegen::emit::witness::rust_program;
use hv_codegen::load::Files;
use hv_codegen::model::Model;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let model = Model::new(&Files::embedded())
        .expect("`hv-codegen check` says what is wrong with the spec");
    let directory = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let program = rust_program(&model).expect("the witness is Rust");
    fs::write(directory.join("witness.rs"), program).expect("OUT_DIR can be written");
}
