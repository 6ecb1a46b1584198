//! The command line.
fn main() {
    let files = match std::env::args().nth(2) {
        Some(dir) => hv_codegen::load::Files::read_directory(std::path::Path::new(&dir)).unwrap(),
        None => hv_codegen::load::Files::read_directory(std::path::Path::new("spec")).unwrap(),
    };
    match hv_codegen::model::Model::new(&files) {
        Ok(model) => println!("{} items", model.items.len()),
        Err(d) => {
            for l in hv_codegen::diagnostic::locate(&files, d) {
                println!("{l}");
            }
        }
    }
}
