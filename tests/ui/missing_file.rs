hv_defs::spec_file!("no/such/file.yaml");

fn main() {}
