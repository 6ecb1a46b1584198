//! CPUID.

use hv_defs::CpuidLeaf;
use hv_defs::cpuid::{
    HvHypervisorInterface, HvHypervisorInterfaceInfo, HvHypervisorVersionInfo,
    HvImplementationLimits, HvVendorAndMaxFunction, HvX64EnlightenmentInformation,
    HvX64HypervisorFeatures,
};

use crate::enlightened::leaf;
use crate::report::{Outcome, note, require};

pub fn interface() -> Outcome {
    let vendor: HvVendorAndMaxFunction = leaf();
    require!(vendor.vendor_name == *b"Microsoft Hv", "{vendor:x?}");
    require!(
        vendor.max_function >= HvImplementationLimits::LEAF,
        "{vendor:x?}"
    );
    let interface: HvHypervisorInterfaceInfo = leaf();
    require!(
        interface.interface == HvHypervisorInterface::MICROSOFT_HYPERVISOR_INTERFACE,
        "{interface:x?}"
    );
    Ok(())
}

pub fn version() -> Outcome {
    let version: HvHypervisorVersionInfo = leaf();
    note(format_args!("{version:?}"));
    // KVM says that it is the hypervisor of Windows Server 2016.
    let release = (version.ebx.major_version(), version.ebx.minor_version());
    require!(
        version.build_number == 14393 && release == (10, 0),
        "{version:?}"
    );
    Ok(())
}

pub fn features() -> Outcome {
    let features: HvX64HypervisorFeatures = leaf();
    note(format_args!("{:?}", features.partition_privileges));
    note(format_args!("{:?}", features.ecx));
    note(format_args!("{:?}", features.edx));
    let hints: HvX64EnlightenmentInformation = leaf();
    note(format_args!("{:?}", hints.eax));
    let limits: HvImplementationLimits = leaf();
    note(format_args!("{limits:?}"));
    let privileges = features.partition_privileges;
    require!(
        privileges.access_hypercall_msrs() && privileges.access_vp_index(),
        "a guest needs at least the hypercall page and its index: {privileges:?}"
    );
    Ok(())
}
