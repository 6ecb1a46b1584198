//! What CPUID tells the guest: the machine's own leaves, and the hypervisor's, built with hv-defs from
//! what KVM says that it has.

use hv_defs::CpuidLeaf;
use hv_defs::cpuid::{
    HvHypervisorInterface, HvHypervisorInterfaceInfo, HvHypervisorVersionInfo,
    HvImplementationLimits, HvVendorAndMaxFunction, HvX64EnlightenmentInformation,
    HvX64HypervisorFeatures,
};
use hv_defs::partition::HvPartitionPrivilegeMask;
use kvm_bindings::{CpuId, KVM_MAX_CPUID_ENTRIES, KVMIO, kvm_cpuid_entry2, kvm_cpuid2};
use kvm_ioctls::Kvm;
use vmm_sys_util::ioctl::ioctl_with_mut_ptr;
use vmm_sys_util::ioctl_iowr_nr;

use crate::machine::Failure;

// The one request to KVM here that kvm-ioctls does not have.
ioctl_iowr_nr!(KVM_GET_SUPPORTED_HV_CPUID, KVMIO, 0xc1, kvm_cpuid2);

/// The leaves of Hyper-V that KVM has.
fn supported(kvm: &Kvm) -> Result<CpuId, Failure> {
    let mut leaves = CpuId::new(KVM_MAX_CPUID_ENTRIES)?;
    let list = leaves.as_mut_fam_struct_ptr();
    // SAFETY: KVM writes as many entries as the list says that it has room for.
    match unsafe { ioctl_with_mut_ptr(kvm, KVM_GET_SUPPORTED_HV_CPUID(), list) } {
        0 => Ok(leaves),
        _ => Err(std::io::Error::last_os_error().into()),
    }
}

/// All leaves of a guest with this many processors, without these privileges.
pub fn offered(kvm: &Kvm, processors: usize, without: u64) -> Result<CpuId, Failure> {
    let mut entries = kvm
        .get_supported_cpuid(KVM_MAX_CPUID_ENTRIES)?
        .as_slice()
        .to_vec();
    // KVM's own leaves stand where the hypervisor's have to.
    entries.retain(|entry| !(0x4000_0000..0x5000_0000).contains(&entry.function));
    for entry in &mut entries {
        if entry.function == 1 {
            // A hypervisor is present: bit 31 of ECX.
            entry.ecx |= 1 << 31;
        }
    }
    let has = supported(kvm)?;
    let has = has.as_slice();
    for entry in has {
        println!(
            "# KVM has leaf {:#x}: {:#x} {:#x} {:#x} {:#x}",
            entry.function, entry.eax, entry.ebx, entry.ecx, entry.edx
        );
    }

    let mut features: HvX64HypervisorFeatures = leaf(has)?;
    let privileges = features.partition_privileges.into_bits() & !without;
    features.partition_privileges = HvPartitionPrivilegeMask::from_bits(privileges);
    let mut limits: HvImplementationLimits = leaf(has)?;
    limits.max_virtual_processor_count = u32::try_from(processors)?;

    entries.extend([
        entry(HvVendorAndMaxFunction {
            max_function: HvImplementationLimits::LEAF,
            vendor_name: *b"Microsoft Hv",
        }),
        entry(HvHypervisorInterfaceInfo {
            interface: HvHypervisorInterface::MICROSOFT_HYPERVISOR_INTERFACE,
            ..Default::default()
        }),
        entry(leaf::<HvHypervisorVersionInfo>(has)?),
        entry(features),
        entry(leaf::<HvX64EnlightenmentInformation>(has)?),
        entry(limits),
    ]);
    Ok(CpuId::from_entries(&entries)?)
}

/// A leaf as KVM has it.
fn leaf<L: CpuidLeaf>(has: &[kvm_cpuid_entry2]) -> Result<L, Failure> {
    let entry = has.iter().find(|entry| entry.function == L::LEAF);
    let entry = entry.ok_or_else(|| format!("KVM lacks the leaf {}", L::NAME))?;
    Ok(L::from_registers([
        entry.eax, entry.ebx, entry.ecx, entry.edx,
    ]))
}

fn entry<L: CpuidLeaf>(leaf: L) -> kvm_cpuid_entry2 {
    let [eax, ebx, ecx, edx] = leaf.into_registers();
    kvm_cpuid_entry2 {
        function: L::LEAF,
        eax,
        ebx,
        ecx,
        edx,
        ..Default::default()
    }
}
