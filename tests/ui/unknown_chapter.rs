hv_defs_derive::tlfs!("synick");

fn main() {}
