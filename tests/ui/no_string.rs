hv_defs_derive::tlfs!(synic);

fn main() {}
