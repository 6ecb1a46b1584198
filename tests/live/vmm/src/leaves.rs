//! What CPUID tells the guest: the machine's own leaves, and the hypervisor's, built with hv-defs from
//! what KVM says that it has.

use hv_defs::CpuidLeaf;
use hv_defs::cpuid::{
    HvHypervisorInterface, HvHypervisorInterfaceInfo, HvHypervisorVersionInfo,
    HvImplementationLimits, HvVendorAndMaxFunction, HvX64EnlightenmentInformation,
    HvX64EnlightenmentInformationEax, HvX64HypervisorFeatures, HvX64HypervisorFeaturesEdx,
};
use hv_defs::partition::HvPartitionPrivilegeMask;
use kvm_bindings::{CpuId, KVM_MAX_CPUID_ENTRIES, KVMIO, kvm_cpuid_entry2, kvm_cpuid2};
use kvm_ioctls::Kvm;
use vmm_sys_util::ioctl::ioctl_with_mut_ptr;
use vmm_sys_util::ioctl_iowr_nr;

use crate::machine::Failure;

// The one request to KVM here that kvm-ioctls does not have.
ioctl_iowr_nr!(KVM_GET_SUPPORTED_HV_CPUID, KVMIO, 0xc1, kvm_cpuid2);

/// What of leaf 0x40000003 is kept from the guest, by the numbers of bits and not by names of hv-defs.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Without {
    /// Of EBX:EAX.
    pub privileges: u64,
    /// Of EDX.
    pub features: u32,
}

/// The leaves of Hyper-V that KVM has.
pub fn supported(kvm: &Kvm) -> Result<CpuId, Failure> {
    let mut leaves = CpuId::new(KVM_MAX_CPUID_ENTRIES)?;
    let list = leaves.as_mut_fam_struct_ptr();
    // SAFETY: KVM writes as many entries as the list says that it has room for.
    match unsafe { ioctl_with_mut_ptr(kvm, KVM_GET_SUPPORTED_HV_CPUID(), list) } {
        0 => Ok(leaves),
        _ => Err(std::io::Error::last_os_error().into()),
    }
}

/// Whether KVM offers, by name, what Linux 6.12 does. It has the numbers of its own, so that a bit which hv-defs
/// has elsewhere is missed.
pub fn check(has: &[kvm_cpuid_entry2]) -> Result<(), String> {
    let features: HvX64HypervisorFeatures = leaf(has).map_err(|error| error.to_string())?;
    let privileges = HvPartitionPrivilegeMask::new()
        .with_access_vp_run_time_reg(true)
        .with_access_partition_reference_counter(true)
        .with_access_synic_regs(true)
        .with_access_synthetic_timer_regs(true)
        .with_access_intr_ctrl_regs(true)
        .with_access_hypercall_msrs(true)
        .with_access_vp_index(true)
        .with_access_reset_reg(true)
        .with_access_partition_reference_tsc(true)
        .with_access_frequency_regs(true)
        .with_access_reenlightenment_controls(true)
        .with_access_tsc_invariant_controls(true)
        .with_post_messages(true)
        .with_signal_events(true)
        .with_enable_extended_hypercalls(true);
    let missing = privileges.into_bits() & !features.partition_privileges.into_bits();
    if missing != 0 {
        let missing = HvPartitionPrivilegeMask::from_bits(missing);
        return Err(format!("KVM does not offer {missing:?}"));
    }
    let edx = HvX64HypervisorFeaturesEdx::new()
        .with_xmm_registers_for_fast_hypercall_available(true)
        .with_frequency_regs_available(true)
        .with_guest_crash_regs_available(true)
        .with_direct_synthetic_timers(true);
    let missing = edx.into_bits() & !features.edx.into_bits();
    if missing != 0 {
        let missing = HvX64HypervisorFeaturesEdx::from_bits(missing);
        return Err(format!("KVM does not offer {missing:?}"));
    }
    let hints: HvX64EnlightenmentInformation = leaf(has).map_err(|error| error.to_string())?;
    let eax = HvX64EnlightenmentInformationEax::new()
        .with_use_hypercall_for_remote_flush_and_local_flush_entire(true)
        .with_use_apic_msrs(true)
        .with_use_relaxed_timing(true)
        .with_use_synthetic_cluster_ipi(true)
        .with_use_ex_processor_masks(true);
    let missing = eax.into_bits() & !hints.eax.into_bits();
    if missing != 0 {
        let missing = HvX64EnlightenmentInformationEax::from_bits(missing);
        return Err(format!("KVM does not recommend {missing:?}"));
    }
    Ok(())
}

/// All leaves of a guest with this many processors.
pub fn offered(
    kvm: &Kvm,
    has: &[kvm_cpuid_entry2],
    processors: usize,
    without: Without,
) -> Result<CpuId, Failure> {
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
    for entry in has {
        println!(
            "# KVM has leaf {:#x}: {:#x} {:#x} {:#x} {:#x}",
            entry.function, entry.eax, entry.ebx, entry.ecx, entry.edx
        );
    }

    let mut features: HvX64HypervisorFeatures = leaf(has)?;
    let privileges = features.partition_privileges.into_bits() & !without.privileges;
    features.partition_privileges = HvPartitionPrivilegeMask::from_bits(privileges);
    let edx = features.edx.into_bits() & !without.features;
    features.edx = HvX64HypervisorFeaturesEdx::from_bits(edx);
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
