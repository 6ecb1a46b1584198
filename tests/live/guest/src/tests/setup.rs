//! The start of all processors, and the hypercall page.

use hv_defs::Msr;
use hv_defs::cpuid::HvImplementationLimits;
use hv_defs::hypercall::{
    HvGuestOsIdOpenSource, HvGuestOsOpenSourceIds, HvX64MsrGuestOsId, HvX64MsrHypercall,
    HvX64MsrHypercallContents,
};

use crate::enlightened::{HYPERCALL, leaf, read, write};
use crate::machine::{self, processors};
use crate::report::{Outcome, fail, note, require};

/// How many processors there are.
pub fn count() -> usize {
    let limits: HvImplementationLimits = leaf();
    limits.max_virtual_processor_count as usize
}

/// All start, and each index is its own.
pub fn processors_start() -> Outcome {
    let count = count();
    // No clock yet: a guest that waits forever is ended by the time limit of the run.
    while !(0..count).all(processors::is_ready) {
        machine::breathe();
    }
    for number in 0..count {
        for other in 0..number {
            let index = processors::vp_index(number);
            require!(
                index != processors::vp_index(other),
                "processors {number} and {other} both have the index {index}"
            );
        }
    }
    Ok(())
}

fn enabled() -> HvX64MsrHypercallContents {
    HvX64MsrHypercallContents::new()
        .with_enable(true)
        .with_gpa_page_number(HYPERCALL.number())
}

/// Without an identity there is no hypercall page, and taking it back takes the page away.
pub fn guest_os_id() -> Outcome {
    require!(
        machine::rdmsr(HvX64MsrGuestOsId::NUMBER) == Ok(0),
        "there is an identity before the guest gave one"
    );
    write::<HvX64MsrHypercall>(enabled());
    require!(
        !read::<HvX64MsrHypercall>().enable(),
        "a page without an identity"
    );

    let identity = HvGuestOsIdOpenSource::new()
        .with_is_open_source(true)
        .with_os_type(HvGuestOsOpenSourceIds::FREEBSD)
        .with_version(0x1234)
        .with_build_number(7);
    let set = |bits| machine::wrmsr(HvX64MsrGuestOsId::NUMBER, bits);
    require!(
        set(identity.into_bits()) == Ok(()),
        "the identity cannot be written"
    );
    let Ok(bits) = machine::rdmsr(HvX64MsrGuestOsId::NUMBER) else {
        fail!("the identity cannot be read");
    };
    require!(
        bits == identity.into_bits(),
        "the identity became {bits:#x}"
    );

    write::<HvX64MsrHypercall>(enabled());
    let page = read::<HvX64MsrHypercall>();
    require!(page == enabled(), "the page became {page:?}");
    require!(set(0) == Ok(()), "the identity cannot be taken back");
    require!(
        !read::<HvX64MsrHypercall>().enable(),
        "the page outlives the identity"
    );
    require!(
        set(identity.into_bits()) == Ok(()),
        "the identity cannot be written again"
    );
    Ok(())
}

/// The hypervisor puts code into the page.
pub fn page() -> Outcome {
    HYPERCALL.clear();
    write::<HvX64MsrHypercall>(enabled());
    let code: [u8; 16] = HYPERCALL.read(0);
    note(format_args!("hypercall page: {code:02x?}"));
    require!(code.contains(&0xc3), "no return in {code:02x?}");
    let page = read::<HvX64MsrHypercall>();
    require!(!page.locked(), "the page is locked though no guest asked");
    Ok(())
}
