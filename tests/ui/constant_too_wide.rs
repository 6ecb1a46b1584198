use hv_defs::timer::HvX64MsrStimerConfigContents;

// Sixteen does not fit the four bits of SINTx; nothing is cut off silently.
const CONFIG: HvX64MsrStimerConfigContents = HvX64MsrStimerConfigContents::new().with_sintx(16);

fn main() {
    let _ = CONFIG;
}
