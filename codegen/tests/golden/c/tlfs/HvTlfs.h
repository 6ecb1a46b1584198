/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/*
 * Hyper-V definitions under the names of the TLFS. All definitions. Generated
 * by hv-codegen from revision 2026-11-23 of hv-spec; do not edit. To make it
 * again: hv-codegen c --dialect tlfs
 */
#ifndef HV_TLFS_H
#define HV_TLFS_H

#include <stddef.h>
#include <stdint.h>

#ifndef HV_STATIC_ASSERT
#ifdef __cplusplus
#define HV_STATIC_ASSERT(condition) static_assert(condition, #condition)
#define HV_ALIGNOF(type) alignof(type)
#else
#define HV_STATIC_ASSERT(condition) _Static_assert(condition, #condition)
#define HV_ALIGNOF(type) _Alignof(type)
#endif
#define HV_PACKED __attribute__((packed))
#define HV_ALIGNED(bytes) __attribute__((aligned(bytes)))
#define HV_EXTENSION __extension__
/* An environment that has these types of its own defines this macro. */
#ifndef HV_HAVE_INTEGER_TYPES
typedef uint8_t UINT8;
typedef uint16_t UINT16;
typedef uint32_t UINT32;
typedef uint64_t UINT64;
typedef int8_t INT8;
typedef int16_t INT16;
typedef int32_t INT32;
typedef int64_t INT64;
#endif
#endif

/* CPUID leaves of the hypervisor interface, as EAX selects them. */
typedef UINT32 HV_CPUID_FUNCTION;
#define HvCpuIdFunctionVersionAndFeatures	0x00000001U
#define HvCpuIdFunctionHvVendorAndMaxFunction	0x40000000U
#define HvCpuIdFunctionHvInterface		0x40000001U
#define HvCpuIdFunctionMsHvVersion		0x40000002U
#define HvCpuIdFunctionMsHvFeatures		0x40000003U
#define HvCpuIdFunctionMsHvEnlightenmentInformation	0x40000004U
#define HvCpuIdFunctionMsHvImplementationLimits	0x40000005U
#define HvCpuIdFunctionMsHvHardwareFeatures	0x40000006U
#define HvCpuIdFunctionMsHvCpuManagementFeatures	0x40000007U
#define HvCpuIdFunctionMsHvSvmFeatures		0x40000008U
#define HvCpuIdFunctionMsHvPasidFeatures	0x40000008U
#define HvCpuIdFunctionMsHvSkipLevelFeatures	0x40000009U
#define HvCpuidFunctionMsHvNestedVirtFeatures	0x4000000aU
#define HvCpuidFunctionMsHvIptFeatures		0x4000000bU
#define HvCpuidFunctionMsHvIsolationConfiguration	0x4000000cU
#define VIRTUALIZATION_STACK_CPUID_VENDOR	0x40000080U
#define VIRTUALIZATION_STACK_CPUID_INTERFACE	0x40000081U
#define VIRTUALIZATION_STACK_CPUID_PROPERTIES	0x40000082U

/* The four registers that CPUID returns. */
typedef struct _HV_CPUID_RESULT_REGISTERS {
	UINT32 Eax;
	UINT32 Ebx;
	UINT32 Ecx;
	UINT32 Edx;
} HV_CPUID_RESULT_REGISTERS;
HV_STATIC_ASSERT(sizeof(HV_CPUID_RESULT_REGISTERS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_CPUID_RESULT_REGISTERS) == 4);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_REGISTERS, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_REGISTERS, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_REGISTERS, Ecx) == 8);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_REGISTERS, Edx) == 12);

/*
 * Result of the CPUID instruction for any leaf, also where a hypercall returns
 * one.
 */
typedef union _HV_CPUID_RESULT {
	/* The registers in the order EAX, EBX, ECX, EDX. */
	UINT32 AsUINT32[4];
	/* The registers by name. */
	HV_CPUID_RESULT_REGISTERS Registers;
} HV_CPUID_RESULT;
HV_STATIC_ASSERT(sizeof(HV_CPUID_RESULT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_CPUID_RESULT) == 4);

/*
 * What EBX of CPUID leaf 1 says that the hypervisor interface uses. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_CPUID_RESULT_VERSION_AND_FEATURES_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Defined by the processor architecture. */
		UINT32 Reserved : 24;
		/* APIC ID that the processor had at reset. */
		UINT32 InitialApicId : 8;
	};
} HV_CPUID_RESULT_VERSION_AND_FEATURES_EBX;
HV_STATIC_ASSERT(sizeof(HV_CPUID_RESULT_VERSION_AND_FEATURES_EBX) == 4);

/* What ECX of CPUID leaf 1 says that the hypervisor interface uses. */
typedef union _HV_CPUID_RESULT_VERSION_AND_FEATURES_ECX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Defined by the processor architecture. */
		UINT32 Reserved : 31;
		/*
		 * Set where a hypervisor is present: leaves 0x40000000 and
		 * 0x40000001 exist.
		 */
		UINT32 HypervisorPresent : 1;
	};
} HV_CPUID_RESULT_VERSION_AND_FEATURES_ECX;
HV_STATIC_ASSERT(sizeof(HV_CPUID_RESULT_VERSION_AND_FEATURES_ECX) == 4);

/* CPUID leaf 1, as far as the hypervisor interface uses it. */
typedef struct _HV_CPUID_RESULT_VERSION_AND_FEATURES {
	/* EAX, defined by the processor architecture. */
	UINT32 Reserved0;
	HV_CPUID_RESULT_VERSION_AND_FEATURES_EBX Ebx;
	HV_CPUID_RESULT_VERSION_AND_FEATURES_ECX Ecx;
	/* EDX, defined by the processor architecture. */
	UINT32 Reserved1;
} HV_CPUID_RESULT_VERSION_AND_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_CPUID_RESULT_VERSION_AND_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_CPUID_RESULT_VERSION_AND_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_VERSION_AND_FEATURES, Reserved0) == 0);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_VERSION_AND_FEATURES, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_VERSION_AND_FEATURES, Ecx) == 8);
HV_STATIC_ASSERT(offsetof(HV_CPUID_RESULT_VERSION_AND_FEATURES, Reserved1) == 12);

/*
 * First third of the Microsoft vendor signature, "Micr", as EBX of leaf
 * 0x40000000 holds it.
 */
#define HV_CPUID_HV_VENDOR_MICROSOFT_EBX	0x7263694dU
/*
 * Second third of the Microsoft vendor signature, "osof", as ECX of leaf
 * 0x40000000 holds it.
 */
#define HV_CPUID_HV_VENDOR_MICROSOFT_ECX	0x666f736fU
/*
 * Last third of the Microsoft vendor signature, "t Hv", as EDX of leaf
 * 0x40000000 holds it.
 */
#define HV_CPUID_HV_VENDOR_MICROSOFT_EDX	0x76482074U

/*
 * CPUID leaf 0x40000000, which says who made the hypervisor and how far its
 * leaves go.
 */
typedef struct _HV_VENDOR_AND_MAX_FUNCTION {
	/*
	 * Highest hypervisor leaf; at least 0x40000005 on a Microsoft
	 * hypervisor.
	 */
	UINT32 MaxFunction;
	/*
	 * EBX, ECX and EDX: the vendor in ASCII, "Microsoft Hv"; for reports,
	 * not for tests.
	 */
	UINT8 VendorName[12];
} HV_VENDOR_AND_MAX_FUNCTION;
HV_STATIC_ASSERT(sizeof(HV_VENDOR_AND_MAX_FUNCTION) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VENDOR_AND_MAX_FUNCTION) == 4);
HV_STATIC_ASSERT(offsetof(HV_VENDOR_AND_MAX_FUNCTION, MaxFunction) == 0);
HV_STATIC_ASSERT(offsetof(HV_VENDOR_AND_MAX_FUNCTION, VendorName) == 4);

/* Signature of the interface that the leaves from 0x40000002 on follow. */
typedef UINT32 HV_HYPERVISOR_INTERFACE;
#define HvMicrosoftHypervisorInterface		0x31237648U
#define HvMicrosoftXboxNanovisor		0x766e6258U

/*
 * CPUID leaf 0x40000001, which identifies the interface independently of the
 * vendor.
 */
typedef struct _HV_HYPERVISOR_INTERFACE_INFO {
	/*
	 * The one value on which a guest should decide whether it can use the
	 * interface.
	 */
	HV_HYPERVISOR_INTERFACE Interface;
	UINT32 Reserved0;
	UINT32 Reserved1;
	UINT32 Reserved2;
} HV_HYPERVISOR_INTERFACE_INFO;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_INTERFACE_INFO) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_INTERFACE_INFO) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_INTERFACE_INFO, Interface) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_INTERFACE_INFO, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_INTERFACE_INFO, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_INTERFACE_INFO, Reserved2) == 12);

/*
 * Branch from which a service release of the hypervisor comes. Observed in
 * public code; no published specification has it.
 */
typedef UINT8 HV_SERVICE_BRANCH;
#define HvServiceBranchGdr			0x00
#define HvServiceBranchQfe			0x01

/*
 * Main version of the hypervisor, which follows the numbers of Windows
 * releases.
 */
typedef union _HV_HYPERVISOR_VERSION_INFO_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 MinorVersion : 16;
		UINT32 MajorVersion : 16;
	};
} HV_HYPERVISOR_VERSION_INFO_EBX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_VERSION_INFO_EBX) == 4);

/*
 * Service version of the hypervisor, which counts the changes made to the main
 * version.
 */
typedef union _HV_HYPERVISOR_VERSION_INFO_EDX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 ServiceNumber : 24;
		UINT32 ServiceBranch : 8;
	};
} HV_HYPERVISOR_VERSION_INFO_EDX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_VERSION_INFO_EDX) == 4);

/*
 * Version of the hypervisor, from CPUID leaf 0x40000002 or, on ARM64, from
 * HvRegisterHypervisorVersion. Features should be tested by their bits and not
 * by the version.
 */
typedef struct _HV_HYPERVISOR_VERSION_INFO {
	UINT32 BuildNumber;
	/* Major and minor version. */
	HV_HYPERVISOR_VERSION_INFO_EBX Ebx;
	UINT32 ServicePack;
	/* Service branch and number. */
	HV_HYPERVISOR_VERSION_INFO_EDX Edx;
} HV_HYPERVISOR_VERSION_INFO;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_VERSION_INFO) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_VERSION_INFO) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_VERSION_INFO, BuildNumber) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_VERSION_INFO, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_VERSION_INFO, ServicePack) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_VERSION_INFO, Edx) == 12);

/* Power states and processor features that the virtual processor has. */
typedef union _HV_X64_HYPERVISOR_FEATURES_ECX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Deepest processor power state, 0 (C0) to 3 (C3). */
		UINT32 MaxSupportedCState : 4;
		/* C3 needs the HPET. */
		UINT32 HpetNeededForC3PowerStateDeprecated : 1;
		/* MPERF counts at a constant rate. */
		UINT32 InvariantMperfAvailable : 1;
		UINT32 SupervisorShadowStackAvailable : 1;
		/* The architectural performance monitoring unit is there. */
		UINT32 ArchPmuAvailable : 1;
		UINT32 ExceptionTrapInterceptAvailable : 1;
		UINT32 Reserved : 23;
	};
} HV_X64_HYPERVISOR_FEATURES_ECX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_FEATURES_ECX) == 4);

/*
 * Facilities that the hypervisor offers to the partition beyond its privileges.
 */
typedef union _HV_X64_HYPERVISOR_FEATURES_EDX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * The guest may use MWAIT; later hypervisors do not report it.
		 */
		UINT32 MwaitAvailableDeprecated : 1;
		/* Guest debugging is supported. */
		UINT32 GuestDebuggingAvailable : 1;
		/* Performance monitors are supported. */
		UINT32 PerformanceMonitorsAvailable : 1;
		/*
		 * Dynamic partitioning events of physical processors are
		 * supported.
		 */
		UINT32 CpuDynamicPartitioningAvailable : 1;
		/* A fast hypercall may pass its input in XMM registers. */
		UINT32 XmmRegistersForFastHypercallAvailable : 1;
		/* A virtual processor can enter the virtual idle state. */
		UINT32 GuestIdleAvailable : 1;
		/* The hypervisor sleep state is supported. */
		UINT32 HypervisorSleepStateSupportAvailable : 1;
		/* NUMA distances can be queried. */
		UINT32 NumaDistanceQueryAvailable : 1;
		/*
		 * The frequencies of the timers can be read;
		 * FrequencyMsrsAvailable in the PDFs of release 5.
		 */
		UINT32 FrequencyRegsAvailable : 1;
		/* Synthetic machine checks can be injected. */
		UINT32 SyntheticMachineCheckAvailable : 1;
		/*
		 * The guest crash MSRs exist; partition-properties calls the
		 * bit GuestCrashMsrsAvailable.
		 */
		UINT32 GuestCrashRegsAvailable : 1;
		/*
		 * The debug MSRs exist; DebugMsrsAvailable in the PDFs of
		 * release 5.
		 */
		UINT32 DebugRegsAvailable : 1;
		/*
		 * Non-privileged instruction execution prevention (NPIEP) is
		 * supported.
		 */
		UINT32 Npiep1Available : 1;
		UINT32 DisableHypervisorAvailable : 1;
		/*
		 * The calls that flush a list of virtual addresses take
		 * extended ranges.
		 */
		UINT32 ExtendedGvaRangesForFlushVirtualAddressListAvailable : 1;
		/* A fast hypercall may return its output in XMM registers. */
		UINT32 FastHypercallOutputAvailable : 1;
		/*
		 * Shared virtual memory is supported; Mile calls the bit
		 * PasidFeaturesAvailable.
		 */
		UINT32 SvmFeaturesAvailable : 1;
		/* A synthetic interrupt source can be set to polling. */
		UINT32 SintPollingModeAvailable : 1;
		/* The hypercall MSR has the bit that makes it immutable. */
		UINT32 HypercallMsrLockAvailable : 1;
		/*
		 * A synthetic timer can assert an interrupt itself instead of
		 * posting a message.
		 */
		UINT32 DirectSyntheticTimers : 1;
		/* The PAT register is available for VSM. */
		UINT32 RegisterPatAvailable : 1;
		/* The BNDCFGS register is available for VSM. */
		UINT32 RegisterBndcfgsAvailable : 1;
		UINT32 WatchdogTimerAvailable : 1;
		/* The synthetic time-unhalted timer is supported. */
		UINT32 SyntheticTimeUnhaltedTimerAvailable : 1;
		UINT32 DeviceDomainsAvailable : 1;
		UINT32 S1DeviceDomainsAvailable : 1;
		/* The last branch records of Intel processors are supported. */
		UINT32 LbrAvailable : 1;
		/* Intel Processor Trace is supported. */
		UINT32 IptAvailable : 1;
		UINT32 CrossVtlFlushAvailable : 1;
		UINT32 IdleSpecCtrlAvailable : 1;
		UINT32 TranslateGvaFlagsAvailable : 1;
		UINT32 ApicEoiInterceptAvailable : 1;
	};
} HV_X64_HYPERVISOR_FEATURES_EDX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_FEATURES_EDX) == 4);

/*
 * Which synthetic registers and hypercalls a partition may use. A guest reads
 * its mask from EAX and EBX of CPUID leaf 0x40000003, on ARM64 from
 * HvRegisterPrivilegesAndFeaturesInfo.
 */
typedef union _HV_PARTITION_PRIVILEGE_MASK {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* HV_X64_MSR_VP_RUNTIME. */
		UINT64 AccessVpRunTimeReg : 1;
		/* HV_X64_MSR_TIME_REF_COUNT. */
		UINT64 AccessPartitionReferenceCounter : 1;
		/*
		 * HV_X64_MSR_SCONTROL to HV_X64_MSR_EOM and HV_X64_MSR_SINT0 to
		 * HV_X64_MSR_SINT15.
		 */
		UINT64 AccessSynicRegs : 1;
		/* HV_X64_MSR_STIMER0_CONFIG to HV_X64_MSR_STIMER3_COUNT. */
		UINT64 AccessSyntheticTimerRegs : 1;
		/* HV_X64_MSR_EOI, HV_X64_MSR_ICR and HV_X64_MSR_TPR. */
		UINT64 AccessIntrCtrlRegs : 1;
		/* HV_X64_MSR_GUEST_OS_ID and HV_X64_MSR_HYPERCALL. */
		UINT64 AccessHypercallMsrs : 1;
		/* HV_X64_MSR_VP_INDEX. */
		UINT64 AccessVpIndex : 1;
		/* HV_X64_MSR_RESET. */
		UINT64 AccessResetReg : 1;
		/* The MSRs by which a guest maps its own statistics pages. */
		UINT64 AccessStatsReg : 1;
		/* The reference TSC. */
		UINT64 AccessPartitionReferenceTsc : 1;
		/* HV_X64_MSR_GUEST_IDLE. */
		UINT64 AccessGuestIdleReg : 1;
		/* The MSRs of TSC and APIC frequency. */
		UINT64 AccessFrequencyRegs : 1;
		/*
		 * The MSRs of guest debugging; the Markdown reserves the bit.
		 */
		UINT64 AccessDebugRegs : 1;
		/* The MSRs of reenlightenment. */
		UINT64 AccessReenlightenmentControls : 1;
		/* The register of the root scheduler. */
		UINT64 AccessRootSchedulerReg : 1;
		/* The MSR that makes the TSC invariant for the guest. */
		UINT64 AccessTscInvariantControls : 1;
		UINT64 Reserved0 : 16;
		/*
		 * HvCallCreatePartition and every call that is limited to
		 * children of the caller.
		 */
		UINT64 CreatePartitions : 1;
		/* HvCallGetPartitionId. */
		UINT64 AccessPartitionId : 1;
		/*
		 * HvCallDepositMemory, HvCallWithdrawMemory and
		 * HvCallGetMemoryBalance.
		 */
		UINT64 AccessMemoryPool : 1;
		/* No document says more than the name; reserved since 6.0. */
		UINT64 AdjustMessageBuffers : 1;
		/* HvCallPostMessage. */
		UINT64 PostMessages : 1;
		/* HvCallSignalEvent. */
		UINT64 SignalEvents : 1;
		/* HvCallCreatePort. */
		UINT64 CreatePort : 1;
		/* HvCallConnectPort. */
		UINT64 ConnectPort : 1;
		/* The calls that map and unmap statistics pages. */
		UINT64 AccessStats : 1;
		UINT64 Reserved1 : 2;
		/*
		 * Debugging MSRs, HvCallPostDebugData, HvCallRetrieveDebugData,
		 * HvCallResetDebugSession.
		 */
		UINT64 Debugging : 1;
		/*
		 * Management of processors and their power; some hypervisors
		 * give it to the root only.
		 */
		UINT64 CpuManagement : 1;
		/*
		 * HvCallSetSystemProperty; the masks of newer documents reserve
		 * the bit.
		 */
		UINT64 ConfigureProfiler : 1;
		UINT64 AccessVpExitTracing : 1;
		/*
		 * Extended ranges in the calls that flush a list of virtual
		 * addresses.
		 */
		UINT64 EnableExtendedGvaRangesForFlushVirtualAddressList : 1;
		/* Virtual secure mode. */
		UINT64 AccessVSM : 1;
		/* HvCallGetVpRegisters and HvCallSetVpRegisters. */
		UINT64 AccessVpRegisters : 1;
		UINT64 Reserved2 : 1;
		/* Output of fast hypercalls in registers. */
		UINT64 FastHypercallOutput : 1;
		/*
		 * Extended hypercalls; HvExtCallQueryCapabilities tells which.
		 */
		UINT64 EnableExtendedHypercalls : 1;
		/* HvCallStartVirtualProcessor. */
		UINT64 StartVirtualProcessor : 1;
		/* The partition is isolated; CPUID leaf 0x4000000C says how. */
		UINT64 Isolation : 1;
		UINT64 Reserved3 : 9;
	};
} HV_PARTITION_PRIVILEGE_MASK;
HV_STATIC_ASSERT(sizeof(HV_PARTITION_PRIVILEGE_MASK) == 8);

/*
 * CPUID leaf 0x40000003, what the partition may use.
 * HvRegisterPrivilegesAndFeaturesInfo holds the same on x64.
 */
typedef struct _HV_X64_HYPERVISOR_FEATURES {
	/*
	 * EAX is the lower half of the privilege mask of the partition, EBX the
	 * upper half.
	 */
	HV_PARTITION_PRIVILEGE_MASK PartitionPrivileges;
	HV_X64_HYPERVISOR_FEATURES_ECX Ecx;
	HV_X64_HYPERVISOR_FEATURES_EDX Edx;
} HV_X64_HYPERVISOR_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_HYPERVISOR_FEATURES) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_FEATURES, PartitionPrivileges) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_FEATURES, Ecx) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_FEATURES, Edx) == 12);

/* What the hypervisor recommends that the guest do for best performance. */
typedef union _HV_X64_ENLIGHTENMENT_INFORMATION_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Switch address spaces by hypercall rather than by MOV to CR3.
		 */
		UINT32 UseHypercallForAddressSpaceSwitch : 1;
		/*
		 * Flush the own TLB by hypercall rather than by INVLPG or MOV
		 * to CR3.
		 */
		UINT32 UseHypercallForLocalFlush : 1;
		/*
		 * Flush the TLB of other processors by hypercall rather than by
		 * interrupting them.
		 */
		UINT32 UseHypercallForRemoteFlushAndLocalFlushEntire : 1;
		/*
		 * Access EOI, ICR and TPR of the APIC by MSR rather than in
		 * memory.
		 */
		UINT32 UseApicMsrs : 1;
		/* Reset the system by the MSR of the hypervisor. */
		UINT32 UseHvRegisterForReset : 1;
		/*
		 * Relax timing: disable watchdogs that rely on external
		 * interrupts coming in time.
		 */
		UINT32 UseRelaxedTiming : 1;
		/*
		 * Use DMA remapping. The code marks the bit as deprecated, the
		 * documents do not.
		 */
		UINT32 UseDmaRemappingDeprecated : 1;
		/*
		 * Use interrupt remapping. The code marks the bit as
		 * deprecated, the documents do not.
		 */
		UINT32 UseInterruptRemappingDeprecated : 1;
		/* Use the x2APIC MSRs. */
		UINT32 UseX2ApicMsrs : 1;
		/* Do not use the AutoEoi mode of synthetic interrupts. */
		UINT32 DeprecateAutoEoi : 1;
		/*
		 * Send interprocessor interrupts by
		 * HvCallSendSyntheticClusterIpi.
		 */
		UINT32 UseSyntheticClusterIpi : 1;
		/*
		 * Use the calls that take any set of processors, such as
		 * HvCallFlushVirtualAddressSpaceEx.
		 */
		UINT32 UseExProcessorMasks : 1;
		/* The hypervisor itself runs in a Hyper-V partition. */
		UINT32 Nested : 1;
		/*
		 * Use INT for system calls that switch mode-based execution
		 * control (MBEC).
		 */
		UINT32 UseIntForMbecSystemCalls : 1;
		/*
		 * As a nested hypervisor, use the enlightened VMCS; leaf
		 * 0x4000000A says what else there is.
		 */
		UINT32 UseVmcsEnlightenments : 1;
		/*
		 * Apply the QueryPerformanceCounter bias that the root
		 * partition provides.
		 */
		UINT32 UseSyncedTimeline : 1;
		UINT32 CoreSchedulerRequested : 1;
		/*
		 * Flush the entire own TLB by toggling CR4.PGE; that is faster
		 * than a hypercall.
		 */
		UINT32 UseDirectLocalFlushEntire : 1;
		/*
		 * Only virtual processors reported as SMT siblings share a
		 * core; STIBP can be left off.
		 */
		UINT32 NoNonArchitecturalCoreSharing : 1;
		/* Use the x2APIC mode of the architecture. */
		UINT32 UseX2Apic : 1;
		/* The time can be restored on resume from hibernation. */
		UINT32 RestoreTimeOnResume : 1;
		/* The calls for memory-mapped I/O are supported. */
		UINT32 UseHypercallForMmioAccess : 1;
		/* The calls that pin and unpin guest pages are supported. */
		UINT32 UseGpaPinningHypercall : 1;
		/* The call that wakes virtual processors is supported. */
		UINT32 WakeVps : 1;
		/* A guest can signal pending interrupts to its paravisor. */
		UINT32 ProxyInterruptDoorbellSupport : 1;
		/*
		 * The calls that lock the memory type of pages are supported.
		 */
		UINT32 MemoryTypeLockingSupport : 1;
		/* HvCallMapPartitionEventLogBuffer is supported. */
		UINT32 MapPartitionEventLogBuffer : 1;
		/* Guest requests of VTL 0 are supported. */
		UINT32 LowerVtlGuestRequestSupport : 1;
		/*
		 * The call that asks for which ranges heat hints pay off is
		 * supported.
		 */
		UINT32 HeatHintBeneficialSupport : 1;
		/* Message ports with a ring buffer are supported. */
		UINT32 RingBufferMessagePortSupport : 1;
		UINT32 Reserved : 2;
	};
} HV_X64_ENLIGHTENMENT_INFORMATION_EAX;
HV_STATIC_ASSERT(sizeof(HV_X64_ENLIGHTENMENT_INFORMATION_EAX) == 4);

/* Width of physical addresses on the machine. */
typedef union _HV_X64_ENLIGHTENMENT_INFORMATION_ECX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Physical address bits (MAXPHYADDR) of the physical
		 * processors; 0 where not reported.
		 */
		UINT32 ImplementedPhysicalAddressBits : 7;
		UINT32 Reserved : 25;
	};
} HV_X64_ENLIGHTENMENT_INFORMATION_ECX;
HV_STATIC_ASSERT(sizeof(HV_X64_ENLIGHTENMENT_INFORMATION_ECX) == 4);

/*
 * CPUID leaf 0x40000004, what the hypervisor recommends; HvRegisterFeaturesInfo
 * holds the same on x64.
 */
typedef struct _HV_X64_ENLIGHTENMENT_INFORMATION {
	HV_X64_ENLIGHTENMENT_INFORMATION_EAX Eax;
	/*
	 * Attempts at a spinlock after which to call HvCallNotifyLongSpinWait;
	 * 0xFFFFFFFF for never.
	 */
	UINT32 LongSpinWaitCount;
	HV_X64_ENLIGHTENMENT_INFORMATION_ECX Ecx;
	UINT32 Reserved;
} HV_X64_ENLIGHTENMENT_INFORMATION;
HV_STATIC_ASSERT(sizeof(HV_X64_ENLIGHTENMENT_INFORMATION) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_ENLIGHTENMENT_INFORMATION) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_ENLIGHTENMENT_INFORMATION, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_ENLIGHTENMENT_INFORMATION, LongSpinWaitCount) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_ENLIGHTENMENT_INFORMATION, Ecx) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_ENLIGHTENMENT_INFORMATION, Reserved) == 12);

/*
 * How far the hypervisor scales, from CPUID leaf 0x40000005 or
 * HvRegisterImplementationLimitsInfo. A zero says nothing.
 */
typedef struct _HV_IMPLEMENTATION_LIMITS {
	/*
	 * Virtual processors of a partition; every virtual processor index is
	 * lower.
	 */
	UINT32 MaxVirtualProcessorCount;
	/* Logical processors of the machine. */
	UINT32 MaxLogicalProcessorCount;
	/* Physical interrupt vectors that can be remapped. */
	UINT32 MaxInterruptMappingCount;
	UINT32 Reserved;
} HV_IMPLEMENTATION_LIMITS;
HV_STATIC_ASSERT(sizeof(HV_IMPLEMENTATION_LIMITS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_IMPLEMENTATION_LIMITS) == 4);
HV_STATIC_ASSERT(offsetof(HV_IMPLEMENTATION_LIMITS, MaxVirtualProcessorCount) == 0);
HV_STATIC_ASSERT(offsetof(HV_IMPLEMENTATION_LIMITS, MaxLogicalProcessorCount) == 4);
HV_STATIC_ASSERT(offsetof(HV_IMPLEMENTATION_LIMITS, MaxInterruptMappingCount) == 8);
HV_STATIC_ASSERT(offsetof(HV_IMPLEMENTATION_LIMITS, Reserved) == 12);

/* Features of the hardware that the hypervisor has found and uses. */
typedef union _HV_X64_HYPERVISOR_HARDWARE_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Hardware assists the APIC overlay. */
		UINT32 ApicOverlayAssistInUse : 1;
		/* MSR bitmaps select the MSR accesses that are intercepted. */
		UINT32 MsrBitmapsInUse : 1;
		UINT32 ArchitecturalPerformanceCountersInUse : 1;
		UINT32 SecondLevelAddressTranslationInUse : 1;
		UINT32 DmaRemappingInUse : 1;
		UINT32 InterruptRemappingInUse : 1;
		/* The hardware has a memory patrol scrubber. */
		UINT32 MemoryPatrolScrubberPresent : 1;
		UINT32 DmaProtectionInUse : 1;
		/* The HPET is requested. */
		UINT32 HpetRequested : 1;
		/* Synthetic timers are volatile. */
		UINT32 SyntheticTimersVolatile : 1;
		/*
		 * Number of the hypervisor level at which the guest runs; 0
		 * where it is not nested.
		 */
		UINT32 HypervisorLevel : 4;
		/* Interrupts must name their target by physical destination. */
		UINT32 PhysicalDestinationModeRequired : 1;
		/* VMFUNC switches between alias maps. */
		UINT32 UseVmfuncForAliasMapSwitch : 1;
		/* Hardware can zero memory. */
		UINT32 HvRegisterForMemoryZeroingSupported : 1;
		/* Unrestricted guest mode is there. */
		UINT32 UnrestrictedGuestSupported : 1;
		/*
		 * Resource allocation (RDT-A, PQOS-A) is there; Project Mu:
		 * L3CachePartitioningSupported.
		 */
		UINT32 RdtAFeaturesSupported : 1;
		/*
		 * Resource monitoring (RDT-M, PQOS-M) is there; Project Mu:
		 * L3CacheMonitoringSupported.
		 */
		UINT32 RdtMFeaturesSupported : 1;
		/* Guests can have a virtual PMU. */
		UINT32 ChildPerfmonPmuSupported : 1;
		/* Guests can have virtual last branch records. */
		UINT32 ChildPerfmonLbrSupported : 1;
		/* Guests can have a virtual IPT. */
		UINT32 ChildPerfmonIptSupported : 1;
		/* The APIC can be emulated. */
		UINT32 ApicEmulationSupported : 1;
		/*
		 * Guests should use the x2APIC. The Markdown describes bit 25
		 * in this place.
		 */
		UINT32 ChildX2ApicRecommended : 1;
		/*
		 * The hypervisor keeps the hardware watchdog (ACPI table WDAT)
		 * for itself.
		 */
		UINT32 HardwareWatchdogReserved : 1;
		UINT32 DeviceAccessTrackingSupported : 1;
		UINT32 HardwareGpaAccessTrackingSupported : 1;
		UINT32 Reserved : 4;
	};
} HV_X64_HYPERVISOR_HARDWARE_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_HARDWARE_FEATURES_EAX) == 4);

/*
 * What the hypervisor knows of the width of device domains; the documents
 * reserve the register. Observed in public code; no published specification has
 * it.
 */
typedef union _HV_X64_HYPERVISOR_HARDWARE_FEATURES_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Width of the input addresses of a device domain, in bits. */
		UINT32 DeviceDomainInputWidth : 8;
		UINT32 Reserved : 24;
	};
} HV_X64_HYPERVISOR_HARDWARE_FEATURES_EBX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_HARDWARE_FEATURES_EBX) == 4);

/*
 * CPUID leaf 0x40000006, the hardware features in use.
 * HvRegisterHardwareFeaturesInfo holds the same on x64.
 */
typedef struct _HV_X64_HYPERVISOR_HARDWARE_FEATURES {
	HV_X64_HYPERVISOR_HARDWARE_FEATURES_EAX Eax;
	HV_X64_HYPERVISOR_HARDWARE_FEATURES_EBX Ebx;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_X64_HYPERVISOR_HARDWARE_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_HARDWARE_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_HYPERVISOR_HARDWARE_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_HARDWARE_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_HARDWARE_FEATURES, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_HARDWARE_FEATURES, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_HARDWARE_FEATURES, Reserved1) == 12);

/*
 * What the root partition can do with logical processors and its own virtual
 * processors.
 */
typedef union _HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* The root can start logical processors. */
		UINT32 StartLogicalProcessor : 1;
		/* The root can create virtual processors of its own. */
		UINT32 CreateRootVirtualProcessor : 1;
		UINT32 PerformanceCounterSync : 1;
		UINT32 Reserved : 28;
		/* No document says what it means. */
		UINT32 ReservedIdentityBit : 1;
	};
} HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EAX) == 4);

/* What the root partition can do with the power states of processors. */
typedef union _HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 ProcessorPowerManagement : 1;
		/* Idle states entered by MWAIT. */
		UINT32 MwaitIdleStates : 1;
		UINT32 LogicalProcessorIdling : 1;
		UINT32 DriveIdleTransitions : 1;
		UINT32 Reserved : 28;
	};
} HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EBX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EBX) == 4);

/* What the root partition can do with the memory of guests. */
typedef union _HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_ECX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Guest memory can be mapped anew as uncached. */
		UINT32 RemapGuestUncached : 1;
		UINT32 Reserved : 31;
	};
} HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_ECX;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_ECX) == 4);

/*
 * CPUID leaf 0x40000007, what the root partition alone can do with processors.
 */
typedef struct _HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES {
	HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EAX Eax;
	HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_EBX Ebx;
	HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_ECX Ecx;
	UINT32 Reserved;
} HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Ecx) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Reserved) == 12);

/* Whether devices can share the virtual address spaces of the partition. */
typedef union _HV_HYPERVISOR_SVM_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Shared virtual memory (SVM) is supported. */
		UINT32 SvmSupported : 1;
		UINT32 Reserved : 10;
		/*
		 * Most process address space identifiers (PASID) in one PASID
		 * space.
		 */
		UINT32 MaxPasidSpacePasidCount : 21;
	};
} HV_HYPERVISOR_SVM_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_SVM_FEATURES_EAX) == 4);

/*
 * CPUID leaf 0x40000008, the limits of shared virtual memory.
 * HV_HYPERVISOR_PASID_FEATURES is what later code reads from the same leaf.
 */
typedef struct _HV_HYPERVISOR_SVM_FEATURES {
	HV_HYPERVISOR_SVM_FEATURES_EAX Eax;
	/* Most PASID spaces. */
	UINT32 MaxPasidSpaceCount;
	/* Largest page request queue (PRQ) of a device. */
	UINT32 MaxDevicePrqSize;
	UINT32 Reserved;
} HV_HYPERVISOR_SVM_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_SVM_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_SVM_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SVM_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SVM_FEATURES, MaxPasidSpaceCount) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SVM_FEATURES, MaxDevicePrqSize) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SVM_FEATURES, Reserved) == 12);

/*
 * Whether devices can use process address space identifiers (PASID). Observed
 * in public code; no published specification has it.
 */
typedef union _HV_HYPERVISOR_PASID_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Reserved0 : 1;
		UINT32 PasidSupported : 1;
		UINT32 Reserved1 : 30;
	};
} HV_HYPERVISOR_PASID_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_PASID_FEATURES_EAX) == 4);

/*
 * Later form of CPUID leaf 0x40000008. The Markdown has the name, in
 * HvRegisterPasidFeaturesInfo, without a layout. Observed in public code; no
 * published specification has it.
 */
typedef struct _HV_HYPERVISOR_PASID_FEATURES {
	HV_HYPERVISOR_PASID_FEATURES_EAX Eax;
	/* Largest page request queue (PRQ) of a device. */
	UINT32 MaxDevicePrqSize;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_HYPERVISOR_PASID_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_PASID_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_PASID_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_PASID_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_PASID_FEATURES, MaxDevicePrqSize) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_PASID_FEATURES, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_PASID_FEATURES, Reserved1) == 12);

/*
 * Virtual MSRs that a partition whose hypervisor is nested may access; in the
 * order of the privilege mask.
 */
typedef union _HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Reserved0 : 2;
		/* The registers of the synthetic interrupt controller. */
		UINT32 AccessSynicRegs : 1;
		UINT32 Reserved1 : 1;
		/* The MSRs of the APIC. */
		UINT32 AccessIntrCtrlRegs : 1;
		/* The MSRs that set up hypercalls. */
		UINT32 AccessHypercallMsrs : 1;
		/* The MSR that holds the virtual processor index. */
		UINT32 AccessVpIndex : 1;
		UINT32 Reserved2 : 5;
		/* The MSRs of reenlightenment; bit 13 in the privilege mask. */
		UINT32 AccessReenlightenmentControls : 1;
		UINT32 Reserved3 : 19;
	};
} HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EAX) == 4);

/*
 * How a partition whose hypervisor is nested may make hypercalls; in the order
 * of leaf 0x40000003.
 */
typedef union _HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EDX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Reserved0 : 4;
		/* A fast hypercall may pass its input in XMM registers. */
		UINT32 XmmRegistersForFastHypercallAvailable : 1;
		UINT32 Reserved1 : 10;
		/* A fast hypercall may return its output in XMM registers. */
		UINT32 FastHypercallOutputAvailable : 1;
		UINT32 Reserved2 : 1;
		/* A synthetic interrupt source can be set to polling. */
		UINT32 SintPollingModeAvailable : 1;
		UINT32 Reserved3 : 14;
	};
} HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EDX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EDX) == 4);

/*
 * CPUID leaf 0x40000009, the features of the hypervisor that remain reachable
 * when running nested.
 */
typedef struct _HV_HYPERVISOR_SKIP_LEVEL_FEATURES {
	HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EAX Eax;
	UINT32 Reserved0;
	UINT32 Reserved1;
	HV_HYPERVISOR_SKIP_LEVEL_FEATURES_EDX Edx;
} HV_HYPERVISOR_SKIP_LEVEL_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_SKIP_LEVEL_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_SKIP_LEVEL_FEATURES, Edx) == 12);

/* Optimisations that are open to a nested hypervisor. */
typedef union _HV_HYPERVISOR_NESTED_VIRT_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Lowest enlightened VMCS version supported. */
		UINT32 EnlightenedVmcsVersionLow : 8;
		/* Highest enlightened VMCS version supported. */
		UINT32 EnlightenedVmcsVersionHigh : 8;
		/* Given up; see bit 18. */
		UINT32 FlushGuestPhysicalHypercallDeprecated : 1;
		/* Direct virtual flush calls are supported. */
		UINT32 NestedFlushVirtualHypercall : 1;
		/*
		 * HvCallFlushGuestPhysicalAddressSpace and its list form are
		 * supported; for AMD see bit 22.
		 */
		UINT32 FlushGuestPhysicalHypercall : 1;
		/* The enlightened MSR bitmap is supported. */
		UINT32 MsrBitmap : 1;
		/*
		 * Virtualization exceptions can be combined into the page fault
		 * exception class.
		 */
		UINT32 VirtualizationException : 1;
		/*
		 * VMCS field 0x2802 (GuestIa32DebugCtl) may be other than zero.
		 */
		UINT32 DebugCtl : 1;
		/*
		 * On AMD, an ASID flush keeps what comes from nested page
		 * tables; calls flush that.
		 */
		UINT32 EnlightenedNptTlb : 1;
		UINT32 NoRmpTableRequired : 1;
		UINT32 EnlightenedSevSwap : 1;
		UINT32 Reserved : 7;
	};
} HV_HYPERVISOR_NESTED_VIRT_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_NESTED_VIRT_FEATURES_EAX) == 4);

/* Further fields of the enlightened VMCS that are supported. */
typedef union _HV_HYPERVISOR_NESTED_VIRT_FEATURES_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* GuestPerfGlobalCtrl and HostPerfGlobalCtrl are supported. */
		UINT32 PerfGlobalCtrl : 1;
		UINT32 Reserved : 31;
	};
} HV_HYPERVISOR_NESTED_VIRT_FEATURES_EBX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_NESTED_VIRT_FEATURES_EBX) == 4);

/*
 * CPUID leaf 0x4000000A, what a nested hypervisor can use;
 * HvRegisterNestedVirtFeaturesInfo holds the same.
 */
typedef struct _HV_HYPERVISOR_NESTED_VIRT_FEATURES {
	HV_HYPERVISOR_NESTED_VIRT_FEATURES_EAX Eax;
	HV_HYPERVISOR_NESTED_VIRT_FEATURES_EBX Ebx;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_HYPERVISOR_NESTED_VIRT_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_NESTED_VIRT_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_NESTED_VIRT_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_NESTED_VIRT_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_NESTED_VIRT_FEATURES, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_NESTED_VIRT_FEATURES, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_NESTED_VIRT_FEATURES, Reserved1) == 12);

/*
 * How Intel Processor Trace (IPT) is offered to the partition. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_HYPERVISOR_IPT_FEATURES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Trace buffers are chained by physical address. */
		UINT32 ChainedToPA : 1;
		UINT32 Enlightened : 1;
		UINT32 Reserved : 10;
		/*
		 * Largest trace buffer of one VTL; the source does not say in
		 * which unit.
		 */
		UINT32 MaxTraceBufferSizePerVtl : 20;
	};
} HV_HYPERVISOR_IPT_FEATURES_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_IPT_FEATURES_EAX) == 4);

/*
 * Whether the hypervisor itself is traced by Intel Processor Trace (IPT).
 * Observed in public code; no published specification has it.
 */
typedef union _HV_HYPERVISOR_IPT_FEATURES_EDX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 HypervisorIpt : 1;
		UINT32 Reserved : 31;
	};
} HV_HYPERVISOR_IPT_FEATURES_EDX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_IPT_FEATURES_EDX) == 4);

/*
 * CPUID leaf 0x4000000B, how Intel Processor Trace (IPT) is offered; no
 * document gives the layout. Observed in public code; no published
 * specification has it.
 */
typedef struct _HV_HYPERVISOR_IPT_FEATURES {
	HV_HYPERVISOR_IPT_FEATURES_EAX Eax;
	UINT32 Reserved0;
	UINT32 Reserved1;
	HV_HYPERVISOR_IPT_FEATURES_EDX Edx;
} HV_HYPERVISOR_IPT_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_IPT_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_IPT_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_IPT_FEATURES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_IPT_FEATURES, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_IPT_FEATURES, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_IPT_FEATURES, Edx) == 12);

/*
 * What stands between an isolated guest and the hypervisor. Observed in public
 * code; no published specification has it.
 */
typedef union _HV_HYPERVISOR_ISOLATION_CONFIGURATION_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* A paravisor runs between the guest and the hypervisor. */
		UINT32 ParavisorPresent : 1;
		UINT32 Reserved : 31;
	};
} HV_HYPERVISOR_ISOLATION_CONFIGURATION_EAX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_ISOLATION_CONFIGURATION_EAX) == 4);

/*
 * What protects the memory and registers of a partition from its host. Observed
 * in public code; no published specification has it.
 */
typedef UINT8 HV_PARTITION_ISOLATION_TYPE;
#define HV_PARTITION_ISOLATION_TYPE_NONE	0x00
#define HV_PARTITION_ISOLATION_TYPE_VBS		0x01
#define HV_PARTITION_ISOLATION_TYPE_SNP		0x02
#define HV_PARTITION_ISOLATION_TYPE_TDX		0x03
#define HV_PARTITION_ISOLATION_TYPE_CCA		0x04

/*
 * How the partition is isolated and which of its addresses are shared with the
 * host. Observed in public code; no published specification has it.
 */
typedef union _HV_HYPERVISOR_ISOLATION_CONFIGURATION_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 IsolationType : 4;
		UINT32 Reserved0 : 1;
		/* SharedGpaBoundaryBits is valid. */
		UINT32 SharedGpaBoundaryActive : 1;
		/*
		 * The boundary is 2 to this power; guest physical addresses
		 * from there on are shared.
		 */
		UINT32 SharedGpaBoundaryBits : 6;
		UINT32 Reserved1 : 20;
	};
} HV_HYPERVISOR_ISOLATION_CONFIGURATION_EBX;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_ISOLATION_CONFIGURATION_EBX) == 4);

/*
 * CPUID leaf 0x4000000C, how an isolated partition is set up.
 * HvRegisterIsolationConfiguration holds the same. Observed in public code; no
 * published specification has it.
 */
typedef struct _HV_HYPERVISOR_ISOLATION_CONFIGURATION {
	HV_HYPERVISOR_ISOLATION_CONFIGURATION_EAX Eax;
	HV_HYPERVISOR_ISOLATION_CONFIGURATION_EBX Ebx;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_HYPERVISOR_ISOLATION_CONFIGURATION;
HV_STATIC_ASSERT(sizeof(HV_HYPERVISOR_ISOLATION_CONFIGURATION) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_HYPERVISOR_ISOLATION_CONFIGURATION) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_ISOLATION_CONFIGURATION, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_ISOLATION_CONFIGURATION, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_ISOLATION_CONFIGURATION, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_HYPERVISOR_ISOLATION_CONFIGURATION, Reserved1) == 12);

/*
 * Interface signature "VS#1" of the virtualization stack, as EAX of leaf
 * 0x40000081 holds it.
 */
#define HYPERV_VS_INTERFACE_EAX_SIGNATURE	0x31235356U

/*
 * CPUID leaf 0x40000080, who made the virtualization stack and how far its
 * leaves go, as OpenVMM fills it. Observed in public code; no published
 * specification has it.
 */
typedef struct _VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION {
	/* Highest leaf of the virtualization stack, 0x40000082. */
	UINT32 MaxFunction;
	/* EBX, ECX and EDX: the vendor in ASCII, "Microsoft VS". */
	UINT8 VendorName[12];
} VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION;
HV_STATIC_ASSERT(sizeof(VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION) == 4);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION, MaxFunction) == 0);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_VENDOR_AND_MAX_FUNCTION, VendorName) == 4);

/*
 * CPUID leaf 0x40000081, which identifies the interface of the virtualization
 * stack. Observed in public code; no published specification has it.
 */
typedef struct _VIRTUALIZATION_STACK_INTERFACE_INFO {
	/*
	 * HYPERV_VS_INTERFACE_EAX_SIGNATURE ("VS#1") where leaf 0x40000082 is
	 * valid.
	 */
	UINT32 Interface;
	UINT32 Reserved0;
	UINT32 Reserved1;
	UINT32 Reserved2;
} VIRTUALIZATION_STACK_INTERFACE_INFO;
HV_STATIC_ASSERT(sizeof(VIRTUALIZATION_STACK_INTERFACE_INFO) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(VIRTUALIZATION_STACK_INTERFACE_INFO) == 4);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_INTERFACE_INFO, Interface) == 0);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_INTERFACE_INFO, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_INTERFACE_INFO, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(VIRTUALIZATION_STACK_INTERFACE_INFO, Reserved2) == 12);

/*
 * Properties that the virtualization stack gives to the partition. Observed in
 * public code; no published specification has it.
 */
typedef union _VS1_PARTITION_PROPERTIES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * The partition may be brought up on another physical machine.
		 */
		UINT32 IsPortable : 1;
		/* The partition has a synthetic debug device. */
		UINT32 DebugDevicePresent : 1;
		/*
		 * I/O APIC redirection entries and MSIs can address 15-bit APIC
		 * IDs.
		 */
		UINT32 ExtendedIoapicRte : 1;
		/* Confidential VMBus is available. */
		UINT32 ConfidentialVmbusAvailable : 1;
		UINT32 Reserved : 28;
	};
} VS1_PARTITION_PROPERTIES_EAX;
HV_STATIC_ASSERT(sizeof(VS1_PARTITION_PROPERTIES_EAX) == 4);

/*
 * CPUID leaf 0x40000082, properties that the virtualization stack gives to the
 * partition. Observed in public code; no published specification has it.
 */
typedef struct _VS1_PARTITION_PROPERTIES {
	VS1_PARTITION_PROPERTIES_EAX Eax;
	UINT32 Reserved0;
	UINT32 Reserved1;
	UINT32 Reserved2;
} VS1_PARTITION_PROPERTIES;
HV_STATIC_ASSERT(sizeof(VS1_PARTITION_PROPERTIES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(VS1_PARTITION_PROPERTIES) == 4);
HV_STATIC_ASSERT(offsetof(VS1_PARTITION_PROPERTIES, Eax) == 0);
HV_STATIC_ASSERT(offsetof(VS1_PARTITION_PROPERTIES, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(VS1_PARTITION_PROPERTIES, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(VS1_PARTITION_PROPERTIES, Reserved2) == 12);

/*
 * What the platform allows to software in the partition, one bit for each
 * facility. Observed in public code; no published specification has it.
 */
typedef union _HV_X64_PLATFORM_CAPABILITIES_EAX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 AllowRedSignedCode : 1;
		UINT32 AllowKernelModeDebugging : 1;
		UINT32 AllowUserModeDebugging : 1;
		UINT32 AllowTelnetServer : 1;
		UINT32 AllowIOPorts : 1;
		UINT32 AllowFullMsrSpace : 1;
		UINT32 AllowPerfCounters : 1;
		UINT32 AllowHost512MB : 1;
		UINT32 Reserved : 1;
		UINT32 AllowRemoteRecovery : 1;
		UINT32 AllowStreaming : 1;
		UINT32 AllowPushDeployment : 1;
		UINT32 AllowPullDeployment : 1;
		UINT32 AllowProfiling : 1;
		UINT32 AllowJsProfiling : 1;
		UINT32 AllowCrashDump : 1;
		UINT32 AllowVsCrashDump : 1;
		UINT32 AllowToolFileIO : 1;
		UINT32 AllowConsoleMgmt : 1;
		UINT32 AllowTracing : 1;
		UINT32 AllowXStudio : 1;
		UINT32 AllowGestureBuilder : 1;
		UINT32 AllowSpeechLab : 1;
		UINT32 AllowSmartglassStudio : 1;
		UINT32 AllowNetworkTools : 1;
		UINT32 AllowTcrTool : 1;
		UINT32 AllowHostNetworkStack : 1;
		UINT32 AllowSystemUpdateTest : 1;
		UINT32 AllowOffChipPerfCtrStreaming : 1;
		UINT32 AllowToolingMemory : 1;
		UINT32 AllowSystemDowngrade : 1;
		UINT32 AllowGreenDiskLicenses : 1;
	};
} HV_X64_PLATFORM_CAPABILITIES_EAX;
HV_STATIC_ASSERT(sizeof(HV_X64_PLATFORM_CAPABILITIES_EAX) == 4);

/*
 * What kind of machine the platform is and what more it allows. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_X64_PLATFORM_CAPABILITIES_EBX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 IsLiveConnected : 1;
		UINT32 IsMteBoosted : 1;
		UINT32 IsQaSlt : 1;
		UINT32 IsStockImage : 1;
		UINT32 IsMsTestLab : 1;
		UINT32 IsRetailDebugger : 1;
		UINT32 IsXvdSrt : 1;
		UINT32 IsGreenDebug : 1;
		UINT32 IsHwDevTest : 1;
		UINT32 AllowDiskLicenses : 1;
		UINT32 AllowInstrumentation : 1;
		UINT32 AllowWifiTester : 1;
		UINT32 AllowWifiTesterDFS : 1;
		UINT32 IsHwTest : 1;
		UINT32 AllowHostOddTest : 1;
		UINT32 IsLiveUnrestricted : 1;
		UINT32 AllowDiscLicensesWithoutMediaAuth : 1;
		UINT32 Reserved : 15;
	};
} HV_X64_PLATFORM_CAPABILITIES_EBX;
HV_STATIC_ASSERT(sizeof(HV_X64_PLATFORM_CAPABILITIES_EBX) == 4);

/*
 * The one platform capability that stands in the last register. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_X64_PLATFORM_CAPABILITIES_EDX {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Reserved : 31;
		UINT32 UseAlternateXvd : 1;
	};
} HV_X64_PLATFORM_CAPABILITIES_EDX;
HV_STATIC_ASSERT(sizeof(HV_X64_PLATFORM_CAPABILITIES_EDX) == 4);

/*
 * Capabilities of the platform, register by register. Observed in public code;
 * no published specification has it.
 */
typedef struct _HV_X64_PLATFORM_CAPABILITIES_REGISTERS {
	HV_X64_PLATFORM_CAPABILITIES_EAX Eax;
	HV_X64_PLATFORM_CAPABILITIES_EBX Ebx;
	UINT32 Reserved;
	HV_X64_PLATFORM_CAPABILITIES_EDX Edx;
} HV_X64_PLATFORM_CAPABILITIES_REGISTERS;
HV_STATIC_ASSERT(sizeof(HV_X64_PLATFORM_CAPABILITIES_REGISTERS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PLATFORM_CAPABILITIES_REGISTERS) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PLATFORM_CAPABILITIES_REGISTERS, Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PLATFORM_CAPABILITIES_REGISTERS, Ebx) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PLATFORM_CAPABILITIES_REGISTERS, Reserved) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PLATFORM_CAPABILITIES_REGISTERS, Edx) == 12);

/*
 * Capabilities of the platform as a CPUID result; the source does not tell the
 * leaf. Observed in public code; no published specification has it.
 */
typedef union _HV_X64_PLATFORM_CAPABILITIES {
	/* The four registers as two numbers. */
	UINT64 AsUINT64[2];
	/* The four registers. */
	HV_X64_PLATFORM_CAPABILITIES_REGISTERS Registers;
} HV_X64_PLATFORM_CAPABILITIES;
HV_STATIC_ASSERT(sizeof(HV_X64_PLATFORM_CAPABILITIES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PLATFORM_CAPABILITIES) == 8);

/*
 * SMCCC function, in the 64-bit convention, that asks a vendor-specific
 * hypervisor for its identity; it is passed in X0. Guests also use the 32-bit
 * form 0x8600FF01.
 */
#define VENDOR_HYP_FUNCTION_CODE_UID		0xc600ff01U
/*
 * What X0 holds after VENDOR_HYP_FUNCTION_CODE_UID on the Microsoft hypervisor.
 */
#define VENDOR_HYP_UID_MS_HYPERVISOR_X0		0x4d32ba58U
/*
 * What X1 holds after VENDOR_HYP_FUNCTION_CODE_UID on the Microsoft hypervisor.
 */
#define VENDOR_HYP_UID_MS_HYPERVISOR_X1		0xcd244764U
/*
 * What X2 holds after VENDOR_HYP_FUNCTION_CODE_UID on the Microsoft hypervisor.
 */
#define VENDOR_HYP_UID_MS_HYPERVISOR_X2		0x8eef6c75U
/*
 * What X3 holds after VENDOR_HYP_FUNCTION_CODE_UID on the Microsoft hypervisor.
 */
#define VENDOR_HYP_UID_MS_HYPERVISOR_X3		0x16597024U

/*
 * Bits 64 to 95 of HvRegisterPrivilegesAndFeaturesInfo on ARM64, what the
 * hypervisor offers to the partition.
 */
typedef union _HV_ARM64_HYPERVISOR_FEATURES_WORD2 {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Bit 64. Guest debugging is supported. */
		UINT32 GuestDebuggingAvailable : 1;
		/* Bit 65. Performance monitors are supported. */
		UINT32 PerformanceMonitorsAvailable : 1;
		/*
		 * Bit 66. Dynamic partitioning events of physical processors
		 * are supported.
		 */
		UINT32 CpuDynamicPartitioningAvailable : 1;
		/*
		 * Bit 67. A virtual processor can enter the virtual idle state.
		 */
		UINT32 GuestIdleAvailable : 1;
		/* Bit 68. The hypervisor sleep state is supported. */
		UINT32 HypervisorSleepStateSupportAvailable : 1;
		/* Bit 69. NUMA distances can be queried. */
		UINT32 NumaDistanceQueryAvailable : 1;
		/* Bit 70. The frequencies of the timers can be read. */
		UINT32 FrequencyRegsAvailable : 1;
		/* Bit 71. Synthetic machine checks can be injected. */
		UINT32 SyntheticMachineCheckAvailable : 1;
		/* Bit 72. The guest crash registers exist. */
		UINT32 GuestCrashRegsAvailable : 1;
		/* Bit 73. The debug registers exist. */
		UINT32 DebugRegsAvailable : 1;
		/* Bit 74. */
		UINT32 DisableHypervisorAvailable : 1;
		/*
		 * Bit 75. The calls that flush a list of virtual addresses take
		 * extended ranges.
		 */
		UINT32 ExtendedGvaRangesForFlushVirtualAddressListAvailable : 1;
		/*
		 * Bit 76. A synthetic interrupt source can be set to polling.
		 */
		UINT32 SintPollingModeAvailable : 1;
		/*
		 * Bit 77. A synthetic timer can assert an interrupt itself
		 * instead of posting a message.
		 */
		UINT32 DirectSyntheticTimers : 1;
		/* Bit 78. */
		UINT32 DeviceDomainsAvailable : 1;
		/* Bit 79. */
		UINT32 S1DeviceDomainsAvailable : 1;
		/* Bit 80. */
		UINT32 CrossVtlFlushAvailable : 1;
		/* Bit 81. */
		UINT32 S1ExtendedAsidsAvailable : 1;
		UINT32 Reserved : 14;
	};
} HV_ARM64_HYPERVISOR_FEATURES_WORD2;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_FEATURES_WORD2) == 4);

/* HvRegisterPrivilegesAndFeaturesInfo on ARM64, what the partition may use. */
typedef struct _HV_ARM64_HYPERVISOR_FEATURES {
	/* Privilege mask of the partition. */
	HV_PARTITION_PRIVILEGE_MASK PartitionPrivileges;
	HV_ARM64_HYPERVISOR_FEATURES_WORD2 Word2;
	UINT32 Reserved;
} HV_ARM64_HYPERVISOR_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_HYPERVISOR_FEATURES) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_FEATURES, PartitionPrivileges) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_FEATURES, Word2) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_FEATURES, Reserved) == 12);

/*
 * Bits 0 to 31 of HvRegisterFeaturesInfo on ARM64, what the hypervisor
 * recommends that the guest do.
 */
typedef union _HV_ARM64_ENLIGHTENMENT_INFORMATION_WORD0 {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Reset by a register of the hypervisor; never set, a guest
		 * uses SYSTEM_RESET of PSCI.
		 */
		UINT32 UseHvRegisterForReset : 1;
		/*
		 * Relax timing: disable watchdogs that rely on external
		 * interrupts coming in time.
		 */
		UINT32 UseRelaxedTiming : 1;
		/*
		 * Send interrupts by HvCallSendSyntheticClusterIpi; clear for
		 * the root (ICC_SGI1R_EL1).
		 */
		UINT32 UseSyntheticClusterIpi : 1;
		/*
		 * Use the calls that take any set of processors, such as
		 * HvCallFlushVirtualAddressSpaceEx.
		 */
		UINT32 UseExProcessorMasks : 1;
		/* The hypervisor itself runs in a Hyper-V partition. */
		UINT32 Nested : 1;
		/*
		 * Apply the QueryPerformanceCounter bias that the root
		 * partition provides.
		 */
		UINT32 UseSyncedTimeline : 1;
		/* Message ports with a ring buffer are supported. */
		UINT32 RingBufferMessagePortSupport : 1;
		UINT32 Reserved0 : 14;
		/* The calls for memory-mapped I/O are supported. */
		UINT32 UseHypercallForMmioAccess : 1;
		/* The calls that pin and unpin guest pages are supported. */
		UINT32 UseGpaPinningHypercall : 1;
		/* The call that wakes virtual processors is supported. */
		UINT32 WakeVps : 1;
		UINT32 SyncContext : 1;
		UINT32 Reserved1 : 1;
		/* HvCallMapPartitionEventLogBuffer is supported. */
		UINT32 MapPartitionEventLogBuffer : 1;
		/*
		 * The call that asks for which ranges heat hints pay off is
		 * supported.
		 */
		UINT32 HeatHintBeneficialSupport : 1;
		UINT32 Reserved2 : 4;
	};
} HV_ARM64_ENLIGHTENMENT_INFORMATION_WORD0;
HV_STATIC_ASSERT(sizeof(HV_ARM64_ENLIGHTENMENT_INFORMATION_WORD0) == 4);

/* HvRegisterFeaturesInfo on ARM64, what the hypervisor recommends. */
typedef struct _HV_ARM64_ENLIGHTENMENT_INFORMATION {
	HV_ARM64_ENLIGHTENMENT_INFORMATION_WORD0 Word0;
	/*
	 * Attempts at a spinlock after which to call HvCallNotifyLongSpinWait;
	 * 0xFFFFFFFF for never.
	 */
	UINT32 LongSpinWaitCount;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_ARM64_ENLIGHTENMENT_INFORMATION;
HV_STATIC_ASSERT(sizeof(HV_ARM64_ENLIGHTENMENT_INFORMATION) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_ENLIGHTENMENT_INFORMATION) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_ENLIGHTENMENT_INFORMATION, Word0) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_ENLIGHTENMENT_INFORMATION, LongSpinWaitCount) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_ENLIGHTENMENT_INFORMATION, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_ENLIGHTENMENT_INFORMATION, Reserved1) == 12);

/*
 * Bits 0 to 31 of HvRegisterHardwareFeaturesInfo on ARM64, what the hypervisor
 * has found and uses.
 */
typedef union _HV_ARM64_HYPERVISOR_HARDWARE_FEATURES_WORD0 {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 ArchitecturalPerformanceCountersInUse : 1;
		UINT32 SecondLevelAddressTranslationInUse : 1;
		UINT32 DmaRemappingInUse : 1;
		UINT32 InterruptRemappingInUse : 1;
		/* The hardware has a memory patrol scrubber. */
		UINT32 MemoryPatrolScrubberPresent : 1;
		UINT32 DmaProtectionInUse : 1;
		/* Synthetic timers are volatile. */
		UINT32 SyntheticTimersVolatile : 1;
		/* Hardware can zero memory. */
		UINT32 HvRegisterForMemoryZeroingSupported : 1;
		UINT32 ApicEmulationSupported : 1;
		UINT32 DeviceAccessTrackingSupported : 1;
		/* Width of the input addresses of a device domain, in bits. */
		UINT32 DeviceDomainInputWidth : 8;
		UINT32 HardwareGpaAccessTrackingSupported : 1;
		UINT32 Reserved : 13;
	};
} HV_ARM64_HYPERVISOR_HARDWARE_FEATURES_WORD0;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES_WORD0) == 4);

/* HvRegisterHardwareFeaturesInfo on ARM64, the hardware features in use. */
typedef struct _HV_ARM64_HYPERVISOR_HARDWARE_FEATURES {
	HV_ARM64_HYPERVISOR_HARDWARE_FEATURES_WORD0 Word0;
	UINT32 Reserved0;
	UINT32 Reserved1;
	UINT32 Reserved2;
} HV_ARM64_HYPERVISOR_HARDWARE_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES, Word0) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES, Reserved0) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES, Reserved1) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_HARDWARE_FEATURES, Reserved2) == 12);

/*
 * What the root partition can do with logical processors and its own virtual
 * processors on ARM64. Observed in public code; no published specification has
 * it.
 */
typedef union _HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD0 {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* The root can start logical processors. */
		UINT32 StartLogicalProcessor : 1;
		/* The root can create virtual processors of its own. */
		UINT32 CreateRootVirtualProcessor : 1;
		UINT32 PerformanceCounterSync : 1;
		UINT32 Reserved : 28;
		/* No source says what it means. */
		UINT32 ReservedIdentityBit : 1;
	};
} HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD0;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD0) == 4);

/*
 * What the root partition can do with the power states of processors on ARM64.
 * Observed in public code; no published specification has it.
 */
typedef union _HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD1 {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 ProcessorPowerManagement : 1;
		UINT32 RootManagedIdleStates : 1;
		UINT32 Reserved0 : 1;
		UINT32 DriveIdleTransitions : 1;
		UINT32 Reserved1 : 28;
	};
} HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD1;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD1) == 4);

/*
 * HvRegisterCpuManagementFeaturesInfo on ARM64, what the root partition alone
 * can do with processors. Observed in public code; no published specification
 * has it.
 */
typedef struct _HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES {
	HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD0 Word0;
	HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES_WORD1 Word1;
	UINT32 Reserved0;
	UINT32 Reserved1;
} HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Word0) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Word1) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Reserved0) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_HYPERVISOR_CPU_MANAGEMENT_FEATURES, Reserved1) == 12);

/*
 * Contents of the registers that place the buffers of the synthetic debug
 * device. Observed in public code; no published specification has it.
 */
typedef union _HV_X64_MSR_SYNTH_DEBUG_BUFFER_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Reserved0 : 12;
		/* Guest physical page number of the buffer. */
		UINT64 GpaPageNumber : 40;
		UINT64 Reserved1 : 11;
		/* There is no buffer. */
		UINT64 Disabled : 1;
	};
} HV_X64_MSR_SYNTH_DEBUG_BUFFER_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_SYNTH_DEBUG_BUFFER_CONTENTS) == 8);

/*
 * Control register of the synthetic debug device; no source gives its layout or
 * access.
 */
#define HV_X64_MSR_SYNTH_DEBUG_CONTROL		0x400000f1
/*
 * Status register of the synthetic debug device; no source gives its layout or
 * access.
 */
#define HV_X64_MSR_SYNTH_DEBUG_STATUS		0x400000f2
/*
 * Places the buffer with data to send through the synthetic debug device; no
 * source gives its access.
 */
#define HV_X64_MSR_SYNTH_DEBUG_SEND_BUFFER	0x400000f3
/*
 * Places the buffer for data received through the synthetic debug device; no
 * source gives its access.
 */
#define HV_X64_MSR_SYNTH_DEBUG_RECEIVE_BUFFER	0x400000f4
/*
 * Places the pending buffer of the synthetic debug device; no source gives its
 * use or access.
 */
#define HV_X64_MSR_SYNTH_DEBUG_PENDING_BUFFER	0x400000f5
/*
 * A register of the synthetic debug device of the Xbox hypervisor, known by
 * name and number only.
 */
#define HV_X64_MSR_SYNTH_DEBUG_TRANSITION	0x400000f6
/*
 * Options of the synthetic debug device, shared by the virtual trust levels; no
 * source gives its layout or access.
 */
#define HV_X64_MSR_DEBUG_DEVICE_OPTIONS		0x400000ff
/* Bytes of the longest crash message. */
#define HV_CRASH_MAXIMUM_MESSAGE_SIZE		0x0000000000001000ULL
/* Crash parameter registers, P0 to P4. */
#define HV_X64_GUEST_CRASH_PARAMETER_MSRS	0x00000005U

/*
 * Contents of the crash control register. Read, it says which actions the
 * hypervisor supports; written, it starts them: CrashNotify alone or together
 * with CrashMessage, once for each crash.
 */
typedef union _HV_CRASH_CTL_REG_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Reserved : 58;
		/*
		 * The environment before the operating system that crashed; no
		 * source lists the values.
		 */
		UINT64 PreOSId : 3;
		/* The guest will not write a crash dump. */
		UINT64 NoCrashDump : 1;
		/*
		 * P3 is the guest physical address of a message, P4 its length
		 * in bytes.
		 */
		UINT64 CrashMessage : 1;
		/* P0 to P4 are complete and are to be logged. */
		UINT64 CrashNotify : 1;
	};
} HV_CRASH_CTL_REG_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_CRASH_CTL_REG_CONTENTS) == 8);

/*
 * Crash parameter 0, whose meaning the guest defines. The crash registers exist
 * if CPUID 0x40000003 EDX bit 10 is set.
 */
#define HV_X64_MSR_CRASH_P0			0x40000100
/* Crash parameter 1, whose meaning the guest defines. */
#define HV_X64_MSR_CRASH_P1			0x40000101
/* Crash parameter 2, whose meaning the guest defines. */
#define HV_X64_MSR_CRASH_P2			0x40000102
/*
 * Crash parameter 3; the guest physical address of the crash message if
 * CrashMessage is written.
 */
#define HV_X64_MSR_CRASH_P3			0x40000103
/*
 * Crash parameter 4; the length of the crash message in bytes if CrashMessage
 * is written, 4096 at most.
 */
#define HV_X64_MSR_CRASH_P4			0x40000104
/* Says how a crash can be reported, and reports one. */
#define HV_X64_MSR_CRASH_CTL			0x40000105
/* Bytes in the smallest page of the x64 architecture. */
#define X64_PAGE_SIZE				0x0000000000001000ULL
/*
 * Bytes in a page of the hypervisor, the unit of every page number in the
 * interface. It is the same on ARM64, whatever page size the guest uses for
 * itself.
 */
#define HV_PAGE_SIZE				0x0000000000001000ULL
/* Bits by which an address is shifted right to give its page number. */
#define HV_PAGE_SHIFT				0x000000000000000cULL
/* The bits of an address that are the offset within its page. */
#define HV_PAGE_MASK				0x0000000000000fffULL
/* Bytes in a large page, 2 MiB. */
#define HV_LARGE_PAGE_SIZE			0x0000000000200000ULL
/* The bits of an address that are the offset within its 2 MiB page. */
#define HV_LARGE_PAGE_MASK			0x00000000001fffffULL
/* Bytes in a huge page, 1 GiB. */
#define HV_LARGE_PAGE_SIZE_1GB			0x0000000040000000ULL
/* The bits of an address that are the offset within its 1 GiB page. */
#define HV_1GB_PAGE_MASK			0x000000003fffffffULL
/* The number of the last page of a 64-bit address space. */
#define HV_X64_MAX_PAGE_NUMBER			0x000fffffffffffffULL
/* The number of the last 2 MiB page of a 64-bit address space. */
#define HV_X64_MAX_LARGE_PAGE_NUMBER		0x000007ffffffffffULL
/* The number of the last 1 GiB page of a 64-bit address space. */
#define HV_X64_MAX_1GB_PAGE_NUMBER		0x00000003ffffffffULL

/*
 * Says which hypercall is meant. Codes above 0x8000 are extended hypercalls,
 * which a partition may use only with the privilege EnableExtendedHypercalls.
 */
typedef UINT16 HV_CALL_CODE;
#define HvCallSwitchVirtualAddressSpace		0x0001
#define HvCallFlushVirtualAddressSpace		0x0002
#define HvCallFlushVirtualAddressList		0x0003
#define HvCallNotifyLongSpinWait		0x0008
#define HvCallSendSyntheticClusterIpi		0x000b
#define HvCallEnableVpVtl			0x000f
#define HvCallFlushVirtualAddressSpaceEx	0x0013
#define HvCallFlushVirtualAddressListEx		0x0014
#define HvCallSendSyntheticClusterIpiEx		0x0015
#define HvCallGetVpRegisters			0x0050
#define HvCallSetVpRegisters			0x0051
#define HvCallPostMessage			0x005c
#define HvCallSignalEvent			0x005d
#define HvCallRetargetDeviceInterrupt		0x007e
#define HvCallAssertVirtualInterrupt		0x0094
#define HvCallStartVirtualProcessor		0x0099
#define HvCallGetVpIndexFromApicId		0x009a
#define HvCallFlushGuestPhysicalAddressSpace	0x00af
#define HvCallFlushGuestPhysicalAddressList	0x00b0
#define HvExtCallQueryCapabilities		0x8001
#define HvExtCallGetBootZeroedMemory		0x8002
#define HvExtCallMemoryHeatHint			0x8003
#define HvExtCallEpfSetup			0x8004
#define HvExtCallSchedulerAssistSetup		0x8005
#define HvExtCallMemoryHeatHintAsync		0x8006

/*
 * The control word of a hypercall: which call, how its parameters are passed,
 * and the elements that are left of a rep call. It stands in RCX on x64, in
 * EDX:EAX for a 32-bit caller, in X1 for HVC #0 and in X0 for HVC #1.
 */
typedef union _HV_HYPERCALL_INPUT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The hypercall that is requested. */
		UINT64 CallCode : 16;
		/*
		 * Parameters are in registers; if clear, the registers hold the
		 * guest physical addresses of their blocks.
		 */
		UINT64 IsFast : 1;
		/*
		 * Length of the variable part of the input header in units of 8
		 * bytes; zero for a call that has none.
		 */
		UINT64 VariableHeaderSize : 10;
		UINT64 Reserved0 : 4;
		/*
		 * Under nested virtualization the call is for the L0
		 * hypervisor, not for the guest hypervisor between.
		 */
		UINT64 IsNested : 1;
		/* Rep count: elements in the list; zero for a simple call. */
		UINT64 CountOfElements : 12;
		UINT64 Reserved1 : 4;
		/*
		 * Index of the element to begin with; less than the rep count,
		 * and zero for a simple call.
		 */
		UINT64 RepStartIndex : 12;
		UINT64 Reserved2 : 4;
	};
} HV_HYPERCALL_INPUT;
HV_STATIC_ASSERT(sizeof(HV_HYPERCALL_INPUT) == 8);

/* Whether a hypercall succeeded, and if not, why. */
typedef UINT16 HV_STATUS;
#define HV_STATUS_SUCCESS			0x0000
#define HV_STATUS_INVALID_HYPERCALL_CODE	0x0002
#define HV_STATUS_INVALID_HYPERCALL_INPUT	0x0003
#define HV_STATUS_INVALID_ALIGNMENT		0x0004
#define HV_STATUS_INVALID_PARAMETER		0x0005
#define HV_STATUS_ACCESS_DENIED			0x0006
#define HV_STATUS_INVALID_PARTITION_STATE	0x0007
#define HV_STATUS_OPERATION_DENIED		0x0008
#define HV_STATUS_UNKNOWN_PROPERTY		0x0009
#define HV_STATUS_PROPERTY_VALUE_OUT_OF_RANGE	0x000a
#define HV_STATUS_INSUFFICIENT_MEMORY		0x000b
#define HV_STATUS_PARTITION_TOO_DEEP		0x000c
#define HV_STATUS_INVALID_PARTITION_ID		0x000d
#define HV_STATUS_INVALID_VP_INDEX		0x000e
#define HV_STATUS_NOT_FOUND			0x0010
#define HV_STATUS_INVALID_PORT_ID		0x0011
#define HV_STATUS_INVALID_CONNECTION_ID		0x0012
#define HV_STATUS_INSUFFICIENT_BUFFERS		0x0013
#define HV_STATUS_NOT_ACKNOWLEDGED		0x0014
#define HV_STATUS_INVALID_VP_STATE		0x0015
#define HV_STATUS_ACKNOWLEDGED			0x0016
#define HV_STATUS_INVALID_SAVE_RESTORE_STATE	0x0017
#define HV_STATUS_INVALID_SYNIC_STATE		0x0018
#define HV_STATUS_OBJECT_IN_USE			0x0019
#define HV_STATUS_INVALID_PROXIMITY_DOMAIN_INFO	0x001a
#define HV_STATUS_NO_DATA			0x001b
#define HV_STATUS_INACTIVE			0x001c
#define HV_STATUS_NO_RESOURCES			0x001d
#define HV_STATUS_FEATURE_UNAVAILABLE		0x001e
#define HV_STATUS_PARTIAL_PACKET		0x001f
#define HV_STATUS_PROCESSOR_FEATURE_NOT_SUPPORTED	0x0020
#define HV_STATUS_PROCESSOR_FEATURE_LAHFSAHF_NOT_SUPPORTED	0x0021
#define HV_STATUS_PROCESSOR_FEATURE_SSSE3_NOT_SUPPORTED	0x0022
#define HV_STATUS_PROCESSOR_FEATURE_SSE4_1_NOT_SUPPORTED	0x0023
#define HV_STATUS_PROCESSOR_FEATURE_SSE4_2_NOT_SUPPORTED	0x0024
#define HV_STATUS_PROCESSOR_FEATURE_SSE4A_NOT_SUPPORTED	0x0025
#define HV_STATUS_PROCESSOR_FEATURE_XOP_NOT_SUPPORTED	0x0026
#define HV_STATUS_PROCESSOR_FEATURE_POPCNT_NOT_SUPPORTED	0x0027
#define HV_STATUS_PROCESSOR_FEATURE_CMPXCHG16B_NOT_SUPPORTED	0x0028
#define HV_STATUS_PROCESSOR_FEATURE_ALTMOVCR8_NOT_SUPPORTED	0x0029
#define HV_STATUS_PROCESSOR_FEATURE_LZCNT_NOT_SUPPORTED	0x002a
#define HV_STATUS_PROCESSOR_FEATURE_MISALIGNED_SSE_NOT_SUPPORTED	0x002b
#define HV_STATUS_PROCESSOR_FEATURE_MMX_EXT_NOT_SUPPORTED	0x002c
#define HV_STATUS_PROCESSOR_FEATURE_3DNOW_NOT_SUPPORTED	0x002d
#define HV_STATUS_PROCESSOR_FEATURE_EXTENDED_3DNOW_NOT_SUPPORTED	0x002e
#define HV_STATUS_PROCESSOR_FEATURE_PAGE_1GB_NOT_SUPPORTED	0x002f
#define HV_STATUS_PROCESSOR_CACHE_LINE_FLUSH_SIZE_INCOMPATIBLE	0x0030
#define HV_STATUS_PROCESSOR_FEATURE_XSAVE_NOT_SUPPORTED	0x0031
#define HV_STATUS_PROCESSOR_FEATURE_XSAVEOPT_NOT_SUPPORTED	0x0032
#define HV_STATUS_INSUFFICIENT_BUFFER		0x0033
#define HV_STATUS_PROCESSOR_FEATURE_XSAVE_AVX_NOT_SUPPORTED	0x0034
#define HV_STATUS_PROCESSOR_FEATURE_XSAVE_FEATURE_NOT_SUPPORTED	0x0035
#define HV_STATUS_PROCESSOR_XSAVE_SAVE_AREA_INCOMPATIBLE	0x0036
#define HV_STATUS_INCOMPATIBLE_PROCESSOR	0x0037
#define HV_STATUS_INSUFFICIENT_DEVICE_DOMAINS	0x0038
#define HV_STATUS_PROCESSOR_FEATURE_AES_NOT_SUPPORTED	0x0039
#define HV_STATUS_PROCESSOR_FEATURE_PCLMULQDQ_NOT_SUPPORTED	0x003a
#define HV_STATUS_PROCESSOR_FEATURE_INCOMPATIBLE_XSAVE_FEATURES	0x003b
#define HV_STATUS_CPUID_FEATURE_VALIDATION_ERROR	0x003c
#define HV_STATUS_CPUID_XSAVE_FEATURE_VALIDATION_ERROR	0x003d
#define HV_STATUS_PROCESSOR_STARTUP_TIMEOUT	0x003e
#define HV_STATUS_SMX_ENABLED			0x003f
#define HV_STATUS_PROCESSOR_FEATURE_PCID_NOT_SUPPORTED	0x0040
#define HV_STATUS_INVALID_LP_INDEX		0x0041
#define HV_STATUS_FEATURE_FMA4_NOT_SUPPORTED	0x0042
#define HV_STATUS_FEATURE_F16C_NOT_SUPPORTED	0x0043
#define HV_STATUS_PROCESSOR_FEATURE_RDRAND_NOT_SUPPORTED	0x0044
#define HV_STATUS_PROCESSOR_FEATURE_RDWRFSGS_NOT_SUPPORTED	0x0045
#define HV_STATUS_PROCESSOR_FEATURE_SMEP_NOT_SUPPORTED	0x0046
#define HV_STATUS_PROCESSOR_FEATURE_ENHANCED_FAST_STRING_NOT_SUPPORTED	0x0047
#define HV_STATUS_PROCESSOR_FEATURE_MOVBE_NOT_SUPPORTED	0x0048
#define HV_STATUS_PROCESSOR_FEATURE_BMI1_NOT_SUPPORTED	0x0049
#define HV_STATUS_PROCESSOR_FEATURE_BMI2_NOT_SUPPORTED	0x004a
#define HV_STATUS_PROCESSOR_FEATURE_HLE_NOT_SUPPORTED	0x004b
#define HV_STATUS_PROCESSOR_FEATURE_RTM_NOT_SUPPORTED	0x004c
#define HV_STATUS_PROCESSOR_FEATURE_XSAVE_FMA_NOT_SUPPORTED	0x004d
#define HV_STATUS_PROCESSOR_FEATURE_XSAVE_AVX2_NOT_SUPPORTED	0x004e
#define HV_STATUS_PROCESSOR_FEATURE_NPIEP1_NOT_SUPPORTED	0x004f
#define HV_STATUS_INVALID_REGISTER_VALUE	0x0050
#define HV_STATUS_INVALID_VTL_STATE		0x0051
#define HV_STATUS_PROCESSOR_FEATURE_RDSEED_NOT_SUPPORTED	0x0052
#define HV_STATUS_PROCESSOR_FEATURE_ADX_NOT_SUPPORTED	0x0053
#define HV_STATUS_PROCESSOR_FEATURE_SMAP_NOT_SUPPORTED	0x0054
#define HV_STATUS_NX_NOT_DETECTED		0x0055
#define HV_STATUS_PROCESSOR_FEATURE_INTEL_PREFETCH_NOT_SUPPORTED	0x0056
#define HV_STATUS_INVALID_DEVICE_ID		0x0057
#define HV_STATUS_INVALID_DEVICE_STATE		0x0058
#define HV_STATUS_PENDING_PAGE_REQUESTS		0x0059
#define HV_STATUS_PAGE_REQUEST_INVALID		0x0060
#define HV_STATUS_KEY_ALREADY_EXISTS		0x0065
#define HV_STATUS_DEVICE_ALREADY_IN_DOMAIN	0x0066
#define HV_STATUS_INVALID_CPU_GROUP_ID		0x006f
#define HV_STATUS_INVALID_CPU_GROUP_STATE	0x0070
#define HV_STATUS_OPERATION_FAILED		0x0071
#define HV_STATUS_NOT_ALLOWED_WITH_NESTED_VIRT_ACTIVE	0x0072
#define HV_STATUS_INSUFFICIENT_ROOT_MEMORY	0x0073
#define HV_STATUS_EVENT_BUFFER_ALREADY_FREED	0x0074
#define HV_STATUS_INSUFFICIENT_CONTIGUOUS_MEMORY	0x0075
#define HV_STATUS_TIMEOUT			0x0078
#define HV_STATUS_CALL_PENDING			0x0079
#define HV_STATUS_INSUFFICIENT_CONTIGUOUS_ROOT_MEMORY	0x0083
#define HV_STATUS_VTL_ALREADY_ENABLED		0x0086
#define HV_STATUS_UNKNOWN_REGISTER_NAME		0x0087

/*
 * The result value of a hypercall. It is returned in RAX on x64, in EDX:EAX to
 * a 32-bit caller and in X0 on ARM64.
 */
typedef union _HV_HYPERCALL_OUTPUT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Whether the call succeeded, and if not, why. */
		UINT64 CallStatus : 16;
		UINT64 Reserved0 : 16;
		/*
		 * Reps completed, counted from the start of the list and not
		 * from the rep start index.
		 */
		UINT64 ElementsProcessed : 12;
		UINT64 Reserved1 : 20;
	};
} HV_HYPERCALL_OUTPUT;
HV_STATIC_ASSERT(sizeof(HV_HYPERCALL_OUTPUT) == 8);

/*
 * Bytes on which input and output blocks start, and of which their sizes are
 * multiples.
 */
#define HV_CALL_ALIGNMENT			0x0000000000000008ULL
/*
 * The largest rep count that the 12 bits of the control word hold; the name
 * says x64, the limit is general.
 */
#define HV_X64_MAX_HYPERCALL_ELEMENTS		0x00000fffU
/*
 * XMM registers, counted from XMM0, that carry a fast hypercall's parameters
 * behind RDX and R8.
 */
#define HV_HYPERCALL_MAX_XMM_REGISTERS		0x00000006U
/*
 * Bytes of parameters that fit into the registers of a fast hypercall with XMM
 * registers: RDX, R8 and XMM0 to XMM5, which input and output share.
 */
#define HV_X64_MAX_HYPERCALL_FAST_INPUT_SIZE	0x0000000000000070ULL
/*
 * Bytes of parameters that fit into the sixteen registers of a fast hypercall:
 * X2 to X17 for HVC #0, X1 to X16 for HVC #1. Input and output share them.
 */
#define HV_ARM64_MAX_HYPERCALL_FAST_INPUT_SIZE	0x0000000000000080ULL

/*
 * The vendor of a proprietary guest operating system, as Microsoft assigns the
 * numbers. Zero is reserved.
 */
typedef UINT16 HV_GUEST_OS_VENDOR;
#define HvGuestOsVendorMicrosoft		0x0001
#define HvGuestOsVendorHPE			0x0002
#define HvGuestOsVendorBlackBerry		0x0003
#define HvGuestOsVendorLANCOM			0x0200

/* The operating system where the vendor is Microsoft. */
typedef UINT8 HV_GUEST_OS_MICROSOFT_IDS;
#define HvGuestOsMicrosoftUndefined		0x00
#define HvGuestOsMicrosoftMSDOS			0x01
#define HvGuestOsMicrosoftWindows3x		0x02
#define HvGuestOsMicrosoftWindows9x		0x03
#define HvGuestOsMicrosoftWindowsNT		0x04
#define HvGuestOsMicrosoftWindowsCE		0x05

/*
 * The kind of an open source guest operating system, as Microsoft assigns the
 * numbers.
 */
typedef UINT8 HV_GUEST_OS_OPENSOURCE_IDS;
#define HvGuestOsOpenSourceUndefined		0x00
#define HvGuestOsOpenSourceLinux		0x01
#define HvGuestOsOpenSourceFreeBSD		0x02
#define HvGuestOsOpenSourceXen			0x03
#define HvGuestOsOpenSourceIllumos		0x04

/*
 * The layout of the guest OS identity that is recommended to a proprietary
 * operating system.
 */
typedef union _HV_GUEST_OS_ID_PROPRIETARY {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Build number of the operating system. */
		UINT64 BuildNumber : 16;
		/* Service version, such as the number of a service pack. */
		UINT64 ServiceVersion : 8;
		/* Minor version of the operating system. */
		UINT64 MinorVersion : 8;
		/* Major version of the operating system. */
		UINT64 MajorVersion : 8;
		/*
		 * Variant of the operating system in the vendor's own numbers;
		 * for Microsoft see HV_GUEST_OS_MICROSOFT_IDS.
		 */
		UINT64 OsId : 8;
		/* Vendor of the operating system; not zero. */
		UINT64 VendorId : 15;
		/* Zero in this layout; the documents call the bit OS Type. */
		UINT64 IsOpenSource : 1;
	};
} HV_GUEST_OS_ID_PROPRIETARY;
HV_STATIC_ASSERT(sizeof(HV_GUEST_OS_ID_PROPRIETARY) == 8);

/*
 * The layout of the guest OS identity that is offered to open source operating
 * systems.
 */
typedef union _HV_GUEST_OS_ID_OPEN_SOURCE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * Whatever the distribution puts here, such as its build
		 * number.
		 */
		UINT64 BuildNumber : 16;
		/* Version of the upstream kernel. */
		UINT64 Version : 32;
		/*
		 * Further information of the vendor, such as the distribution.
		 */
		UINT64 OsId : 8;
		/* Kind of the operating system. */
		UINT64 OsType : 7;
		/* One in this layout. */
		UINT64 IsOpenSource : 1;
	};
} HV_GUEST_OS_ID_OPEN_SOURCE;
HV_STATIC_ASSERT(sizeof(HV_GUEST_OS_ID_OPEN_SOURCE) == 8);

/*
 * The guest OS identity, in one of two layouts that bit 63 tells apart. Zero
 * means that the guest has not said yet who it is.
 */
typedef union _HV_GUEST_OS_ID_CONTENTS {
	/* All bits. */
	UINT64 AsUINT64;
	/* Valid where bit 63 is clear. */
	HV_GUEST_OS_ID_PROPRIETARY Proprietary;
	/* Valid where bit 63 is set. */
	HV_GUEST_OS_ID_OPEN_SOURCE OpenSource;
} HV_GUEST_OS_ID_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_GUEST_OS_ID_CONTENTS) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_GUEST_OS_ID_CONTENTS) == 8);

/*
 * Tells the hypervisor which operating system runs in the partition. It is zero
 * at first and must be set before the hypercall page can be enabled; writing
 * zero disables the page again. With VSM each VTL has its own.
 */
#define HV_X64_MSR_GUEST_OS_ID			0x40000000

/* Where the hypercall page lies in the guest, and whether it is there. */
typedef union _HV_X64_MSR_HYPERCALL_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * The hypercall page covers the guest page; the bit stays clear
		 * while the guest OS identity is zero.
		 */
		UINT64 Enable : 1;
		/*
		 * The MSR can no longer be changed, so that the page stays
		 * where it is; only a system reset clears the bit.
		 */
		UINT64 Locked : 1;
		UINT64 Reserved : 10;
		/* Guest physical page number of the hypercall page. */
		UINT64 GpaPageNumber : 52;
	};
} HV_X64_MSR_HYPERCALL_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_HYPERCALL_CONTENTS) == 8);

/*
 * Places and enables the page that a guest calls to make a hypercall. A page
 * number beyond the guest physical address space raises #GP. With VSM each VTL
 * has its own.
 */
#define HV_X64_MSR_HYPERCALL			0x40000001

/* The function identifier that the SMC Calling Convention puts into X0. */
typedef union _HV_ARM64_SMCCC_FUNCTION_ID {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Function of the service; 1 says that X1 holds a control word.
		 */
		UINT32 FunctionNumber : 16;
		UINT32 Reserved : 8;
		/* Owner of the service; 6 for the vendor of the hypervisor. */
		UINT32 ServiceCallType : 6;
		/* 1 for the 64-bit convention, which hypercalls use. */
		UINT32 CallingConvention : 1;
		/* Zero for a yielding call, which a hypercall is. */
		UINT32 FastCall : 1;
	};
} HV_ARM64_SMCCC_FUNCTION_ID;
HV_STATIC_ASSERT(sizeof(HV_ARM64_SMCCC_FUNCTION_ID) == 4);

/*
 * The function identifier in X0 of a hypercall by HVC #0. The control word is
 * in X1, and X2 and X3 hold the addresses of the parameters or, for a fast
 * call, X2 to X17 hold the parameters.
 */
#define HV_ARM64_SMCCC_HYPERCALL		0x46000001U
/*
 * The immediate of the HVC instruction for a hypercall in the older convention,
 * with the control word in X0 and the addresses of the parameters in X1 and X2.
 */
#define HV_ARM64_HVC_IMM16			0x0001
/*
 * The immediate of the HVC instruction that, by the name of the header,
 * launches the hypervisor.
 */
#define HV_ARM64_HVC_LAUNCH_IMM16		0x0004
/*
 * The immediate of the HVC instruction for the launch that the header marks SL,
 * without saying what SL is.
 */
#define HV_ARM64_HVC_LAUNCH_SL_IMM16		0x0005

/* How long a virtual processor has been spinning. */
typedef struct _HV_INPUT_NOTIFY_LONG_SPINWAIT {
	/*
	 * Spins so far, a multiple of the count that CPUID leaf 0x40000004
	 * recommends; InitialLongSpinWait in the PDFs.
	 */
	UINT32 SpinCount;
	UINT32 Reserved;
} HV_ALIGNED(8) HV_INPUT_NOTIFY_LONG_SPINWAIT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_NOTIFY_LONG_SPINWAIT) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_NOTIFY_LONG_SPINWAIT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_NOTIFY_LONG_SPINWAIT, SpinCount) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_NOTIFY_LONG_SPINWAIT, Reserved) == 4);

/*
 * The extended hypercalls, and variants of them, that the hypervisor offers.
 * The documents give bits 1 to 4 other meanings than public code does; the
 * erratum says which and why code is followed.
 */
typedef union _HV_EXT_OUTPUT_QUERY_CAPABILITIES {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* HvExtCallGetBootZeroedMemory is there. */
		UINT64 GetBootZeroedMemory : 1;
		/* HvExtCallMemoryHeatHint takes the hint that memory is hot. */
		UINT64 MemoryHotHint : 1;
		/*
		 * HvExtCallMemoryHeatHint takes the hint that memory is cold.
		 */
		UINT64 MemoryColdHint : 1;
		/* Concerns HvExtCallEpfSetup. */
		UINT64 Epf : 1;
		/*
		 * Concerns the scheduler of the root partition; no source says
		 * more.
		 */
		UINT64 RootScheduler : 1;
		/*
		 * Concerns the scheduler and quality of service; no source says
		 * more.
		 */
		UINT64 PowerSchedulerQos : 1;
		/* Concerns HvExtCallMemoryHeatHintAsync. */
		UINT64 AsyncMemoryHint : 1;
		/*
		 * The hint that memory is cold is taken for large pages only.
		 */
		UINT64 MemoryColdHintLargeOnly : 1;
		/*
		 * HvExtCallMemoryHeatHint takes the hint that the content of
		 * memory may be dropped.
		 */
		UINT64 MemoryColdDiscardHint : 1;
		UINT64 Reserved : 55;
	};
} HV_EXT_OUTPUT_QUERY_CAPABILITIES;
HV_STATIC_ASSERT(sizeof(HV_EXT_OUTPUT_QUERY_CAPABILITIES) == 8);

/* A guest physical address divided by HV_PAGE_SIZE. */
typedef UINT64 HV_GPA_PAGE_NUMBER;

/* A range of guest physical pages that are known to hold zeros. */
typedef struct _HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE {
	/* Number of the first page of the range, despite the name. */
	HV_GPA_PAGE_NUMBER StartGpa;
	/* Pages in the range. */
	UINT64 PageCount;
} HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE;
HV_STATIC_ASSERT(sizeof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE, StartGpa) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE, PageCount) == 8);

/*
 * Up to 255 ranges of zeroed memory, those that pay most first. They may
 * overlap and name memory that is not there.
 */
typedef struct _HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY {
	/* Ranges that are valid, at most 255. */
	UINT64 RangeCount;
	/* The ranges. */
	HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE Ranges[255];
} HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY;
HV_STATIC_ASSERT(sizeof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY) == 4088);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY, RangeCount) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY, Ranges) == 8);

/*
 * What a guest expects of its memory in the time to come. Observed in public
 * code; no published specification has it.
 */
typedef UINT8 HV_EXT_MEMORY_HEAT_HINT_TYPE;
#define HvExtMemoryHeatHintTypeCold		0x00
#define HvExtMemoryHeatHintTypeHot		0x01
#define HvExtMemoryHeatHintTypeColdDiscard	0x02

/*
 * The header of HvExtCallMemoryHeatHint, in front of the list of ranges.
 * Observed in public code; no published specification has it.
 */
typedef union _HV_EXT_INPUT_MEMORY_HEAT_HINT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The hint for all ranges of the list. */
		UINT64 Heat : 2;
		UINT64 Reserved : 62;
	};
} HV_EXT_INPUT_MEMORY_HEAT_HINT;
HV_STATIC_ASSERT(sizeof(HV_EXT_INPUT_MEMORY_HEAT_HINT) == 8);

/*
 * Which kind of guest asks for EPF. Observed in public code; no published
 * specification has it.
 */
typedef UINT32 HV_EXT_EPF_MODE;
#define HvExtEpfModeNt				0x00000000U

/*
 * The queue in guest memory that HvExtCallEpfSetup announces. Observed in
 * public code; no published specification has it. Its tail: The entries.
 */
typedef struct _HV_EXT_EPF_COMPLETION_QUEUE {
	/* Where the reader is. */
	UINT64 ReadCursor;
	/* Where the writer is. */
	UINT64 WriteCursor;
	HV_EXTENSION UINT64 Queue[];
} HV_EXT_EPF_COMPLETION_QUEUE;
HV_STATIC_ASSERT(sizeof(HV_EXT_EPF_COMPLETION_QUEUE) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_EPF_COMPLETION_QUEUE) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_EPF_COMPLETION_QUEUE, ReadCursor) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_EPF_COMPLETION_QUEUE, WriteCursor) == 8);

/*
 * A guest physical address, within the one guest physical address space of a
 * partition.
 */
typedef UINT64 HV_GPA;

/*
 * The version and mode of EPF that a guest wants, and where its completion
 * queue lies. Observed in public code; no published specification has it.
 */
typedef struct _HV_EXT_INPUT_EPF_SETUP {
	/* Version of the interface. */
	UINT32 Version;
	/* Kind of guest. */
	HV_EXT_EPF_MODE Mode;
	/* Where the HV_EXT_EPF_COMPLETION_QUEUE lies. */
	HV_GPA CompletionQueueGpaPage;
	/* Pages that the queue has. */
	UINT64 CompletionQueuePageCount;
} HV_EXT_INPUT_EPF_SETUP;
HV_STATIC_ASSERT(sizeof(HV_EXT_INPUT_EPF_SETUP) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_INPUT_EPF_SETUP) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_EPF_SETUP, Version) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_EPF_SETUP, Mode) == 4);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_EPF_SETUP, CompletionQueueGpaPage) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_EPF_SETUP, CompletionQueuePageCount) == 16);

/*
 * What HvExtCallEpfSetup returns. Observed in public code; no published
 * specification has it.
 */
typedef struct _HV_EXT_OUTPUT_EPF_SETUP {
	/* Pages of the completion queue, as the hypervisor says. */
	UINT64 CompletionQueuePageCount;
} HV_EXT_OUTPUT_EPF_SETUP;
HV_STATIC_ASSERT(sizeof(HV_EXT_OUTPUT_EPF_SETUP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_OUTPUT_EPF_SETUP) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_OUTPUT_EPF_SETUP, CompletionQueuePageCount) == 0);

/*
 * Which kind of guest assists the scheduler of the root partition. Observed in
 * public code; no published specification has it.
 */
typedef UINT32 HV_EXT_SCHEDULER_ASSIST_MODE;
#define HvExtSchedulerAssistModeNone		0x00000000U
#define HvExtSchedulerAssistModeNt		0x00000001U

/*
 * What the guest wants of the scheduler of the root partition. Observed in
 * public code; no published specification has it.
 */
typedef UINT32 HV_EXT_SCHEDULER_ASSIST_ACTION;
#define HvExtSchedulerAssistSetDataPage		0x00000000U
#define HvExtSchedulerAssistUpdateBamQos	0x00000001U
#define HvExtSchedulerAssistUpdatePriority	0x00000002U
#define HvExtSchedulerAssistRemoveSystemWorkBoost	0x00000003U
#define HvExtSchedulerAssistEventSignalled	0x00000004U

/*
 * The priorities of a virtual processor as the guest and the root partition see
 * them. Observed in public code; no published specification has it.
 */
typedef union _HV_EXT_SCHEDULER_ASSIST_PRIORITY_STATE {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Priority in the root partition. */
		UINT32 RootPriority : 8;
		/* Priority in the guest. */
		UINT32 GuestPriority : 8;
		UINT32 Reserved0 : 1;
		UINT32 LowPriorityOverride : 1;
		UINT32 RootRequiresPriorityKick : 1;
		UINT32 HrTimerActive : 1;
		UINT32 RootProcessingAssistData : 1;
		UINT32 InterruptsDisabled : 1;
		UINT32 Reserved1 : 10;
	};
} HV_EXT_SCHEDULER_ASSIST_PRIORITY_STATE;
HV_STATIC_ASSERT(sizeof(HV_EXT_SCHEDULER_ASSIST_PRIORITY_STATE) == 4);

/*
 * The number of a virtual processor within its partition, given when the
 * processor is created and never changed. The numbers in use may have gaps.
 */
typedef UINT32 HV_VP_INDEX;

/*
 * What a virtual processor and the scheduler of the root partition share, in a
 * page of the guest. Observed in public code; no published specification has
 * it.
 */
typedef struct _HV_EXT_SCHEDULER_ASSIST_DATA {
	HV_EXT_SCHEDULER_ASSIST_PRIORITY_STATE PriorityState;
	UINT32 BamQosLevel;
	/* Virtual processor that the action is about. */
	HV_VP_INDEX TargetVpIndex;
	HV_EXT_SCHEDULER_ASSIST_ACTION SchedulerAssistAction;
	/* A boolean. */
	UINT8 DoNotPreempt;
	UINT8 Reserved0[3];
	UINT32 SystemIrqlMask;
	UINT32 Spare2;
	UINT32 DpcInsertedCount;
	UINT32 IpiInsertedCount;
	UINT32 Reserved1;
	UINT64 EventsSignalledCount;
	UINT64 EventsAcknowledgedCount;
	UINT8 Reserved2[72];
	/* A boolean; starts a new 128-byte block. */
	UINT8 RootIsRunning;
	/* A boolean; the root partition is in HvCallDispatchVp. */
	UINT8 RootInHvCallDispatchVp;
	UINT8 Reserved3[126];
} HV_ALIGNED(128) HV_EXT_SCHEDULER_ASSIST_DATA;
HV_STATIC_ASSERT(sizeof(HV_EXT_SCHEDULER_ASSIST_DATA) == 256);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_SCHEDULER_ASSIST_DATA) == 128);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, PriorityState) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, BamQosLevel) == 4);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, TargetVpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, SchedulerAssistAction) == 12);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, DoNotPreempt) == 16);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, Reserved0) == 17);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, SystemIrqlMask) == 20);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, Spare2) == 24);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, DpcInsertedCount) == 28);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, IpiInsertedCount) == 32);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, Reserved1) == 36);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, EventsSignalledCount) == 40);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, EventsAcknowledgedCount) == 48);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, Reserved2) == 56);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, RootIsRunning) == 128);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, RootInHvCallDispatchVp) == 129);
HV_STATIC_ASSERT(offsetof(HV_EXT_SCHEDULER_ASSIST_DATA, Reserved3) == 130);

/*
 * The version and mode of the scheduler assist, and where the shared data lies.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST {
	/* Version of the interface. */
	UINT32 Version;
	/* Kind of guest. */
	HV_EXT_SCHEDULER_ASSIST_MODE Mode;
	/* Guest physical address of the HV_EXT_SCHEDULER_ASSIST_DATA. */
	HV_GPA SchedulerAssistDataGpa;
} HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST;
HV_STATIC_ASSERT(sizeof(HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST) == 8);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST, Version) == 0);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST, Mode) == 4);
HV_STATIC_ASSERT(offsetof(HV_EXT_INPUT_SETUP_SCHEDULER_ASSIST, SchedulerAssistDataGpa) == 8);

/*
 * The first word of the assist page, which spares the intercept of most ends of
 * interrupt. To end an interrupt the guest clears bit 0 atomically, and writes
 * HV_X64_MSR_EOI if it was clear before.
 */
typedef union _HV_VIRTUAL_APIC_ASSIST {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * The interrupt in service is edge-triggered and no lower one
		 * waits, so that clearing this bit ends it.
		 */
		UINT32 NoEoiRequired : 1;
		UINT32 Reserved : 31;
	};
} HV_VIRTUAL_APIC_ASSIST;
HV_STATIC_ASSERT(sizeof(HV_VIRTUAL_APIC_ASSIST) == 4);

/* Contents of the end-of-interrupt register. */
typedef union _HV_X64_MSR_EOI_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* What is written to the EOI register of the APIC. */
		UINT64 EoiValue : 32;
		UINT64 Reserved : 32;
	};
} HV_X64_MSR_EOI_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_EOI_CONTENTS) == 8);

/* Contents of the interrupt command register. */
typedef union _HV_X64_MSR_ICR_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The lower word of the APIC's register. */
		UINT64 IcrLow : 32;
		/* The upper word of the APIC's register. */
		UINT64 IcrHigh : 32;
	};
} HV_X64_MSR_ICR_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_ICR_CONTENTS) == 8);

/* Contents of the task priority register. */
typedef union _HV_X64_MSR_TPR_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The priority as in the APIC's register. */
		UINT64 TprValue : 8;
		UINT64 Reserved : 56;
	};
} HV_X64_MSR_TPR_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_TPR_CONTENTS) == 8);

/* Ends the interrupt in service. A read raises #GP. */
#define HV_X64_MSR_EOI				0x40000070
/* Both words of the APIC's interrupt command register at once. */
#define HV_X64_MSR_ICR				0x40000071
/*
 * The APIC's task priority register, meant for 32-bit guests; in 64-bit mode
 * CR8 serves.
 */
#define HV_X64_MSR_TPR				0x40000072

/*
 * The number of an interrupt, as the architecture's interrupt controller counts
 * them.
 */
typedef UINT32 HV_INTERRUPT_VECTOR;

/*
 * No vector. HvCallAssertVirtualInterrupt withdraws an interrupt that is not
 * acknowledged yet.
 */
#define HV_INTERRUPT_VECTOR_NONE		0xffffffffU

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* How an interrupt is delivered on x64, as the delivery mode of the APIC. */
typedef UINT32 HV_INTERRUPT_TYPE;
#define HvX64InterruptTypeFixed			0x00000000U
#define HvX64InterruptTypeLowestPriority	0x00000001U
#define HvX64InterruptTypeSmi			0x00000002U
#define HvX64InterruptTypeRemoteRead		0x00000003U
#define HvX64InterruptTypeNmi			0x00000004U
#define HvX64InterruptTypeInit			0x00000005U
#define HvX64InterruptTypeSipi			0x00000006U
#define HvX64InterruptTypeExtInt		0x00000007U
#define HvX64InterruptTypeLocalInt0		0x00000008U
#define HvX64InterruptTypeLocalInt1		0x00000009U
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/* How an interrupt is delivered on ARM64. */
typedef UINT32 HV_INTERRUPT_TYPE;
#define HvArm64InterruptTypeFixed		0x00000000U
#endif

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* How HvCallAssertVirtualInterrupt asserts an interrupt on x64. */
typedef union _HV_INTERRUPT_CONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 InterruptType : 32;
		/* Level-triggered if set, edge-triggered if clear. */
		UINT64 LevelTriggered : 1;
		/*
		 * The destination is a logical APIC id if set, a physical one
		 * if clear.
		 */
		UINT64 LogicalDestinationMode : 1;
		UINT64 Reserved : 30;
	};
} HV_INTERRUPT_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_CONTROL) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * How HvCallAssertVirtualInterrupt asserts an interrupt on ARM64. The GIC
 * decides whether it is edge- or level-triggered.
 */
typedef union _HV_INTERRUPT_CONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 InterruptType : 32;
		UINT64 Reserved0 : 2;
		/* Asserts the interrupt if set, withdraws it if clear. */
		UINT64 Asserted : 1;
		UINT64 Reserved1 : 29;
	};
} HV_INTERRUPT_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_CONTROL) == 8);
#endif

/* Where the interrupt of a device comes from. */
typedef UINT32 HV_INTERRUPT_SOURCE;
#define HvInterruptSourceMsi			0x00000001U
#define HvInterruptSourceIoApic			0x00000002U
#define HvInterruptSourceGicd			0x00000003U

/*
 * The address of a message-signalled interrupt, as the x64 architecture defines
 * it. Observed in public code; no published specification has it.
 */
typedef union _HV_MSI_ADDRESS_REGISTER {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Reserved0 : 2;
		/* DestinationId is logical. */
		UINT32 DestinationMode : 1;
		/* The interrupt may go to any of the destinations. */
		UINT32 RedirectionHint : 1;
		UINT32 Reserved1 : 8;
		/* APIC id. */
		UINT32 DestinationId : 8;
		/* 0xFEE. */
		UINT32 MsiBase : 12;
	};
} HV_MSI_ADDRESS_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_MSI_ADDRESS_REGISTER) == 4);

/*
 * The data of a message-signalled interrupt, as the x64 architecture defines
 * it. Observed in public code; no published specification has it.
 */
typedef union _HV_MSI_DATA_REGISTER {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 Vector : 8;
		UINT32 DeliveryMode : 3;
		UINT32 Reserved0 : 3;
		UINT32 LevelAssert : 1;
		/* Level-triggered. */
		UINT32 TriggerMode : 1;
		UINT32 Reserved1 : 16;
	};
} HV_MSI_DATA_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_MSI_DATA_REGISTER) == 4);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* Address and data of a message-signalled interrupt. */
typedef struct _HV_MSI_ENTRY_MESSAGE {
	/* Laid out as HV_MSI_ADDRESS_REGISTER. */
	UINT32 Address;
	/* What the device sends, laid out as HV_MSI_DATA_REGISTER. */
	UINT32 Data;
} HV_MSI_ENTRY_MESSAGE;
HV_STATIC_ASSERT(sizeof(HV_MSI_ENTRY_MESSAGE) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MSI_ENTRY_MESSAGE) == 4);
HV_STATIC_ASSERT(offsetof(HV_MSI_ENTRY_MESSAGE, Address) == 0);
HV_STATIC_ASSERT(offsetof(HV_MSI_ENTRY_MESSAGE, Data) == 4);
#endif

#if !defined(__aarch64__) && !defined(_M_ARM64)
/*
 * A message-signalled interrupt of a device. Each vector of a device with
 * several is an entry of its own.
 */
typedef union _HV_MSI_ENTRY {
	UINT64 AsUINT64;
	/* The name is ours. */
	HV_MSI_ENTRY_MESSAGE Message;
} HV_MSI_ENTRY;
HV_STATIC_ASSERT(sizeof(HV_MSI_ENTRY) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MSI_ENTRY) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * Address and data of a message-signalled interrupt. Observed in public code;
 * no published specification has it.
 */
typedef struct _HV_MSI_ENTRY_MESSAGE {
	UINT64 Address;
	/* What the device sends. */
	UINT32 Data;
	UINT32 Reserved;
} HV_MSI_ENTRY_MESSAGE;
HV_STATIC_ASSERT(sizeof(HV_MSI_ENTRY_MESSAGE) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MSI_ENTRY_MESSAGE) == 8);
HV_STATIC_ASSERT(offsetof(HV_MSI_ENTRY_MESSAGE, Address) == 0);
HV_STATIC_ASSERT(offsetof(HV_MSI_ENTRY_MESSAGE, Data) == 8);
HV_STATIC_ASSERT(offsetof(HV_MSI_ENTRY_MESSAGE, Reserved) == 12);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * A message-signalled interrupt of a device. Each vector of a device with
 * several is an entry of its own. Observed in public code; no published
 * specification has it.
 */
typedef union _HV_MSI_ENTRY {
	UINT64 AsUINT64[2];
	/* The name is ours. */
	HV_MSI_ENTRY_MESSAGE Message;
} HV_MSI_ENTRY;
HV_STATIC_ASSERT(sizeof(HV_MSI_ENTRY) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MSI_ENTRY) == 8);
#endif

/*
 * An entry of the redirection table of an I/O APIC, as the x64 architecture
 * defines it. Observed in public code; no published specification has it.
 */
typedef union _HV_IOAPIC_RTE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Vector : 8;
		UINT64 DeliveryMode : 3;
		/* DestinationId is logical. */
		UINT64 DestinationMode : 1;
		/* The interrupt is on its way. */
		UINT64 DeliveryStatus : 1;
		/* Active low. */
		UINT64 InterruptPolarity : 1;
		/* A level-triggered interrupt is accepted and not ended. */
		UINT64 RemoteIRR : 1;
		/* Level-triggered. */
		UINT64 TriggerMode : 1;
		/* No interrupt is sent. */
		UINT64 InterruptMask : 1;
		UINT64 Reserved0 : 15;
		UINT64 Reserved1 : 24;
		/* APIC id. */
		UINT64 DestinationId : 8;
	};
} HV_IOAPIC_RTE;
HV_STATIC_ASSERT(sizeof(HV_IOAPIC_RTE) == 8);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* What identifies the interrupt of a device at its source. */
typedef union _HV_INTERRUPT_ENTRY_DATA {
	/* For HvInterruptSourceMsi. */
	HV_MSI_ENTRY MsiEntry;
	UINT64 Data;
	/* For HvInterruptSourceIoApic. */
	HV_IOAPIC_RTE IoApicRte;
} HV_INTERRUPT_ENTRY_DATA;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_ENTRY_DATA) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INTERRUPT_ENTRY_DATA) == 8);
#endif

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* An interrupt of a device. */
typedef struct _HV_INTERRUPT_ENTRY {
	HV_INTERRUPT_SOURCE InterruptSource;
	UINT32 Reserved;
	/* The name is ours. */
	HV_INTERRUPT_ENTRY_DATA Data;
} HV_INTERRUPT_ENTRY;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_ENTRY) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INTERRUPT_ENTRY) == 8);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, InterruptSource) == 0);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, Reserved) == 4);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, Data) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * What identifies the interrupt of a device at its source. Observed in public
 * code; no published specification has it.
 */
typedef union _HV_INTERRUPT_ENTRY_DATA {
	/* For HvInterruptSourceMsi. */
	HV_MSI_ENTRY MsiEntry;
	UINT64 Data[2];
} HV_INTERRUPT_ENTRY_DATA;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_ENTRY_DATA) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INTERRUPT_ENTRY_DATA) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * An interrupt of a device. Observed in public code; no published specification
 * has it.
 */
typedef struct _HV_INTERRUPT_ENTRY {
	HV_INTERRUPT_SOURCE InterruptSource;
	UINT32 Reserved;
	/* The name is ours. */
	HV_INTERRUPT_ENTRY_DATA Data;
} HV_INTERRUPT_ENTRY;
HV_STATIC_ASSERT(sizeof(HV_INTERRUPT_ENTRY) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INTERRUPT_ENTRY) == 8);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, InterruptSource) == 0);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, Reserved) == 4);
HV_STATIC_ASSERT(offsetof(HV_INTERRUPT_ENTRY, Data) == 8);
#endif

/* The mask of HV_DEVICE_INTERRUPT_TARGET_FLAGS.Multicast. */
#define HV_DEVICE_INTERRUPT_TARGET_MULTICAST	0x00000001U
/* The mask of HV_DEVICE_INTERRUPT_TARGET_FLAGS.ProcessorSet. */
#define HV_DEVICE_INTERRUPT_TARGET_PROCESSOR_SET	0x00000002U
/* The mask of HV_DEVICE_INTERRUPT_TARGET_FLAGS.ProxyRedirect. */
#define HV_DEVICE_INTERRUPT_TARGET_PROXY_REDIRECT	0x00000004U

/* Options for the target of a device's interrupt. */
typedef union _HV_DEVICE_INTERRUPT_TARGET_FLAGS {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * To all processors of the target; if clear, to any one of
		 * them.
		 */
		UINT32 Multicast : 1;
		/* The processors are given as an HV_VP_SET, not as a mask. */
		UINT32 ProcessorSet : 1;
		/*
		 * The interrupt goes to a proxy, a paravisor, that delivers it.
		 */
		UINT32 ProxyRedirect : 1;
		UINT32 Reserved : 29;
	};
} HV_DEVICE_INTERRUPT_TARGET_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_DEVICE_INTERRUPT_TARGET_FLAGS) == 4);

/* What the rest of an HV_VP_SET means. */
typedef UINT64 HV_GENERIC_SET_FORMAT;
#define HvGenericSetSparse4k			0x0000000000000000ULL
#define HvGenericSetAll				0x0000000000000001ULL
#define HvGenericSetInvalid			0x0000000000000002ULL

/* The processors to which a device's interrupt may go. */
typedef union _HV_DEVICE_INTERRUPT_TARGET_PROCESSORS {
	/*
	 * Without the flag ProcessorSet: a bit for each of the processors 0 to
	 * 63.
	 */
	UINT64 ProcessorMask;
	/*
	 * With the flag: the first word of an HV_VP_SET, which is sparse. The
	 * rest follows as variable header.
	 */
	HV_GENERIC_SET_FORMAT ProcessorSet;
} HV_DEVICE_INTERRUPT_TARGET_PROCESSORS;
HV_STATIC_ASSERT(sizeof(HV_DEVICE_INTERRUPT_TARGET_PROCESSORS) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_DEVICE_INTERRUPT_TARGET_PROCESSORS) == 8);

/* Where the interrupt of a device is to go. */
typedef struct _HV_DEVICE_INTERRUPT_TARGET {
	HV_INTERRUPT_VECTOR Vector;
	HV_DEVICE_INTERRUPT_TARGET_FLAGS Flags;
	/* The name is ours. */
	HV_DEVICE_INTERRUPT_TARGET_PROCESSORS Processors;
} HV_DEVICE_INTERRUPT_TARGET;
HV_STATIC_ASSERT(sizeof(HV_DEVICE_INTERRUPT_TARGET) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_DEVICE_INTERRUPT_TARGET) == 8);
HV_STATIC_ASSERT(offsetof(HV_DEVICE_INTERRUPT_TARGET, Vector) == 0);
HV_STATIC_ASSERT(offsetof(HV_DEVICE_INTERRUPT_TARGET, Flags) == 4);
HV_STATIC_ASSERT(offsetof(HV_DEVICE_INTERRUPT_TARGET, Processors) == 8);

/* Names the virtual trust level that a hypercall is about. */
typedef union _HV_INPUT_VTL {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* The level, where UseTargetVtl is set. */
		UINT8 TargetVtl : 4;
		/*
		 * TargetVtl counts. If clear, the call decides: the caller's
		 * level, or all.
		 */
		UINT8 UseTargetVtl : 1;
		UINT8 Reserved : 3;
	};
} HV_INPUT_VTL;
HV_STATIC_ASSERT(sizeof(HV_INPUT_VTL) == 1);

/* The input of HvCallSendSyntheticClusterIpi. */
typedef struct _HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI {
	/* 0x10 to 0xFF. */
	UINT32 Vector;
	HV_INPUT_VTL TargetVtl;
	/* Padding in the documents. No source gives a value other than zero. */
	UINT8 Flags;
	UINT16 Reserved;
	/* One bit for each of the processors 0 to 63. */
	UINT64 ProcessorMask;
} HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI;
HV_STATIC_ASSERT(sizeof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI, Vector) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI, TargetVtl) == 4);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI, Flags) == 5);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI, Reserved) == 6);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI, ProcessorMask) == 8);

/*
 * A set of virtual processors, in banks of 64. As the last part of a
 * hypercall's input it is a fixed part of 16 bytes, and the banks are the
 * variable header. Its tail: One mask for each bit of ValidBanksMask, lowest
 * bank first.
 */
typedef struct _HV_VP_SET {
	/* Whether banks follow. */
	HV_GENERIC_SET_FORMAT Format;
	/*
	 * Bit n is set where bank n, with the processors from 64 n on, follows.
	 */
	UINT64 ValidBanksMask;
	HV_EXTENSION UINT64 BankContents[];
} HV_VP_SET;
HV_STATIC_ASSERT(sizeof(HV_VP_SET) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_SET) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_SET, Format) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_SET, ValidBanksMask) == 8);

/* The fixed part of the input of HvCallSendSyntheticClusterIpiEx. */
HV_EXTENSION typedef struct _HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX {
	/* 0x10 to 0xFF. */
	UINT32 Vector;
	HV_INPUT_VTL TargetVtl;
	/* Padding in the documents. No source gives a value other than zero. */
	UINT8 Flags;
	UINT16 Reserved;
	HV_VP_SET ProcessorSet;
} HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX;
HV_STATIC_ASSERT(sizeof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX, Vector) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX, TargetVtl) == 4);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX, Flags) == 5);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX, Reserved) == 6);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX, ProcessorSet) == 8);

/*
 * Identifies a partition, unique until the hypervisor restarts. The hypervisor
 * counts them up from 1; a guest should read no meaning into the number.
 */
typedef UINT64 HV_PARTITION_ID;

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* The fixed part of the input of HvCallRetargetDeviceInterrupt. */
typedef struct _HV_INPUT_RETARGET_DEVICE_INTERRUPT {
	/* HV_PARTITION_ID_SELF. */
	HV_PARTITION_ID PartitionId;
	/*
	 * The logical device id that the host assigned, unique within the
	 * guest.
	 */
	UINT64 DeviceId;
	/* The interrupt. */
	HV_INTERRUPT_ENTRY InterruptEntry;
	UINT64 Reserved;
	/* Its new target. */
	HV_DEVICE_INTERRUPT_TARGET InterruptTarget;
} HV_INPUT_RETARGET_DEVICE_INTERRUPT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_RETARGET_DEVICE_INTERRUPT) == 56);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_RETARGET_DEVICE_INTERRUPT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, DeviceId) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, InterruptEntry) == 16);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, Reserved) == 32);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, InterruptTarget) == 40);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * The fixed part of the input of HvCallRetargetDeviceInterrupt, where the entry
 * is longer than on x64. Observed in public code; no published specification
 * has it.
 */
typedef struct _HV_INPUT_RETARGET_DEVICE_INTERRUPT {
	/* HV_PARTITION_ID_SELF. */
	HV_PARTITION_ID PartitionId;
	/*
	 * The logical device id that the host assigned, unique within the
	 * guest.
	 */
	UINT64 DeviceId;
	/* The interrupt. */
	HV_INTERRUPT_ENTRY InterruptEntry;
	UINT64 Reserved;
	/* Its new target. */
	HV_DEVICE_INTERRUPT_TARGET InterruptTarget;
} HV_INPUT_RETARGET_DEVICE_INTERRUPT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_RETARGET_DEVICE_INTERRUPT) == 64);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_RETARGET_DEVICE_INTERRUPT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, DeviceId) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, InterruptEntry) == 16);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, Reserved) == 40);
HV_STATIC_ASSERT(offsetof(HV_INPUT_RETARGET_DEVICE_INTERRUPT, InterruptTarget) == 48);
#endif

/*
 * A virtual trust level, 0 to 15. A higher level has more privilege than a
 * lower one.
 */
typedef UINT8 HV_VTL;

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* The input of HvCallAssertVirtualInterrupt. */
typedef struct _HV_INPUT_ASSERT_VIRTUAL_INTERRUPT {
	HV_PARTITION_ID TargetPartition;
	HV_INTERRUPT_CONTROL InterruptControl;
	/* On x64 an APIC id, physical or logical; zero for ExtInt. */
	UINT64 DestinationAddress;
	/*
	 * Zero for the types that have none; HV_INTERRUPT_VECTOR_NONE
	 * withdraws.
	 */
	HV_INTERRUPT_VECTOR RequestedVector;
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
} HV_INPUT_ASSERT_VIRTUAL_INTERRUPT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, TargetPartition) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, InterruptControl) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, DestinationAddress) == 16);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, RequestedVector) == 24);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, TargetVtl) == 28);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, ReservedZ0) == 29);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, ReservedZ1) == 30);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/* The input of HvCallAssertVirtualInterrupt. */
typedef struct _HV_INPUT_ASSERT_VIRTUAL_INTERRUPT {
	HV_PARTITION_ID TargetPartition;
	HV_INTERRUPT_CONTROL InterruptControl;
	/* On x64 an APIC id, physical or logical; zero for ExtInt. */
	UINT64 DestinationAddress;
	/*
	 * Zero for the types that have none; HV_INTERRUPT_VECTOR_NONE
	 * withdraws.
	 */
	HV_INTERRUPT_VECTOR RequestedVector;
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
} HV_INPUT_ASSERT_VIRTUAL_INTERRUPT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, TargetPartition) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, InterruptControl) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, DestinationAddress) == 16);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, RequestedVector) == 24);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, TargetVtl) == 28);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, ReservedZ0) == 29);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ASSERT_VIRTUAL_INTERRUPT, ReservedZ1) == 30);
#endif

/* A system physical address, as the machine's processors see it. */
typedef UINT64 HV_SPA;

/* A guest virtual address, which the guest's own page tables translate. */
typedef UINT64 HV_GVA;

/* A system physical address divided by HV_PAGE_SIZE. */
typedef UINT64 HV_SPA_PAGE_NUMBER;

/* A guest virtual address divided by HV_PAGE_SIZE. */
typedef UINT64 HV_GVA_PAGE_NUMBER;

/* The place of a byte within its page of system physical memory. */
typedef UINT32 HV_SPA_PAGE_OFFSET;

/*
 * A virtual address space, named by its root: the value of CR3 on x64, the
 * translation table base on ARM64.
 */
typedef UINT64 HV_ADDRESS_SPACE_ID;

/* The mask of HV_FLUSH_FLAGS.AllProcessors. */
#define HV_FLUSH_ALL_PROCESSORS			0x0000000000000001ULL
/* The mask of HV_FLUSH_FLAGS.AllVirtualAddressSpaces. */
#define HV_FLUSH_ALL_VIRTUAL_ADDRESS_SPACES	0x0000000000000002ULL
/* The mask of HV_FLUSH_FLAGS.NonGlobalMappingsOnly. */
#define HV_FLUSH_NON_GLOBAL_MAPPINGS_ONLY	0x0000000000000004ULL
/* The mask of HV_FLUSH_FLAGS.UseExtendedRangeFormat. */
#define HV_FLUSH_USE_EXTENDED_RANGE_FORMAT	0x0000000000000008ULL
/* The mask of HV_FLUSH_FLAGS.UseTargetVtl. */
#define HV_FLUSH_USE_TARGET_VTL			0x0000000000000010ULL
/* The mask of HV_FLUSH_FLAGS.TargetVtl0. */
#define HV_FLUSH_TARGET_VTL0			0x0000000000000100ULL
/* The mask of HV_FLUSH_FLAGS.TargetVtl1. */
#define HV_FLUSH_TARGET_VTL1			0x0000000000000200ULL

/* Widens or narrows a flush of the virtual TLB. */
typedef union _HV_FLUSH_FLAGS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * Flush every virtual processor of the partition; the mask or
		 * set is ignored.
		 */
		UINT64 AllProcessors : 1;
		/* Flush every address space; AddressSpace is ignored. */
		UINT64 AllVirtualAddressSpaces : 1;
		/*
		 * Global mappings may stay. Only for calls that flush whole
		 * address spaces.
		 */
		UINT64 NonGlobalMappingsOnly : 1;
		/*
		 * The ranges of a list are in the extended formats of
		 * HV_GVA_RANGE.
		 */
		UINT64 UseExtendedRangeFormat : 1;
		/*
		 * Flush the trust levels that TargetVtl0 and TargetVtl1 name,
		 * not the caller's.
		 */
		UINT64 UseTargetVtl : 1;
		UINT64 Reserved0 : 3;
		/* Flush trust level 0. */
		UINT64 TargetVtl0 : 1;
		/* Flush trust level 1. */
		UINT64 TargetVtl1 : 1;
		UINT64 Reserved1 : 54;
	};
} HV_FLUSH_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_FLUSH_FLAGS) == 8);

/* One to 4096 pages of 4 KiB. */
typedef union _HV_GVA_RANGE_SIMPLE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Pages beyond the first. */
		UINT64 AdditionalPages : 12;
		/* The first page. */
		UINT64 GvaPageNumber : 52;
	};
} HV_GVA_RANGE_SIMPLE;
HV_STATIC_ASSERT(sizeof(HV_GVA_RANGE_SIMPLE) == 8);

/*
 * One to 2048 pages of 4 KiB, for a flush with UseExtendedRangeFormat. Observed
 * in public code; no published specification has it.
 */
typedef union _HV_GVA_RANGE_EXTENDED {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Pages beyond the first. */
		UINT64 AdditionalPages : 11;
		/* Clear in this form. */
		UINT64 LargePage : 1;
		/* The first page. */
		UINT64 GvaPageNumber : 52;
	};
} HV_GVA_RANGE_EXTENDED;
HV_STATIC_ASSERT(sizeof(HV_GVA_RANGE_EXTENDED) == 8);

/*
 * One to 2048 pages of 2 MiB or 1 GiB, for a flush with UseExtendedRangeFormat.
 * Observed in public code; no published specification has it.
 */
typedef union _HV_GVA_RANGE_EXTENDED_LARGE_PAGE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Pages beyond the first, of the size that PageSize gives. */
		UINT64 AdditionalPages : 11;
		/* Set in this form. */
		UINT64 LargePage : 1;
		/* Pages of 1 GiB if set, of 2 MiB if clear. */
		UINT64 PageSize : 1;
		UINT64 Reserved : 8;
		/* Bits 63 to 21 of the address of the first page. */
		UINT64 GvaLargePageNumber : 43;
	};
} HV_GVA_RANGE_EXTENDED_LARGE_PAGE;
HV_STATIC_ASSERT(sizeof(HV_GVA_RANGE_EXTENDED_LARGE_PAGE) == 8);

/*
 * A range of guest virtual memory. The flush flags say whether it is simple or
 * extended.
 */
typedef union _HV_GVA_RANGE {
	UINT64 AsUINT64;
	/* Without UseExtendedRangeFormat. */
	HV_GVA_RANGE_SIMPLE Simple;
	/* With UseExtendedRangeFormat, where LargePage is clear. */
	HV_GVA_RANGE_EXTENDED Extended;
	/* With UseExtendedRangeFormat, where LargePage is set. */
	HV_GVA_RANGE_EXTENDED_LARGE_PAGE ExtendedLargePage;
} HV_GVA_RANGE;
HV_STATIC_ASSERT(sizeof(HV_GVA_RANGE) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_GVA_RANGE) == 8);

/* The value of PageSize for pages of 2 MiB. */
#define HV_GPA_PAGE_RANGE_PAGE_SIZE_2MB		0x00
/* The value of PageSize for pages of 1 GiB. */
#define HV_GPA_PAGE_RANGE_PAGE_SIZE_1GB		0x01

/* One to 2048 pages of 4 KiB of guest physical memory. */
typedef union _HV_GPA_PAGE_RANGE_PAGE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Pages beyond the first. */
		UINT64 AdditionalPages : 11;
		/* Clear in this form. */
		UINT64 LargePage : 1;
		/* The first page. */
		UINT64 BasePfn : 52;
	};
} HV_GPA_PAGE_RANGE_PAGE;
HV_STATIC_ASSERT(sizeof(HV_GPA_PAGE_RANGE_PAGE) == 8);

/* One to 2048 pages of 2 MiB or 1 GiB of guest physical memory. */
typedef union _HV_GPA_PAGE_RANGE_LARGE_PAGE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Pages beyond the first, of the size that PageSize gives. */
		UINT64 AdditionalPages : 11;
		/* Set in this form. */
		UINT64 LargePage : 1;
		/* Pages of 1 GiB if set, of 2 MiB if clear. */
		UINT64 PageSize : 1;
		UINT64 Reserved : 8;
		/* Bits 63 to 21 of the address of the first page. */
		UINT64 BaseLargePfn : 43;
	};
} HV_GPA_PAGE_RANGE_LARGE_PAGE;
HV_STATIC_ASSERT(sizeof(HV_GPA_PAGE_RANGE_LARGE_PAGE) == 8);

/* A range of guest physical memory; bit 11 says which form it has. */
typedef union _HV_GPA_PAGE_RANGE {
	UINT64 AsUINT64;
	/* Where LargePage is clear. The name is ours. */
	HV_GPA_PAGE_RANGE_PAGE Page;
	/* Where LargePage is set. The name is ours. */
	HV_GPA_PAGE_RANGE_LARGE_PAGE LargePage;
} HV_GPA_PAGE_RANGE;
HV_STATIC_ASSERT(sizeof(HV_GPA_PAGE_RANGE) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_GPA_PAGE_RANGE) == 8);

/* The input of HvCallSwitchVirtualAddressSpace. */
typedef struct _HV_INPUT_SWITCH_VIRTUAL_ADDRESS_SPACE {
	/* The new value of CR3. */
	HV_ADDRESS_SPACE_ID AddressSpace;
} HV_INPUT_SWITCH_VIRTUAL_ADDRESS_SPACE;
HV_STATIC_ASSERT(sizeof(HV_INPUT_SWITCH_VIRTUAL_ADDRESS_SPACE) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_SWITCH_VIRTUAL_ADDRESS_SPACE) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SWITCH_VIRTUAL_ADDRESS_SPACE, AddressSpace) == 0);

/* The input of HvCallFlushVirtualAddressSpace. */
typedef struct _HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE {
	/* Ignored with AllVirtualAddressSpaces. */
	HV_ADDRESS_SPACE_ID AddressSpace;
	HV_FLUSH_FLAGS Flags;
	/*
	 * One bit for each of the processors 0 to 63; ignored with
	 * AllProcessors.
	 */
	UINT64 ProcessorMask;
} HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE, Flags) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE, ProcessorMask) == 16);

/* The header of the input of HvCallFlushVirtualAddressList. */
typedef struct _HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST {
	/* Ignored with AllVirtualAddressSpaces. */
	HV_ADDRESS_SPACE_ID AddressSpace;
	/* Without NonGlobalMappingsOnly. */
	HV_FLUSH_FLAGS Flags;
	/*
	 * One bit for each of the processors 0 to 63; ignored with
	 * AllProcessors.
	 */
	UINT64 ProcessorMask;
} HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST, Flags) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST, ProcessorMask) == 16);

/* The fixed part of the input of HvCallFlushVirtualAddressSpaceEx. */
HV_EXTENSION typedef struct _HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX {
	/* Ignored with AllVirtualAddressSpaces. */
	HV_ADDRESS_SPACE_ID AddressSpace;
	HV_FLUSH_FLAGS Flags;
	/* Ignored with AllProcessors. */
	HV_VP_SET ProcessorSet;
} HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX, Flags) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_SPACE_EX, ProcessorSet) == 16);

/* The fixed part of the input of HvCallFlushVirtualAddressListEx. */
HV_EXTENSION typedef struct _HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX {
	/* Ignored with AllVirtualAddressSpaces. */
	HV_ADDRESS_SPACE_ID AddressSpace;
	/* Without NonGlobalMappingsOnly. */
	HV_FLUSH_FLAGS Flags;
	/* Ignored with AllProcessors. */
	HV_VP_SET ProcessorSet;
} HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX, Flags) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX, ProcessorSet) == 16);

/* The input of HvCallFlushGuestPhysicalAddressSpace. */
typedef struct _HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE {
	/* The second-level address space: EPT pointer on Intel, nCR3 on AMD. */
	HV_SPA AddressSpace;
	/* Reserved, zero. */
	UINT64 Flags;
} HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE, Flags) == 8);

/* The header of the input of HvCallFlushGuestPhysicalAddressList. */
typedef struct _HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST {
	/* The second-level address space: EPT pointer on Intel, nCR3 on AMD. */
	HV_SPA AddressSpace;
	/* Reserved, zero. */
	UINT64 Flags;
} HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST;
HV_STATIC_ASSERT(sizeof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST, AddressSpace) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST, Flags) == 8);

/* Contents of the reset register, which reads as zero. */
typedef union _HV_X64_MSR_RESET_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Reboots the partition. */
		UINT64 Reset : 1;
		UINT64 Reserved : 63;
	};
} HV_X64_MSR_RESET_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_RESET_CONTENTS) == 8);

/* How a logical processor enters a power state. */
typedef UINT8 HV_X64_POWER_CHANGE_METHOD;
#define HvX64PowerChangeIssueHlt		0x00
#define HvX64PowerChangeReadIoThenIssueHlt	0x01
#define HvX64PowerChangeReadIo			0x02
#define HvX64PowerChangeIssueMwait		0x03

/* How a logical processor enters one of the power states C1 to C3. */
typedef union _HV_X64_MSR_POWER_STATE_CONFIG {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * For reads of a port, the port in bits 15 to 0; for MWAIT, its
		 * hints in bits 31 to 0 and in bit 32 whether masked interrupts
		 * end the state; zero for HLT.
		 */
		UINT64 TypeSpecific : 52;
		UINT64 ChangeType : 4;
		/* The ACPI bit BM_STS decides between C2 and C3. */
		UINT64 CheckBM_STS : 1;
		/* Sets the ACPI bit BM_RLD. */
		UINT64 SetBM_RST : 1;
		/* Clears the ACPI bit BM_RLD. */
		UINT64 ClearBM_RST : 1;
		/*
		 * Sets the ACPI bit ARB_DIS, which disables the system arbiter.
		 */
		UINT64 SetARB_DIS : 1;
		UINT64 Reserved : 4;
	};
} HV_X64_MSR_POWER_STATE_CONFIG;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_POWER_STATE_CONFIG) == 8);

/*
 * Where a page of statistics is laid over the guest's memory; zero after
 * creation and reset.
 */
typedef union _HV_X64_MSR_STATS_PAGE_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page is mapped. */
		UINT64 Enable : 1;
		UINT64 Reserved : 11;
		/* The guest page that it covers. */
		UINT64 GpaPageNumber : 52;
	};
} HV_X64_MSR_STATS_PAGE_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_STATS_PAGE_CONTENTS) == 8);

/*
 * What happens to the memory of the partition when it is reset. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_MEMORY_ZEROING_CTRL_REG_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* It is filled with zeros. */
		UINT64 ZeroMemoryOnReset : 1;
		UINT64 Reserved : 63;
	};
} HV_MEMORY_ZEROING_CTRL_REG_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_MEMORY_ZEROING_CTRL_REG_CONTENTS) == 8);

/*
 * The configuration of a virtual processor, of which no source names a bit.
 * Observed in public code; no published specification has it.
 */
typedef union _HV_REGISTER_VP_CONFIG {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Reserved : 64;
	};
} HV_REGISTER_VP_CONFIG;
HV_STATIC_ASSERT(sizeof(HV_REGISTER_VP_CONFIG) == 8);

/* Reboots the partition when Reset is written. */
#define HV_X64_MSR_RESET			0x40000003
/*
 * By its name, the version of the interface for the management of processors.
 * Known by name and number only; access and scope are assumed.
 */
#define HV_X64_MSR_CPU_MGMT_VERSION		0x40000004
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_TB_FLUSH_HOST		0x40000006
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_TB_FLUSH			0x40000007
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_CRASH			0x40000008
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_GUEST_OS_TYPE		0x40000009
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_DEBUG_OUTPUT		0x4000000a
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_FLUSH_TB_THRESHOLD	0x4000000b
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_OS_FLAVOR			0x4000000c
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_OS_FRAME_OFFSET		0x4000000e
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_REF_TIME_OFFSET		0x40000011
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_REF_TSC_SCALE		0x40000012
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_VP_COUNT			0x40000013
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_WBINVD			0x40000014
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_FLUSH_WB			0x40000015
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_FLUSH_TB_CURRENT		0x40000016
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_KCFG_DONE			0x40000017
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_CLEAR_SIGNATURE_PAGE	0x40000018
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_PAUSE_ELEMENTS_COUNT	0x40000019
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_TB_FLUSH_ALL		0x4000001a
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_UTC_FIELDS		0x40000045
/*
 * A read takes the logical processor of the calling virtual processor to power
 * state C1. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_TRIGGER_C1	0x400000c1
/*
 * By its name, a trigger for performance feedback. Known by name and number
 * only; access and scope are assumed.
 */
#define HV_X64_MSR_PERF_FEEDBACK_TRIGGER	0x400000c1
/*
 * A read takes the logical processor of the calling virtual processor to power
 * state C2. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_TRIGGER_C2	0x400000c2
/*
 * By its name, for events of the scheduler of the guest. Known by name and
 * number only; access and scope are assumed.
 */
#define HV_X64_MSR_GUEST_SCHEDULER_EVENT	0x400000c2
/*
 * A read takes the logical processor of the calling virtual processor to power
 * state C3. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_TRIGGER_C3	0x400000c3
/*
 * How the logical processor of the calling virtual processor enters power state
 * C1. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_CONFIG_C1	0x400000d1
/*
 * How the logical processor of the calling virtual processor enters power state
 * C2. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_CONFIG_C2	0x400000d2
/*
 * How the logical processor of the calling virtual processor enters power state
 * C3. For the root partition only.
 */
#define HV_X64_MSR_POWER_STATE_CONFIG_C3	0x400000d3
/* Maps the retail statistics of the partition. */
#define HV_X64_MSR_STATS_PARTITION_RETAIL_PAGE	0x400000e0
/* Maps the internal statistics of the partition. */
#define HV_X64_MSR_STATS_PARTITION_INTERNAL_PAGE	0x400000e1
/* Maps the retail statistics of the virtual processor. */
#define HV_X64_MSR_STATS_VP_RETAIL_PAGE		0x400000e2
/* Maps the internal statistics of the virtual processor. */
#define HV_X64_MSR_STATS_VP_INTERNAL_PAGE	0x400000e3
/*
 * By its name, the configuration of the synthetic watchdog. Known by name and
 * number only; access and scope are assumed.
 */
#define HV_X64_MSR_SWATCHDOG_CONFIG		0x40000110
/*
 * By its name, the count of the synthetic watchdog. Known by name and number
 * only; access and scope are assumed.
 */
#define HV_X64_MSR_SWATCHDOG_COUNT		0x40000111
/*
 * By its name, the status of the synthetic watchdog. Known by name and number
 * only; access and scope are assumed.
 */
#define HV_X64_MSR_SWATCHDOG_STATUS		0x40000112
/*
 * Whether memory is cleared when the partition is reset. Access and scope are
 * assumed.
 */
#define HV_X64_MSR_MEMORY_ZEROING_CONTROL	0x40000116
/*
 * By its name, the configuration of the virtual processor. Known by name and
 * number only; access and scope are assumed.
 */
#define HV_X64_MSR_VP_CONFIG			0x40000117
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_FS_BASE			0x40000122
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_X_ONLY			0x40000123
/*
 * By the prefix of its name, a register of the Xbox hypervisor. Known by name
 * and number only; access and scope are assumed.
 */
#define HV_X64_MSR_XB_BOOT_INFO			0x40000130
/*
 * A page below 1 MiB, shared by the virtual trust levels. Documents have the
 * name only; access is assumed.
 */
#define HV_X64_MSR_BELOW_1MB_PAGE		0x40000200
/*
 * The index of the virtual processor in the hypervisor below, for a nested root
 * partition.
 */
#define HV_X64_MSR_NESTED_VP_INDEX		0x40001002
/* HV_X64_MSR_SCONTROL of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SCONTROL		0x40001080
/* HV_X64_MSR_SVERSION of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SVERSION		0x40001081
/* HV_X64_MSR_SIEFP of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SIEFP			0x40001082
/* HV_X64_MSR_SIMP of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SIMP			0x40001083
/* HV_X64_MSR_EOM of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_EOM			0x40001084
/*
 * HV_X64_MSR_SIRBP of the hypervisor below, for a nested root partition.
 * Access, scope and privilege are those of the registers around it.
 */
#define HV_X64_MSR_NESTED_SIRBP			0x40001085
/* HV_X64_MSR_SINT0 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT0			0x40001090
/* HV_X64_MSR_SINT1 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT1			0x40001091
/* HV_X64_MSR_SINT2 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT2			0x40001092
/* HV_X64_MSR_SINT3 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT3			0x40001093
/* HV_X64_MSR_SINT4 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT4			0x40001094
/* HV_X64_MSR_SINT5 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT5			0x40001095
/* HV_X64_MSR_SINT6 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT6			0x40001096
/* HV_X64_MSR_SINT7 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT7			0x40001097
/* HV_X64_MSR_SINT8 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT8			0x40001098
/* HV_X64_MSR_SINT9 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT9			0x40001099
/* HV_X64_MSR_SINT10 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT10		0x4000109a
/* HV_X64_MSR_SINT11 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT11		0x4000109b
/* HV_X64_MSR_SINT12 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT12		0x4000109c
/* HV_X64_MSR_SINT13 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT13		0x4000109d
/* HV_X64_MSR_SINT14 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT14		0x4000109e
/* HV_X64_MSR_SINT15 of the hypervisor below, for a nested root partition. */
#define HV_X64_MSR_NESTED_SINT15		0x4000109f
/* Stands for no partition. */
#define HV_PARTITION_ID_INVALID			0x0000000000000000ULL
/* Stands for the partition of the caller. */
#define HV_PARTITION_ID_SELF			0xffffffffffffffffULL

/*
 * Name of a virtual processor register. Of the numbers from 0x00020000 to
 * 0x0008FFFF many mean one register on x64 and another on ARM64.
 */
typedef UINT32 HV_REGISTER_NAME;
#define HvRegisterExplicitSuspend		0x00000000U
#define HvRegisterInterceptSuspend		0x00000001U
#define HvRegisterInstructionEmulationHints	0x00000002U
#define HvRegisterDispatchSuspend		0x00000003U
#define HvRegisterInternalActivityState		0x00000004U
#define HvRegisterHypervisorVersion		0x00000100U
#define HvRegisterPrivilegesAndFeaturesInfo	0x00000200U
#define HvRegisterFeaturesInfo			0x00000201U
#define HvRegisterImplementationLimitsInfo	0x00000202U
#define HvRegisterHardwareFeaturesInfo		0x00000203U
#define HvRegisterCpuManagementFeaturesInfo	0x00000204U
#define HvRegisterPasidFeaturesInfo		0x00000205U
#define HvRegisterSkipLevelFeaturesInfo		0x00000206U
#define HvRegisterNestedVirtFeaturesInfo	0x00000207U
#define HvRegisterIptFeaturesInfo		0x00000208U
#define HvRegisterIsolationConfiguration	0x00000209U
#define HvRegisterGuestCrashP0			0x00000210U
#define HvRegisterGuestCrashP1			0x00000211U
#define HvRegisterGuestCrashP2			0x00000212U
#define HvRegisterGuestCrashP3			0x00000213U
#define HvRegisterGuestCrashP4			0x00000214U
#define HvRegisterGuestCrashCtl			0x00000215U
#define HvRegisterPowerStateConfigC1		0x00000220U
#define HvRegisterPowerStateTriggerC1		0x00000221U
#define HvRegisterPowerStateConfigC2		0x00000222U
#define HvRegisterPowerStateTriggerC2		0x00000223U
#define HvRegisterPowerStateConfigC3		0x00000224U
#define HvRegisterPowerStateTriggerC3		0x00000225U
#define HvRegisterSystemReset			0x00000230U
#define HvRegisterProcessorClockFrequency	0x00000240U
#define HvRegisterInterruptClockFrequency	0x00000241U
#define HvRegisterGuestIdle			0x00000250U
#define HvRegisterDebugDeviceOptions		0x00000260U
#define HvRegisterMemoryZeroingControl		0x00000270U
#define HvRegisterPendingInterruption		0x00010002U
#define HvRegisterInterruptState		0x00010003U
#define HvRegisterPendingEvent0			0x00010004U
#define HvRegisterPendingEvent1			0x00010005U
#define HvRegisterDeliverabilityNotifications	0x00010006U
#define HvX64RegisterPendingDebugException	0x00010007U
#define HvRegisterPendingEvent2			0x00010008U
#define HvRegisterPendingEvent3			0x00010009U
#define HvArm64RegisterX0			0x00020000U
#define HvX64RegisterRax			0x00020000U
#define HvArm64RegisterX1			0x00020001U
#define HvX64RegisterRcx			0x00020001U
#define HvArm64RegisterX2			0x00020002U
#define HvX64RegisterRdx			0x00020002U
#define HvArm64RegisterX3			0x00020003U
#define HvX64RegisterRbx			0x00020003U
#define HvArm64RegisterX4			0x00020004U
#define HvX64RegisterRsp			0x00020004U
#define HvArm64RegisterX5			0x00020005U
#define HvX64RegisterRbp			0x00020005U
#define HvArm64RegisterX6			0x00020006U
#define HvX64RegisterRsi			0x00020006U
#define HvArm64RegisterX7			0x00020007U
#define HvX64RegisterRdi			0x00020007U
#define HvArm64RegisterX8			0x00020008U
#define HvX64RegisterR8				0x00020008U
#define HvArm64RegisterX9			0x00020009U
#define HvX64RegisterR9				0x00020009U
#define HvArm64RegisterX10			0x0002000aU
#define HvX64RegisterR10			0x0002000aU
#define HvArm64RegisterX11			0x0002000bU
#define HvX64RegisterR11			0x0002000bU
#define HvArm64RegisterX12			0x0002000cU
#define HvX64RegisterR12			0x0002000cU
#define HvArm64RegisterX13			0x0002000dU
#define HvX64RegisterR13			0x0002000dU
#define HvArm64RegisterX14			0x0002000eU
#define HvX64RegisterR14			0x0002000eU
#define HvArm64RegisterX15			0x0002000fU
#define HvX64RegisterR15			0x0002000fU
#define HvArm64RegisterX16			0x00020010U
#define HvX64RegisterRip			0x00020010U
#define HvArm64RegisterX17			0x00020011U
#define HvX64RegisterRflags			0x00020011U
#define HvArm64RegisterX18			0x00020012U
#define HvArm64RegisterX19			0x00020013U
#define HvArm64RegisterX20			0x00020014U
#define HvArm64RegisterX21			0x00020015U
#define HvArm64RegisterX22			0x00020016U
#define HvArm64RegisterX23			0x00020017U
#define HvArm64RegisterX24			0x00020018U
#define HvArm64RegisterX25			0x00020019U
#define HvArm64RegisterX26			0x0002001aU
#define HvArm64RegisterX27			0x0002001bU
#define HvArm64RegisterX28			0x0002001cU
#define HvArm64RegisterFp			0x0002001dU
#define HvArm64RegisterLr			0x0002001eU
#define HvArm64RegisterSp			0x0002001fU
#define HvArm64RegisterSpEl0			0x00020020U
#define HvArm64RegisterSpEl1			0x00020021U
#define HvArm64RegisterPc			0x00020022U
#define HvArm64RegisterPstate			0x00020023U
#define HvArm64RegisterSpEl2			0x00021000U
#define HvArm64RegisterElrEl2			0x00021001U
#define HvArm64RegisterSpsrEl2			0x00021002U
#define HvArm64RegisterCurrentEl		0x00021003U
#define HvArm64RegisterDaif			0x00021004U
#define HvArm64RegisterDit			0x00021005U
#define HvArm64RegisterNzcv			0x00021006U
#define HvArm64RegisterPan			0x00021007U
#define HvArm64RegisterSpSel			0x00021008U
#define HvArm64RegisterSsbs			0x00021009U
#define HvArm64RegisterTco			0x0002100aU
#define HvArm64RegisterUao			0x0002100bU
#define HvArm64RegisterElrElx			0x0002100cU
#define HvArm64RegisterSpsrElx			0x0002100dU
#define HvArm64RegisterIdMidrEl1		0x00022000U
#define HvArm64RegisterIdRes01El1		0x00022001U
#define HvArm64RegisterIdRes02El1		0x00022002U
#define HvArm64RegisterIdRes03El1		0x00022003U
#define HvArm64RegisterIdRes04El1		0x00022004U
#define HvArm64RegisterIdMpidrEl1		0x00022005U
#define HvArm64RegisterIdRevidrEl1		0x00022006U
#define HvArm64RegisterIdRes07El1		0x00022007U
#define HvArm64RegisterIdPfr0El1		0x00022008U
#define HvArm64RegisterIdPfr1El1		0x00022009U
#define HvArm64RegisterIdDfr0El1		0x0002200aU
#define HvArm64RegisterIdRes13El1		0x0002200bU
#define HvArm64RegisterIdMmfr0El1		0x0002200cU
#define HvArm64RegisterIdMmfr1El1		0x0002200dU
#define HvArm64RegisterIdMmfr2El1		0x0002200eU
#define HvArm64RegisterIdMmfr3El1		0x0002200fU
#define HvArm64RegisterIdIsar0El1		0x00022010U
#define HvArm64RegisterIdIsar1El1		0x00022011U
#define HvArm64RegisterIdIsar2El1		0x00022012U
#define HvArm64RegisterIdIsar3El1		0x00022013U
#define HvArm64RegisterIdIsar4El1		0x00022014U
#define HvArm64RegisterIdIsar5El1		0x00022015U
#define HvArm64RegisterIdRes26El1		0x00022016U
#define HvArm64RegisterIdRes27El1		0x00022017U
#define HvArm64RegisterIdMvfr0El1		0x00022018U
#define HvArm64RegisterIdMvfr1El1		0x00022019U
#define HvArm64RegisterIdMvfr2El1		0x0002201aU
#define HvArm64RegisterIdRes33El1		0x0002201bU
#define HvArm64RegisterIdPfr2El1		0x0002201cU
#define HvArm64RegisterIdRes35El1		0x0002201dU
#define HvArm64RegisterIdRes36El1		0x0002201eU
#define HvArm64RegisterIdRes37El1		0x0002201fU
#define HvArm64RegisterIdAa64Pfr0El1		0x00022020U
#define HvArm64RegisterIdAa64Pfr1El1		0x00022021U
#define HvArm64RegisterIdAa64Pfr2El1		0x00022022U
#define HvArm64RegisterIdRes43El1		0x00022023U
#define HvArm64RegisterIdAa64Zfr0El1		0x00022024U
#define HvArm64RegisterIdAa64Smfr0El1		0x00022025U
#define HvArm64RegisterIdRes46El1		0x00022026U
#define HvArm64RegisterIdRes47El1		0x00022027U
#define HvArm64RegisterIdAa64Dfr0El1		0x00022028U
#define HvArm64RegisterIdAa64Dfr1El1		0x00022029U
#define HvArm64RegisterIdRes52El1		0x0002202aU
#define HvArm64RegisterIdRes53El1		0x0002202bU
#define HvArm64RegisterIdRes54El1		0x0002202cU
#define HvArm64RegisterIdRes55El1		0x0002202dU
#define HvArm64RegisterIdRes56El1		0x0002202eU
#define HvArm64RegisterIdRes57El1		0x0002202fU
#define HvArm64RegisterIdAa64Isar0El1		0x00022030U
#define HvArm64RegisterIdAa64Isar1El1		0x00022031U
#define HvArm64RegisterIdAa64Isar2El1		0x00022032U
#define HvArm64RegisterIdRes63El1		0x00022033U
#define HvArm64RegisterIdRes64El1		0x00022034U
#define HvArm64RegisterIdRes65El1		0x00022035U
#define HvArm64RegisterIdRes66El1		0x00022036U
#define HvArm64RegisterIdRes67El1		0x00022037U
#define HvArm64RegisterIdAa64Mmfr0El1		0x00022038U
#define HvArm64RegisterIdAa64Mmfr1El1		0x00022039U
#define HvArm64RegisterIdAa64Mmfr2El1		0x0002203aU
#define HvArm64RegisterIdAa64Mmfr3El1		0x0002203bU
#define HvArm64RegisterIdAa64Mmfr4El1		0x0002203cU
#define HvArm64RegisterIdRes75El1		0x0002203dU
#define HvArm64RegisterIdRes76El1		0x0002203eU
#define HvArm64RegisterIdRes77El1		0x0002203fU
#define HvArm64RegisterIdRes80El1		0x00022040U
#define HvArm64RegisterIdRes81El1		0x00022041U
#define HvArm64RegisterIdRes82El1		0x00022042U
#define HvArm64RegisterIdRes83El1		0x00022043U
#define HvArm64RegisterIdRes84El1		0x00022044U
#define HvArm64RegisterIdRes85El1		0x00022045U
#define HvArm64RegisterIdRes86El1		0x00022046U
#define HvArm64RegisterIdRes87El1		0x00022047U
#define HvArm64RegisterIdRes90El1		0x00022048U
#define HvArm64RegisterIdRes91El1		0x00022049U
#define HvArm64RegisterIdRes92El1		0x0002204aU
#define HvArm64RegisterIdRes93El1		0x0002204bU
#define HvArm64RegisterIdRes94El1		0x0002204cU
#define HvArm64RegisterIdRes95El1		0x0002204dU
#define HvArm64RegisterIdRes96El1		0x0002204eU
#define HvArm64RegisterIdRes97El1		0x0002204fU
#define HvArm64RegisterIdRes100El1		0x00022050U
#define HvArm64RegisterIdRes101El1		0x00022051U
#define HvArm64RegisterIdRes102El1		0x00022052U
#define HvArm64RegisterIdRes103El1		0x00022053U
#define HvArm64RegisterIdRes104El1		0x00022054U
#define HvArm64RegisterIdRes105El1		0x00022055U
#define HvArm64RegisterIdRes106El1		0x00022056U
#define HvArm64RegisterIdRes107El1		0x00022057U
#define HvArm64RegisterIdRes110El1		0x00022058U
#define HvArm64RegisterIdRes111El1		0x00022059U
#define HvArm64RegisterIdRes112El1		0x0002205aU
#define HvArm64RegisterIdRes113El1		0x0002205bU
#define HvArm64RegisterIdRes114El1		0x0002205cU
#define HvArm64RegisterIdRes115El1		0x0002205dU
#define HvArm64RegisterIdRes116El1		0x0002205eU
#define HvArm64RegisterIdRes117El1		0x0002205fU
#define HvArm64RegisterIdRes120El1		0x00022060U
#define HvArm64RegisterIdRes121El1		0x00022061U
#define HvArm64RegisterIdRes122El1		0x00022062U
#define HvArm64RegisterIdRes123El1		0x00022063U
#define HvArm64RegisterIdRes124El1		0x00022064U
#define HvArm64RegisterIdRes125El1		0x00022065U
#define HvArm64RegisterIdRes126El1		0x00022066U
#define HvArm64RegisterIdRes127El1		0x00022067U
#define HvArm64RegisterIdRes130El1		0x00022068U
#define HvArm64RegisterIdRes131El1		0x00022069U
#define HvArm64RegisterIdRes132El1		0x0002206aU
#define HvArm64RegisterIdRes133El1		0x0002206bU
#define HvArm64RegisterIdRes134El1		0x0002206cU
#define HvArm64RegisterIdRes135El1		0x0002206dU
#define HvArm64RegisterIdRes136El1		0x0002206eU
#define HvArm64RegisterIdRes137El1		0x0002206fU
#define HvArm64RegisterIdRes140El1		0x00022070U
#define HvArm64RegisterIdRes141El1		0x00022071U
#define HvArm64RegisterIdRes142El1		0x00022072U
#define HvArm64RegisterIdRes143El1		0x00022073U
#define HvArm64RegisterIdRes144El1		0x00022074U
#define HvArm64RegisterIdRes145El1		0x00022075U
#define HvArm64RegisterIdRes146El1		0x00022076U
#define HvArm64RegisterIdRes147El1		0x00022077U
#define HvArm64RegisterIdRes150El1		0x00022078U
#define HvArm64RegisterIdRes151El1		0x00022079U
#define HvArm64RegisterIdRes152El1		0x0002207aU
#define HvArm64RegisterIdRes153El1		0x0002207bU
#define HvArm64RegisterIdRes154El1		0x0002207cU
#define HvArm64RegisterIdRes155El1		0x0002207dU
#define HvArm64RegisterIdRes156El1		0x0002207eU
#define HvArm64RegisterIdRes157El1		0x0002207fU
#define HvArm64RegisterXzr			0x0002fffeU
#define HvArm64RegisterQ0			0x00030000U
#define HvX64RegisterXmm0			0x00030000U
#define HvArm64RegisterQ1			0x00030001U
#define HvX64RegisterXmm1			0x00030001U
#define HvArm64RegisterQ2			0x00030002U
#define HvX64RegisterXmm2			0x00030002U
#define HvArm64RegisterQ3			0x00030003U
#define HvX64RegisterXmm3			0x00030003U
#define HvArm64RegisterQ4			0x00030004U
#define HvX64RegisterXmm4			0x00030004U
#define HvArm64RegisterQ5			0x00030005U
#define HvX64RegisterXmm5			0x00030005U
#define HvArm64RegisterQ6			0x00030006U
#define HvX64RegisterXmm6			0x00030006U
#define HvArm64RegisterQ7			0x00030007U
#define HvX64RegisterXmm7			0x00030007U
#define HvArm64RegisterQ8			0x00030008U
#define HvX64RegisterXmm8			0x00030008U
#define HvArm64RegisterQ9			0x00030009U
#define HvX64RegisterXmm9			0x00030009U
#define HvArm64RegisterQ10			0x0003000aU
#define HvX64RegisterXmm10			0x0003000aU
#define HvArm64RegisterQ11			0x0003000bU
#define HvX64RegisterXmm11			0x0003000bU
#define HvArm64RegisterQ12			0x0003000cU
#define HvX64RegisterXmm12			0x0003000cU
#define HvArm64RegisterQ13			0x0003000dU
#define HvX64RegisterXmm13			0x0003000dU
#define HvArm64RegisterQ14			0x0003000eU
#define HvX64RegisterXmm14			0x0003000eU
#define HvArm64RegisterQ15			0x0003000fU
#define HvX64RegisterXmm15			0x0003000fU
#define HvArm64RegisterQ16			0x00030010U
#define HvX64RegisterFpMmx0			0x00030010U
#define HvArm64RegisterQ17			0x00030011U
#define HvX64RegisterFpMmx1			0x00030011U
#define HvArm64RegisterQ18			0x00030012U
#define HvX64RegisterFpMmx2			0x00030012U
#define HvArm64RegisterQ19			0x00030013U
#define HvX64RegisterFpMmx3			0x00030013U
#define HvArm64RegisterQ20			0x00030014U
#define HvX64RegisterFpMmx4			0x00030014U
#define HvArm64RegisterQ21			0x00030015U
#define HvX64RegisterFpMmx5			0x00030015U
#define HvArm64RegisterQ22			0x00030016U
#define HvX64RegisterFpMmx6			0x00030016U
#define HvArm64RegisterQ23			0x00030017U
#define HvX64RegisterFpMmx7			0x00030017U
#define HvArm64RegisterQ24			0x00030018U
#define HvX64RegisterFpControlStatus		0x00030018U
#define HvArm64RegisterQ25			0x00030019U
#define HvX64RegisterXmmControlStatus		0x00030019U
#define HvArm64RegisterQ26			0x0003001aU
#define HvArm64RegisterQ27			0x0003001bU
#define HvArm64RegisterQ28			0x0003001cU
#define HvArm64RegisterQ29			0x0003001dU
#define HvArm64RegisterQ30			0x0003001eU
#define HvArm64RegisterQ31			0x0003001fU
#define HvArm64RegisterFpControl		0x00030020U
#define HvArm64RegisterFpStatus			0x00030021U
#define HvArm64RegisterZ0			0x00030100U
#define HvArm64RegisterZ1			0x00030101U
#define HvArm64RegisterZ2			0x00030102U
#define HvArm64RegisterZ3			0x00030103U
#define HvArm64RegisterZ4			0x00030104U
#define HvArm64RegisterZ5			0x00030105U
#define HvArm64RegisterZ6			0x00030106U
#define HvArm64RegisterZ7			0x00030107U
#define HvArm64RegisterZ8			0x00030108U
#define HvArm64RegisterZ9			0x00030109U
#define HvArm64RegisterZ10			0x0003010aU
#define HvArm64RegisterZ11			0x0003010bU
#define HvArm64RegisterZ12			0x0003010cU
#define HvArm64RegisterZ13			0x0003010dU
#define HvArm64RegisterZ14			0x0003010eU
#define HvArm64RegisterZ15			0x0003010fU
#define HvArm64RegisterZ16			0x00030110U
#define HvArm64RegisterZ17			0x00030111U
#define HvArm64RegisterZ18			0x00030112U
#define HvArm64RegisterZ19			0x00030113U
#define HvArm64RegisterZ20			0x00030114U
#define HvArm64RegisterZ21			0x00030115U
#define HvArm64RegisterZ22			0x00030116U
#define HvArm64RegisterZ23			0x00030117U
#define HvArm64RegisterZ24			0x00030118U
#define HvArm64RegisterZ25			0x00030119U
#define HvArm64RegisterZ26			0x0003011aU
#define HvArm64RegisterZ27			0x0003011bU
#define HvArm64RegisterZ28			0x0003011cU
#define HvArm64RegisterZ29			0x0003011dU
#define HvArm64RegisterZ30			0x0003011eU
#define HvArm64RegisterZ31			0x0003011fU
#define HvArm64RegisterP0			0x00030120U
#define HvArm64RegisterP1			0x00030121U
#define HvArm64RegisterP2			0x00030122U
#define HvArm64RegisterP3			0x00030123U
#define HvArm64RegisterP4			0x00030124U
#define HvArm64RegisterP5			0x00030125U
#define HvArm64RegisterP6			0x00030126U
#define HvArm64RegisterP7			0x00030127U
#define HvArm64RegisterP8			0x00030128U
#define HvArm64RegisterP9			0x00030129U
#define HvArm64RegisterP10			0x0003012aU
#define HvArm64RegisterP11			0x0003012bU
#define HvArm64RegisterP12			0x0003012cU
#define HvArm64RegisterP13			0x0003012dU
#define HvArm64RegisterP14			0x0003012eU
#define HvArm64RegisterP15			0x0003012fU
#define HvArm64RegisterFFR			0x00030130U
#define HvArm64RegisterMidr			0x00040000U
#define HvX64RegisterCr0			0x00040000U
#define HvArm64RegisterMpidrEl1			0x00040001U
#define HvX64RegisterCr2			0x00040001U
#define HvArm64RegisterSctlrEl1			0x00040002U
#define HvX64RegisterCr3			0x00040002U
#define HvArm64RegisterActlrEl1			0x00040003U
#define HvX64RegisterCr4			0x00040003U
#define HvArm64RegisterCpacrEl1			0x00040004U
#define HvX64RegisterCr8			0x00040004U
#define HvArm64RegisterTtbr0El1			0x00040005U
#define HvX64RegisterXfem			0x00040005U
#define HvArm64RegisterTtbr1El1			0x00040006U
#define HvArm64RegisterTcrEl1			0x00040007U
#define HvArm64RegisterEsrEl1			0x00040008U
#define HvArm64RegisterFarEl1			0x00040009U
#define HvArm64RegisterParEl1			0x0004000aU
#define HvArm64RegisterMairEl1			0x0004000bU
#define HvArm64RegisterVbarEl1			0x0004000cU
#define HvArm64RegisterContextidrEl1		0x0004000dU
#define HvArm64RegisterTpidrEl1			0x0004000eU
#define HvArm64RegisterCntkctl			0x0004000fU
#define HvArm64RegisterTpidrroEl0		0x00040010U
#define HvArm64RegisterTpidrEl0			0x00040011U
#define HvArm64RegisterFpcr			0x00040012U
#define HvArm64RegisterFpsr			0x00040013U
#define HvArm64RegisterSpsrEl1			0x00040014U
#define HvArm64RegisterElrEl1			0x00040015U
#define HvArm64RegisterAfsr0El1			0x00040016U
#define HvArm64RegisterAfsr1El1			0x00040017U
#define HvArm64RegisterAmairEl1			0x00040018U
#define HvArm64RegisterMdscr			0x00040019U
#define HvArm64RegisterAccdataEl1		0x00040020U
#define HvArm64RegisterActlrEl2			0x00040021U
#define HvArm64RegisterAfsr0El2			0x00040022U
#define HvArm64RegisterAfsr1El2			0x00040023U
#define HvArm64RegisterAidrEl1			0x00040024U
#define HvArm64RegisterAmairEl2			0x00040025U
#define HvArm64RegisterApdAKeyHiEl1		0x00040026U
#define HvArm64RegisterApdAKeyLoEl1		0x00040027U
#define HvArm64RegisterApdBKeyHiEl1		0x00040028U
#define HvArm64RegisterApdBKeyLoEl1		0x00040029U
#define HvArm64RegisterApgAKeyHiEl1		0x0004002aU
#define HvArm64RegisterApgAKeyLoEl1		0x0004002bU
#define HvArm64RegisterApiAKeyHiEl1		0x0004002cU
#define HvArm64RegisterApiAKeyLoEl1		0x0004002dU
#define HvArm64RegisterApiBKeyHiEl1		0x0004002eU
#define HvArm64RegisterApiBKeyLoEl1		0x0004002fU
#define HvArm64RegisterCcsidrEl1		0x00040030U
#define HvArm64RegisterCcsidr2El1		0x00040031U
#define HvArm64RegisterClidrEl1			0x00040032U
#define HvArm64RegisterContextidrEl2		0x00040033U
#define HvArm64RegisterCptrEl2			0x00040034U
#define HvArm64RegisterCsselrEl1		0x00040035U
#define HvArm64RegisterCtrEl0			0x00040036U
#define HvArm64RegisterDacr32El2		0x00040037U
#define HvArm64RegisterDczidEl0			0x00040038U
#define HvArm64RegisterEsrEl2			0x00040039U
#define HvArm64RegisterFarEl2			0x0004003aU
#define HvArm64RegisterFpexc32El2		0x0004003bU
#define HvArm64RegisterGcrEl1			0x0004003cU
#define HvArm64RegisterGmidEl1			0x0004003dU
#define HvArm64RegisterHacrEl2			0x0004003eU
#define HvArm64RegisterHafgrtrEl2		0x0004003fU
#define HvArm64RegisterHcrEl2			0x00040040U
#define HvArm64RegisterHcrxEl2			0x00040041U
#define HvArm64RegisterHdfgrtrEl2		0x00040042U
#define HvArm64RegisterHdfgwtrEl2		0x00040043U
#define HvArm64RegisterHfgitrEl2		0x00040044U
#define HvArm64RegisterHfgrtrEl2		0x00040045U
#define HvArm64RegisterHfgwtrEl2		0x00040046U
#define HvArm64RegisterHpfarEl2			0x00040047U
#define HvArm64RegisterHstrEl2			0x00040048U
#define HvArm64RegisterIfsr32El2		0x00040049U
#define HvArm64RegisterIsrEl1			0x0004004aU
#define HvArm64RegisterLorcEl1			0x0004004bU
#define HvArm64RegisterLoreaEl1			0x0004004cU
#define HvArm64RegisterLoridEl1			0x0004004dU
#define HvArm64RegisterLornEl1			0x0004004eU
#define HvArm64RegisterLorsaEl1			0x0004004fU
#define HvArm64RegisterMairEl2			0x00040050U
#define HvArm64RegisterMidrEl1			0x00040051U
#define HvArm64RegisterMvfr0El1			0x00040052U
#define HvArm64RegisterMvfr1El1			0x00040053U
#define HvArm64RegisterMvfr2El1			0x00040054U
#define HvArm64RegisterRevidrEl1		0x00040055U
#define HvArm64RegisterRgsrEl1			0x00040056U
#define HvArm64RegisterRndr			0x00040057U
#define HvArm64RegisterRndrrs			0x00040058U
#define HvArm64RegisterSctlrEl2			0x00040059U
#define HvArm64RegisterScxtnumEl0		0x0004005aU
#define HvArm64RegisterScxtnumEl1		0x0004005bU
#define HvArm64RegisterScxtnumEl2		0x0004005cU
#define HvArm64RegisterSmcrEl1			0x0004005dU
#define HvArm64RegisterSmcrEl2			0x0004005eU
#define HvArm64RegisterSmidrEl1			0x0004005fU
#define HvArm64RegisterSmpriEl1			0x00040060U
#define HvArm64RegisterSmprimapEl2		0x00040061U
#define HvArm64RegisterTcrEl2			0x00040062U
#define HvArm64RegisterTfsre0El1		0x00040063U
#define HvArm64RegisterTfsrEl1			0x00040064U
#define HvArm64RegisterTfsrEl2			0x00040065U
#define HvArm64RegisterTpidr2El0		0x00040066U
#define HvArm64RegisterTpidrEl2			0x00040067U
#define HvArm64RegisterTtbr0El2			0x00040068U
#define HvArm64RegisterVbarEl2			0x00040069U
#define HvArm64RegisterVmpidrEl2		0x0004006aU
#define HvArm64RegisterVncrEl2			0x0004006bU
#define HvArm64RegisterVpidrEl2			0x0004006cU
#define HvArm64RegisterVstcrEl2			0x0004006dU
#define HvArm64RegisterVsttbrEl2		0x0004006eU
#define HvArm64RegisterVtcrEl2			0x0004006fU
#define HvArm64RegisterVttbrEl2			0x00040070U
#define HvArm64RegisterZcrEl1			0x00040071U
#define HvArm64RegisterZcrEl2			0x00040072U
#define HvArm64RegisterAfsr0Elx			0x00040073U
#define HvArm64RegisterAfsr1Elx			0x00040074U
#define HvArm64RegisterAmairElx			0x00040075U
#define HvArm64RegisterContextidrElx		0x00040076U
#define HvArm64RegisterCpacrElx			0x00040077U
#define HvArm64RegisterEsrElx			0x00040078U
#define HvArm64RegisterFarElx			0x00040079U
#define HvArm64RegisterMairElx			0x0004007aU
#define HvArm64RegisterSctlrElx			0x0004007bU
#define HvArm64RegisterTcrElx			0x0004007cU
#define HvArm64RegisterTtbr0Elx			0x0004007dU
#define HvArm64RegisterTtbr1El2			0x0004007eU
#define HvArm64RegisterTtbr1Elx			0x0004007fU
#define HvArm64RegisterVbarElx			0x00040080U
#define HvArm64RegisterZcrElx			0x00040081U
#define HvArm64RegisterMdcr			0x00040101U
#define HvArm64RegisterCptr			0x00040102U
#define HvArm64RegisterHstr			0x00040103U
#define HvArm64RegisterHacr			0x00040104U
#define HvArm64RegisterCtr			0x00040300U
#define HvArm64RegisterDczid			0x00040301U
#define HvArm64RegisterRevidr			0x00040302U
#define HvArm64RegisterIdAa64pfr0		0x00040303U
#define HvArm64RegisterIdAa64pfr1		0x00040304U
#define HvArm64RegisterIdAa64dfr0		0x00040305U
#define HvArm64RegisterIdAa64dfr1		0x00040306U
#define HvArm64RegisterIdAa64afr0		0x00040307U
#define HvArm64RegisterIdAa64afr1		0x00040308U
#define HvArm64RegisterIdAa64isar0		0x00040309U
#define HvArm64RegisterIdAa64isar1		0x0004030aU
#define HvArm64RegisterIdAa64mmfr0		0x0004030bU
#define HvArm64RegisterIdAa64mmfr1		0x0004030cU
#define HvArm64RegisterClidr			0x0004030dU
#define HvArm64RegisterAidr			0x0004030eU
#define HvArm64RegisterCsselr			0x0004030fU
#define HvArm64RegisterCcsidr			0x00040310U
#define HvArm64RegisterSyntheticVbarEl1		0x00040400U
#define HvArm64RegisterSyntheticEsrEl1		0x00040401U
#define HvX64RegisterIntermediateCr0		0x00041000U
#define HvX64RegisterIntermediateCr3		0x00041002U
#define HvX64RegisterIntermediateCr4		0x00041003U
#define HvX64RegisterIntermediateCr8		0x00041004U
#define HvArm64RegisterDbgbcr0El1		0x00050000U
#define HvX64RegisterDr0			0x00050000U
#define HvArm64RegisterDbgbcr1El1		0x00050001U
#define HvX64RegisterDr1			0x00050001U
#define HvArm64RegisterDbgbcr2El1		0x00050002U
#define HvX64RegisterDr2			0x00050002U
#define HvArm64RegisterDbgbcr3El1		0x00050003U
#define HvX64RegisterDr3			0x00050003U
#define HvArm64RegisterDbgbcr4El1		0x00050004U
#define HvX64RegisterDr6			0x00050004U
#define HvArm64RegisterDbgbcr5El1		0x00050005U
#define HvX64RegisterDr7			0x00050005U
#define HvArm64RegisterDbgbcr6El1		0x00050006U
#define HvArm64RegisterDbgbcr7El1		0x00050007U
#define HvArm64RegisterDbgbcr8El1		0x00050008U
#define HvArm64RegisterDbgbcr9El1		0x00050009U
#define HvArm64RegisterDbgbcr10El1		0x0005000aU
#define HvArm64RegisterDbgbcr11El1		0x0005000bU
#define HvArm64RegisterDbgbcr12El1		0x0005000cU
#define HvArm64RegisterDbgbcr13El1		0x0005000dU
#define HvArm64RegisterDbgbcr14El1		0x0005000eU
#define HvArm64RegisterDbgbcr15El1		0x0005000fU
#define HvArm64RegisterDbgwcr0El1		0x00050010U
#define HvArm64RegisterDbgwcr1El1		0x00050011U
#define HvArm64RegisterDbgwcr2El1		0x00050012U
#define HvArm64RegisterDbgwcr3El1		0x00050013U
#define HvArm64RegisterDbgwcr4El1		0x00050014U
#define HvArm64RegisterDbgwcr5El1		0x00050015U
#define HvArm64RegisterDbgwcr6El1		0x00050016U
#define HvArm64RegisterDbgwcr7El1		0x00050017U
#define HvArm64RegisterDbgwcr8El1		0x00050018U
#define HvArm64RegisterDbgwcr9El1		0x00050019U
#define HvArm64RegisterDbgwcr10El1		0x0005001aU
#define HvArm64RegisterDbgwcr11El1		0x0005001bU
#define HvArm64RegisterDbgwcr12El1		0x0005001cU
#define HvArm64RegisterDbgwcr13El1		0x0005001dU
#define HvArm64RegisterDbgwcr14El1		0x0005001eU
#define HvArm64RegisterDbgwcr15El1		0x0005001fU
#define HvArm64RegisterDbgbvr0El1		0x00050020U
#define HvArm64RegisterDbgbvr1El1		0x00050021U
#define HvArm64RegisterDbgbvr2El1		0x00050022U
#define HvArm64RegisterDbgbvr3El1		0x00050023U
#define HvArm64RegisterDbgbvr4El1		0x00050024U
#define HvArm64RegisterDbgbvr5El1		0x00050025U
#define HvArm64RegisterDbgbvr6El1		0x00050026U
#define HvArm64RegisterDbgbvr7El1		0x00050027U
#define HvArm64RegisterDbgbvr8El1		0x00050028U
#define HvArm64RegisterDbgbvr9El1		0x00050029U
#define HvArm64RegisterDbgbvr10El1		0x0005002aU
#define HvArm64RegisterDbgbvr11El1		0x0005002bU
#define HvArm64RegisterDbgbvr12El1		0x0005002cU
#define HvArm64RegisterDbgbvr13El1		0x0005002dU
#define HvArm64RegisterDbgbvr14El1		0x0005002eU
#define HvArm64RegisterDbgbvr15El1		0x0005002fU
#define HvArm64RegisterDbgwvr0El1		0x00050030U
#define HvArm64RegisterDbgwvr1El1		0x00050031U
#define HvArm64RegisterDbgwvr2El1		0x00050032U
#define HvArm64RegisterDbgwvr3El1		0x00050033U
#define HvArm64RegisterDbgwvr4El1		0x00050034U
#define HvArm64RegisterDbgwvr5El1		0x00050035U
#define HvArm64RegisterDbgwvr6El1		0x00050036U
#define HvArm64RegisterDbgwvr7El1		0x00050037U
#define HvArm64RegisterDbgwvr8El1		0x00050038U
#define HvArm64RegisterDbgwvr9El1		0x00050039U
#define HvArm64RegisterDbgwvr10El1		0x0005003aU
#define HvArm64RegisterDbgwvr11El1		0x0005003bU
#define HvArm64RegisterDbgwvr12El1		0x0005003cU
#define HvArm64RegisterDbgwvr13El1		0x0005003dU
#define HvArm64RegisterDbgwvr14El1		0x0005003eU
#define HvArm64RegisterDbgwvr15El1		0x0005003fU
#define HvArm64RegisterDbgauthstatusEl1		0x00050040U
#define HvArm64RegisterDbgclaimclrEl1		0x00050041U
#define HvArm64RegisterDbgclaimsetEl1		0x00050042U
#define HvArm64RegisterDbgdtrrxEl0		0x00050043U
#define HvArm64RegisterDbgdtrtxEl0		0x00050044U
#define HvArm64RegisterDbgprcrEl1		0x00050045U
#define HvArm64RegisterDbgvcr32El2		0x00050046U
#define HvArm64RegisterDlrEl0			0x00050047U
#define HvArm64RegisterDspsrEl0			0x00050048U
#define HvArm64RegisterMdccintEl1		0x00050049U
#define HvArm64RegisterMdccsrEl0		0x0005004aU
#define HvArm64RegisterMdcrEl2			0x0005004bU
#define HvArm64RegisterMdrarEl1			0x0005004cU
#define HvArm64RegisterMdscrEl1			0x0005004dU
#define HvArm64RegisterOsdlrEl1			0x0005004eU
#define HvArm64RegisterOsdtrrxEl1		0x0005004fU
#define HvArm64RegisterOsdtrtxEl1		0x00050050U
#define HvArm64RegisterOseccrEl1		0x00050051U
#define HvArm64RegisterOslarEl1			0x00050052U
#define HvArm64RegisterOslsrEl1			0x00050053U
#define HvArm64RegisterSder32El2		0x00050054U
#define HvArm64RegisterTrfcrEl1			0x00050055U
#define HvArm64RegisterTrfcrEl2			0x00050056U
#define HvArm64RegisterTrfcrElx			0x00050057U
#define HvArm64RegisterPmccfiltrEl0		0x00052000U
#define HvArm64RegisterPmccntrEl0		0x00052001U
#define HvArm64RegisterPmceid0El0		0x00052002U
#define HvArm64RegisterPmceid1El0		0x00052003U
#define HvArm64RegisterPmcntenclrEl0		0x00052004U
#define HvArm64RegisterPmcntensetEl0		0x00052005U
#define HvArm64RegisterPmcrEl0			0x00052006U
#define HvArm64RegisterPmevcntr0El0		0x00052007U
#define HvArm64RegisterPmevcntr1El0		0x00052008U
#define HvArm64RegisterPmevcntr2El0		0x00052009U
#define HvArm64RegisterPmevcntr3El0		0x0005200aU
#define HvArm64RegisterPmevcntr4El0		0x0005200bU
#define HvArm64RegisterPmevcntr5El0		0x0005200cU
#define HvArm64RegisterPmevcntr6El0		0x0005200dU
#define HvArm64RegisterPmevcntr7El0		0x0005200eU
#define HvArm64RegisterPmevcntr8El0		0x0005200fU
#define HvArm64RegisterPmevcntr9El0		0x00052010U
#define HvArm64RegisterPmevcntr10El0		0x00052011U
#define HvArm64RegisterPmevcntr11El0		0x00052012U
#define HvArm64RegisterPmevcntr12El0		0x00052013U
#define HvArm64RegisterPmevcntr13El0		0x00052014U
#define HvArm64RegisterPmevcntr14El0		0x00052015U
#define HvArm64RegisterPmevcntr15El0		0x00052016U
#define HvArm64RegisterPmevcntr16El0		0x00052017U
#define HvArm64RegisterPmevcntr17El0		0x00052018U
#define HvArm64RegisterPmevcntr18El0		0x00052019U
#define HvArm64RegisterPmevcntr19El0		0x0005201aU
#define HvArm64RegisterPmevcntr20El0		0x0005201bU
#define HvArm64RegisterPmevcntr21El0		0x0005201cU
#define HvArm64RegisterPmevcntr22El0		0x0005201dU
#define HvArm64RegisterPmevcntr23El0		0x0005201eU
#define HvArm64RegisterPmevcntr24El0		0x0005201fU
#define HvArm64RegisterPmevcntr25El0		0x00052020U
#define HvArm64RegisterPmevcntr26El0		0x00052021U
#define HvArm64RegisterPmevcntr27El0		0x00052022U
#define HvArm64RegisterPmevcntr28El0		0x00052023U
#define HvArm64RegisterPmevcntr29El0		0x00052024U
#define HvArm64RegisterPmevcntr30El0		0x00052025U
#define HvArm64RegisterPmevtyper0El0		0x00052026U
#define HvArm64RegisterPmevtyper1El0		0x00052027U
#define HvArm64RegisterPmevtyper2El0		0x00052028U
#define HvArm64RegisterPmevtyper3El0		0x00052029U
#define HvArm64RegisterPmevtyper4El0		0x0005202aU
#define HvArm64RegisterPmevtyper5El0		0x0005202bU
#define HvArm64RegisterPmevtyper6El0		0x0005202cU
#define HvArm64RegisterPmevtyper7El0		0x0005202dU
#define HvArm64RegisterPmevtyper8El0		0x0005202eU
#define HvArm64RegisterPmevtyper9El0		0x0005202fU
#define HvArm64RegisterPmevtyper10El0		0x00052030U
#define HvArm64RegisterPmevtyper11El0		0x00052031U
#define HvArm64RegisterPmevtyper12El0		0x00052032U
#define HvArm64RegisterPmevtyper13El0		0x00052033U
#define HvArm64RegisterPmevtyper14El0		0x00052034U
#define HvArm64RegisterPmevtyper15El0		0x00052035U
#define HvArm64RegisterPmevtyper16El0		0x00052036U
#define HvArm64RegisterPmevtyper17El0		0x00052037U
#define HvArm64RegisterPmevtyper18El0		0x00052038U
#define HvArm64RegisterPmevtyper19El0		0x00052039U
#define HvArm64RegisterPmevtyper20El0		0x0005203aU
#define HvArm64RegisterPmevtyper21El0		0x0005203bU
#define HvArm64RegisterPmevtyper22El0		0x0005203cU
#define HvArm64RegisterPmevtyper23El0		0x0005203dU
#define HvArm64RegisterPmevtyper24El0		0x0005203eU
#define HvArm64RegisterPmevtyper25El0		0x0005203fU
#define HvArm64RegisterPmevtyper26El0		0x00052040U
#define HvArm64RegisterPmevtyper27El0		0x00052041U
#define HvArm64RegisterPmevtyper28El0		0x00052042U
#define HvArm64RegisterPmevtyper29El0		0x00052043U
#define HvArm64RegisterPmevtyper30El0		0x00052044U
#define HvArm64RegisterPmintenclrEl1		0x00052045U
#define HvArm64RegisterPmintensetEl1		0x00052046U
#define HvArm64RegisterPmmirEl1			0x00052047U
#define HvArm64RegisterPmovsclrEl0		0x00052048U
#define HvArm64RegisterPmovssetEl0		0x00052049U
#define HvArm64RegisterPmselrEl0		0x0005204aU
#define HvArm64RegisterPmswincEl0		0x0005204bU
#define HvArm64RegisterPmuserenrEl0		0x0005204cU
#define HvArm64RegisterPmxevcntrEl0		0x0005204dU
#define HvArm64RegisterPmxevtyperEl0		0x0005204eU
#define HvArm64RegisterAmevcntr00El0		0x00053000U
#define HvArm64RegisterAmevcntr01El0		0x00053001U
#define HvArm64RegisterAmevcntr02El0		0x00053002U
#define HvArm64RegisterAmevcntr03El0		0x00053003U
#define HvArm64RegisterPmbidrEl1		0x00054000U
#define HvArm64RegisterPmblimitrEl1		0x00054001U
#define HvArm64RegisterPmbptrEl1		0x00054002U
#define HvArm64RegisterPmbsrEl1			0x00054003U
#define HvArm64RegisterPmscrEl1			0x00054004U
#define HvArm64RegisterPmscrEl2			0x00054005U
#define HvArm64RegisterPmsevfrEl1		0x00054006U
#define HvArm64RegisterPmsfcrEl1		0x00054007U
#define HvArm64RegisterPmsicrEl1		0x00054008U
#define HvArm64RegisterPmsidrEl1		0x00054009U
#define HvArm64RegisterPmsirrEl1		0x0005400aU
#define HvArm64RegisterPmslatfrEl1		0x0005400bU
#define HvArm64RegisterPmsnevfrEl1		0x0005400cU
#define HvArm64RegisterDisrEl1			0x00056000U
#define HvArm64RegisterErridrEl1		0x00056001U
#define HvArm64RegisterErrselrEl1		0x00056002U
#define HvArm64RegisterErxaddrEl1		0x00056003U
#define HvArm64RegisterErxctlrEl1		0x00056004U
#define HvArm64RegisterErrxfrEl1		0x00056005U
#define HvArm64RegisterErxmisc0El1		0x00056006U
#define HvArm64RegisterErxmisc1El1		0x00056007U
#define HvArm64RegisterErxmisc2El1		0x00056008U
#define HvArm64RegisterErxmisc3El1		0x00056009U
#define HvArm64RegisterErxpfgcdnEl1		0x0005600aU
#define HvArm64RegisterErxpfgctlEl1		0x0005600bU
#define HvArm64RegisterErxpfgfEl1		0x0005600cU
#define HvArm64RegisterErxstatusEl1		0x0005600dU
#define HvArm64RegisterVdisrEl2			0x0005600eU
#define HvArm64RegisterVsesrEl2			0x0005600fU
#define HvArm64RegisterCntfrqEl0		0x00058000U
#define HvArm64RegisterCnthctlEl2		0x00058001U
#define HvArm64RegisterCnthpCtlEl2		0x00058002U
#define HvArm64RegisterCnthpCvalEl2		0x00058003U
#define HvArm64RegisterCnthpTvalEl2		0x00058004U
#define HvArm64RegisterCnthvCtlEl2		0x00058005U
#define HvArm64RegisterCnthvCvalEl2		0x00058006U
#define HvArm64RegisterCnthvTvalEl2		0x00058007U
#define HvArm64RegisterCntkctlEl1		0x00058008U
#define HvArm64RegisterCntpCtlEl0		0x00058009U
#define HvArm64RegisterCntpCvalEl0		0x0005800aU
#define HvArm64RegisterCntpTvalEl0		0x0005800bU
#define HvArm64RegisterCntpctEl0		0x0005800cU
#define HvArm64RegisterCntpoffEl2		0x0005800dU
#define HvArm64RegisterCntvCtlEl0		0x0005800eU
#define HvArm64RegisterCntvCvalEl0		0x0005800fU
#define HvArm64RegisterCntvTvalEl0		0x00058010U
#define HvArm64RegisterCntvctEl0		0x00058011U
#define HvArm64RegisterCntvoffEl2		0x00058012U
#define HvArm64RegisterCntkctlElx		0x00058013U
#define HvArm64RegisterCntpCtlElx		0x00058014U
#define HvArm64RegisterCntpCvalElx		0x00058015U
#define HvArm64RegisterCntpTvalElx		0x00058016U
#define HvArm64RegisterCntvCtlElx		0x00058017U
#define HvArm64RegisterCntvCvalElx		0x00058018U
#define HvArm64RegisterCntvTvalElx		0x00058019U
#define HvArm64RegisterIccAp1R0El1		0x00060000U
#define HvX64RegisterEs				0x00060000U
#define HvArm64RegisterIccAp1R1El1		0x00060001U
#define HvX64RegisterCs				0x00060001U
#define HvArm64RegisterIccAp1R2El1		0x00060002U
#define HvX64RegisterSs				0x00060002U
#define HvArm64RegisterIccAp1R3El1		0x00060003U
#define HvX64RegisterDs				0x00060003U
#define HvArm64RegisterIccAsgi1REl1		0x00060004U
#define HvX64RegisterFs				0x00060004U
#define HvArm64RegisterIccBpr1El1		0x00060005U
#define HvX64RegisterGs				0x00060005U
#define HvArm64RegisterIccCtlrEl1		0x00060006U
#define HvX64RegisterLdtr			0x00060006U
#define HvArm64RegisterIccDirEl1		0x00060007U
#define HvX64RegisterTr				0x00060007U
#define HvArm64RegisterIccEoir1El1		0x00060008U
#define HvArm64RegisterIccHppir1El1		0x00060009U
#define HvArm64RegisterIccIar1El1		0x0006000aU
#define HvArm64RegisterIccIgrpen1El1		0x0006000bU
#define HvArm64RegisterIccPmrEl1		0x0006000cU
#define HvArm64RegisterIccRprEl1		0x0006000dU
#define HvArm64RegisterIccSgi1REl1		0x0006000eU
#define HvArm64RegisterIccSreEl1		0x0006000fU
#define HvArm64RegisterIccSreEl2		0x00060010U
#define HvArm64RegisterIchAp1R0El2		0x00061000U
#define HvArm64RegisterIchAp1R1El2		0x00061001U
#define HvArm64RegisterIchAp1R2El2		0x00061002U
#define HvArm64RegisterIchAp1R3El2		0x00061003U
#define HvArm64RegisterIchEisrEl2		0x00061004U
#define HvArm64RegisterIchElrsrEl2		0x00061005U
#define HvArm64RegisterIchHcrEl2		0x00061006U
#define HvArm64RegisterIchLr0El2		0x00061007U
#define HvArm64RegisterIchLr1El2		0x00061008U
#define HvArm64RegisterIchLr2El2		0x00061009U
#define HvArm64RegisterIchLr3El2		0x0006100aU
#define HvArm64RegisterIchLr4El2		0x0006100bU
#define HvArm64RegisterIchLr5El2		0x0006100cU
#define HvArm64RegisterIchLr6El2		0x0006100dU
#define HvArm64RegisterIchLr7El2		0x0006100eU
#define HvArm64RegisterIchLr8El2		0x0006100fU
#define HvArm64RegisterIchLr9El2		0x00061010U
#define HvArm64RegisterIchLr10El2		0x00061011U
#define HvArm64RegisterIchLr11El2		0x00061012U
#define HvArm64RegisterIchLr12El2		0x00061013U
#define HvArm64RegisterIchLr13El2		0x00061014U
#define HvArm64RegisterIchLr14El2		0x00061015U
#define HvArm64RegisterIchLr15El2		0x00061016U
#define HvArm64RegisterIchMisrEl2		0x00061017U
#define HvArm64RegisterIchVmcrEl2		0x00061018U
#define HvArm64RegisterIchVtrEl2		0x00061019U
#define HvArm64RegisterGicrBaseGpa		0x00063000U
#define HvArm64RegisterGlobalInterruptStateChunkSize	0x00070000U
#define HvX64RegisterIdtr			0x00070000U
#define HvArm64RegisterSintReservedInterruptId	0x00070001U
#define HvX64RegisterGdtr			0x00070001U
#define HvArm64RegisterMpam0El1			0x00071000U
#define HvArm64RegisterMpam1El1			0x00071001U
#define HvArm64RegisterMpam2El2			0x00071002U
#define HvArm64RegisterMpamhcrEl2		0x00071003U
#define HvArm64RegisterMpamidrEl1		0x00071004U
#define HvArm64RegisterMpamsmEl1		0x00071005U
#define HvArm64RegisterMpamvpm0El2		0x00071006U
#define HvArm64RegisterMpamvpm1El2		0x00071007U
#define HvArm64RegisterMpamvpm2El2		0x00071008U
#define HvArm64RegisterMpamvpm3El2		0x00071009U
#define HvArm64RegisterMpamvpm4El2		0x0007100aU
#define HvArm64RegisterMpamvpm5El2		0x0007100bU
#define HvArm64RegisterMpamvpm6El2		0x0007100cU
#define HvArm64RegisterMpamvpm7El2		0x0007100dU
#define HvArm64RegisterMpamvpmvEl2		0x0007100eU
#define HvArm64RegisterS3ImpldefinedRegMin	0x00072000U
#define HvArm64RegisterS3ImpldefinedRegMax	0x00072fffU
#define HvX64RegisterTsc			0x00080000U
#define HvX64RegisterEfer			0x00080001U
#define HvX64RegisterKernelGsBase		0x00080002U
#define HvX64RegisterApicBase			0x00080003U
#define HvX64RegisterPat			0x00080004U
#define HvX64RegisterSysenterCs			0x00080005U
#define HvX64RegisterSysenterEip		0x00080006U
#define HvX64RegisterSysenterEsp		0x00080007U
#define HvX64RegisterStar			0x00080008U
#define HvX64RegisterLstar			0x00080009U
#define HvX64RegisterCstar			0x0008000aU
#define HvX64RegisterSfmask			0x0008000bU
#define HvX64RegisterInitialApicId		0x0008000cU
#define HvX64RegisterMsrMtrrCap			0x0008000dU
#define HvX64RegisterMsrMtrrDefType		0x0008000eU
#define HvX64RegisterMsrMtrrPhysBase0		0x00080010U
#define HvX64RegisterMsrMtrrPhysBase1		0x00080011U
#define HvX64RegisterMsrMtrrPhysBase2		0x00080012U
#define HvX64RegisterMsrMtrrPhysBase3		0x00080013U
#define HvX64RegisterMsrMtrrPhysBase4		0x00080014U
#define HvX64RegisterMsrMtrrPhysBase5		0x00080015U
#define HvX64RegisterMsrMtrrPhysBase6		0x00080016U
#define HvX64RegisterMsrMtrrPhysBase7		0x00080017U
#define HvX64RegisterMsrMtrrPhysBase8		0x00080018U
#define HvX64RegisterMsrMtrrPhysBase9		0x00080019U
#define HvX64RegisterMsrMtrrPhysBaseA		0x0008001aU
#define HvX64RegisterMsrMtrrPhysBaseB		0x0008001bU
#define HvX64RegisterMsrMtrrPhysBaseC		0x0008001cU
#define HvX64RegisterMsrMtrrPhysBaseD		0x0008001dU
#define HvX64RegisterMsrMtrrPhysBaseE		0x0008001eU
#define HvX64RegisterMsrMtrrPhysBaseF		0x0008001fU
#define HvX64RegisterMsrMtrrPhysMask0		0x00080040U
#define HvX64RegisterMsrMtrrPhysMask1		0x00080041U
#define HvX64RegisterMsrMtrrPhysMask2		0x00080042U
#define HvX64RegisterMsrMtrrPhysMask3		0x00080043U
#define HvX64RegisterMsrMtrrPhysMask4		0x00080044U
#define HvX64RegisterMsrMtrrPhysMask5		0x00080045U
#define HvX64RegisterMsrMtrrPhysMask6		0x00080046U
#define HvX64RegisterMsrMtrrPhysMask7		0x00080047U
#define HvX64RegisterMsrMtrrPhysMask8		0x00080048U
#define HvX64RegisterMsrMtrrPhysMask9		0x00080049U
#define HvX64RegisterMsrMtrrPhysMaskA		0x0008004aU
#define HvX64RegisterMsrMtrrPhysMaskB		0x0008004bU
#define HvX64RegisterMsrMtrrPhysMaskC		0x0008004cU
#define HvX64RegisterMsrMtrrPhysMaskD		0x0008004dU
#define HvX64RegisterMsrMtrrPhysMaskE		0x0008004eU
#define HvX64RegisterMsrMtrrPhysMaskF		0x0008004fU
#define HvX64RegisterMsrMtrrFix64k00000		0x00080070U
#define HvX64RegisterMsrMtrrFix16k80000		0x00080071U
#define HvX64RegisterMsrMtrrFix16kA0000		0x00080072U
#define HvX64RegisterMsrMtrrFix4kC0000		0x00080073U
#define HvX64RegisterMsrMtrrFix4kC8000		0x00080074U
#define HvX64RegisterMsrMtrrFix4kD0000		0x00080075U
#define HvX64RegisterMsrMtrrFix4kD8000		0x00080076U
#define HvX64RegisterMsrMtrrFix4kE0000		0x00080077U
#define HvX64RegisterMsrMtrrFix4kE8000		0x00080078U
#define HvX64RegisterMsrMtrrFix4kF0000		0x00080079U
#define HvX64RegisterMsrMtrrFix4kF8000		0x0008007aU
#define HvX64RegisterTscAux			0x0008007bU
#define HvX64RegisterBndcfgs			0x0008007cU
#define HvX64RegisterDebugCtl			0x0008007dU
#define HvX64RegisterMCount			0x0008007eU
#define HvX64RegisterACount			0x0008007fU
#define HvX64RegisterSgxLaunchControl0		0x00080080U
#define HvX64RegisterSgxLaunchControl1		0x00080081U
#define HvX64RegisterSgxLaunchControl2		0x00080082U
#define HvX64RegisterSgxLaunchControl3		0x00080083U
#define HvX64RegisterSpecCtrl			0x00080084U
#define HvX64RegisterPredCmd			0x00080085U
#define HvX64RegisterVirtSpecCtrl		0x00080086U
#define HvX64RegisterTscVirtualOffset		0x00080087U
#define HvX64RegisterTsxCtrl			0x00080088U
#define HvX64RegisterMsrMcUpdatePatchLevel	0x00080089U
#define HvX64RegisterAvailable1			0x0008008aU
#define HvX64RegisterXss			0x0008008bU
#define HvX64RegisterUCet			0x0008008cU
#define HvX64RegisterSCet			0x0008008dU
#define HvX64RegisterSsp			0x0008008eU
#define HvX64RegisterPl0Ssp			0x0008008fU
#define HvX64RegisterPl1Ssp			0x00080090U
#define HvX64RegisterPl2Ssp			0x00080091U
#define HvX64RegisterPl3Ssp			0x00080092U
#define HvX64RegisterInterruptSspTableAddr	0x00080093U
#define HvX64RegisterTscVirtualMultiplier	0x00080094U
#define HvX64RegisterTscDeadline		0x00080095U
#define HvX64RegisterTscAdjust			0x00080096U
#define HvX64RegisterPasid			0x00080097U
#define HvX64RegisterUmwaitControl		0x00080098U
#define HvX64RegisterXfd			0x00080099U
#define HvX64RegisterXfdErr			0x0008009aU
#define HvX64RegisterMsrIa32MiscEnable		0x000800a0U
#define HvX64RegisterIa32FeatureControl		0x000800a1U
#define HvX64RegisterIa32VmxBasic		0x000800a2U
#define HvX64RegisterIa32VmxPinbasedCtls	0x000800a3U
#define HvX64RegisterIa32VmxProcbasedCtls	0x000800a4U
#define HvX64RegisterIa32VmxExitCtls		0x000800a5U
#define HvX64RegisterIa32VmxEntryCtls		0x000800a6U
#define HvX64RegisterIa32VmxMisc		0x000800a7U
#define HvX64RegisterIa32VmxCr0Fixed0		0x000800a8U
#define HvX64RegisterIa32VmxCr0Fixed1		0x000800a9U
#define HvX64RegisterIa32VmxCr4Fixed0		0x000800aaU
#define HvX64RegisterIa32VmxCr4Fixed1		0x000800abU
#define HvX64RegisterIa32VmxVmcsEnum		0x000800acU
#define HvX64RegisterIa32VmxProcbasedCtls2	0x000800adU
#define HvX64RegisterIa32VmxEptVpidCap		0x000800aeU
#define HvX64RegisterIa32VmxTruePinbasedCtls	0x000800afU
#define HvX64RegisterIa32VmxTrueProcbasedCtls	0x000800b0U
#define HvX64RegisterIa32VmxTrueExitCtls	0x000800b1U
#define HvX64RegisterIa32VmxTrueEntryCtls	0x000800b2U
#define HvX64RegisterAmdVmHsavePa		0x000800b3U
#define HvX64RegisterAmdVmCr			0x000800b4U
#define HvX64RegisterPerfGlobalCtrl		0x00081000U
#define HvX64RegisterPerfGlobalStatus		0x00081001U
#define HvX64RegisterPerfGlobalInUse		0x00081002U
#define HvX64RegisterFixedCtrCtrl		0x00081003U
#define HvX64RegisterDsArea			0x00081004U
#define HvX64RegisterPebsEnable			0x00081005U
#define HvX64RegisterPebsLdLat			0x00081006U
#define HvX64RegisterPebsFrontend		0x00081007U
#define HvX64RegisterRtitCtl			0x00081008U
#define HvX64RegisterRtitStatus			0x00081009U
#define HvX64RegisterRtitOutputBase		0x0008100aU
#define HvX64RegisterRtitOutputMaskPtrs		0x0008100bU
#define HvX64RegisterRtitCr3Match		0x0008100cU
#define HvX64RegisterPerfEvtSel0		0x00081100U
#define HvX64RegisterPmc0			0x00081200U
#define HvX64RegisterFixedCtr0			0x00081300U
#define HvX64RegisterRtitAddr0A			0x00081400U
#define HvX64RegisterLbrTos			0x00082000U
#define HvX64RegisterLbrSelect			0x00082001U
#define HvX64RegisterLerFromLip			0x00082002U
#define HvX64RegisterLerToLip			0x00082003U
#define HvX64RegisterLbrFrom0			0x00082100U
#define HvX64RegisterLbrTo0			0x00082200U
#define HvX64RegisterLbrInfo0			0x00083300U
#define HvX64RegisterApicId			0x00084802U
#define HvX64RegisterApicVersion		0x00084803U
#define HvX64RegisterApicTpr			0x00084808U
#define HvX64RegisterApicPpr			0x0008480aU
#define HvX64RegisterApicEoi			0x0008480bU
#define HvX64RegisterApicLdr			0x0008480dU
#define HvX64RegisterApicSpurious		0x0008480fU
#define HvX64RegisterApicIsr0			0x00084810U
#define HvX64RegisterApicIsr1			0x00084811U
#define HvX64RegisterApicIsr2			0x00084812U
#define HvX64RegisterApicIsr3			0x00084813U
#define HvX64RegisterApicIsr4			0x00084814U
#define HvX64RegisterApicIsr5			0x00084815U
#define HvX64RegisterApicIsr6			0x00084816U
#define HvX64RegisterApicIsr7			0x00084817U
#define HvX64RegisterApicTmr0			0x00084818U
#define HvX64RegisterApicTmr1			0x00084819U
#define HvX64RegisterApicTmr2			0x0008481aU
#define HvX64RegisterApicTmr3			0x0008481bU
#define HvX64RegisterApicTmr4			0x0008481cU
#define HvX64RegisterApicTmr5			0x0008481dU
#define HvX64RegisterApicTmr6			0x0008481eU
#define HvX64RegisterApicTmr7			0x0008481fU
#define HvX64RegisterApicIrr0			0x00084820U
#define HvX64RegisterApicIrr1			0x00084821U
#define HvX64RegisterApicIrr2			0x00084822U
#define HvX64RegisterApicIrr3			0x00084823U
#define HvX64RegisterApicIrr4			0x00084824U
#define HvX64RegisterApicIrr5			0x00084825U
#define HvX64RegisterApicIrr6			0x00084826U
#define HvX64RegisterApicIrr7			0x00084827U
#define HvX64RegisterApicEse			0x00084828U
#define HvX64RegisterApicIcr			0x00084830U
#define HvX64RegisterApicLvtTimer		0x00084832U
#define HvX64RegisterApicLvtThermal		0x00084833U
#define HvX64RegisterApicLvtPerfmon		0x00084834U
#define HvX64RegisterApicLvtLint0		0x00084835U
#define HvX64RegisterApicLvtLint1		0x00084836U
#define HvX64RegisterApicLvtError		0x00084837U
#define HvX64RegisterApicInitCount		0x00084838U
#define HvX64RegisterApicCurrentCount		0x00084839U
#define HvX64RegisterApicDivide			0x0008483eU
#define HvX64RegisterApicSelfIpi		0x0008483fU
#define HvRegisterVpRuntime			0x00090000U
#define HvX64RegisterHypercall			0x00090001U
#define HvRegisterGuestOsId			0x00090002U
#define HvRegisterVpIndex			0x00090003U
#define HvRegisterTimeRefCount			0x00090004U
#define HvArm64RegisterInterfaceVersion		0x00090006U
#define HvRegisterCpuManagementVersion		0x00090007U
#define HvX64RegisterSyntheticEoi		0x00090010U
#define HvX64RegisterSyntheticIcr		0x00090011U
#define HvX64RegisterSyntheticTpr		0x00090012U
#define HvRegisterVpAssistPage			0x00090013U
#define HvRegisterVpRootSignalCount		0x00090014U
#define HvArm64RegisterPartitionInfoPage	0x00090015U
#define HvArm64RegisterTlbiControl		0x00090016U
#define HvRegisterReferenceTsc			0x00090017U
#define HvRegisterVpConfig			0x00090018U
#define HvX64RegisterGhcb			0x00090019U
#define HvRegisterReferenceTscSequence		0x0009001aU
#define HvRegisterGuestSchedulerEvent		0x0009001bU
#define HvX64RegisterRegisterPage		0x0009001cU
#define HvRegisterStatsPartitionRetail		0x00090020U
#define HvRegisterStatsPartitionInternal	0x00090021U
#define HvRegisterStatsVpRetail			0x00090022U
#define HvRegisterStatsVpInternal		0x00090023U
#define HvX64RegisterEmulatedTimerPeriod	0x00090030U
#define HvX64RegisterEmulatedTimerControl	0x00090031U
#define HvX64RegisterPmTimerAssist		0x00090032U
#define HvX64RegisterSevControl			0x00090040U
#define HvX64RegisterSevGhcbGpa			0x00090041U
#define HvX64RegisterSevDoorbellGpa		0x00090042U
#define HvX64RegisterSevAvicGpa			0x00090043U
#define HvX64RegisterNestedGuestState		0x00090050U
#define HvX64RegisterNestedCurrentVmGpa		0x00090051U
#define HvX64RegisterNestedVmxInvEpt		0x00090052U
#define HvX64RegisterNestedVmxInvVpid		0x00090053U
#define HvArm64RegisterGicrPropbaser		0x00090100U
#define HvArm64RegisterGicrPendbaser		0x00090101U
#define HvRegisterNestedVpIndex			0x00091003U
#define HvRegisterSint0				0x000a0000U
#define HvRegisterSint1				0x000a0001U
#define HvRegisterSint2				0x000a0002U
#define HvRegisterSint3				0x000a0003U
#define HvRegisterSint4				0x000a0004U
#define HvRegisterSint5				0x000a0005U
#define HvRegisterSint6				0x000a0006U
#define HvRegisterSint7				0x000a0007U
#define HvRegisterSint8				0x000a0008U
#define HvRegisterSint9				0x000a0009U
#define HvRegisterSint10			0x000a000aU
#define HvRegisterSint11			0x000a000bU
#define HvRegisterSint12			0x000a000cU
#define HvRegisterSint13			0x000a000dU
#define HvRegisterSint14			0x000a000eU
#define HvRegisterSint15			0x000a000fU
#define HvRegisterScontrol			0x000a0010U
#define HvRegisterSversion			0x000a0011U
#define HvRegisterSifp				0x000a0012U
#define HvRegisterSipp				0x000a0013U
#define HvRegisterEom				0x000a0014U
#define HvRegisterSirbp				0x000a0015U
#define HvRegisterNestedSint0			0x000a1000U
#define HvRegisterNestedSint1			0x000a1001U
#define HvRegisterNestedSint2			0x000a1002U
#define HvRegisterNestedSint3			0x000a1003U
#define HvRegisterNestedSint4			0x000a1004U
#define HvRegisterNestedSint5			0x000a1005U
#define HvRegisterNestedSint6			0x000a1006U
#define HvRegisterNestedSint7			0x000a1007U
#define HvRegisterNestedSint8			0x000a1008U
#define HvRegisterNestedSint9			0x000a1009U
#define HvRegisterNestedSint10			0x000a100aU
#define HvRegisterNestedSint11			0x000a100bU
#define HvRegisterNestedSint12			0x000a100cU
#define HvRegisterNestedSint13			0x000a100dU
#define HvRegisterNestedSint14			0x000a100eU
#define HvRegisterNestedSint15			0x000a100fU
#define HvRegisterNestedScontrol		0x000a1010U
#define HvRegisterNestedSversion		0x000a1011U
#define HvRegisterNestedSifp			0x000a1012U
#define HvRegisterNestedSipp			0x000a1013U
#define HvRegisterNestedEom			0x000a1014U
#define HvRegisterNestedSirbp			0x000a1015U
#define HvRegisterStimer0Config			0x000b0000U
#define HvRegisterStimer0Count			0x000b0001U
#define HvRegisterStimer1Config			0x000b0002U
#define HvRegisterStimer1Count			0x000b0003U
#define HvRegisterStimer2Config			0x000b0004U
#define HvRegisterStimer2Count			0x000b0005U
#define HvRegisterStimer3Config			0x000b0006U
#define HvRegisterStimer3Count			0x000b0007U
#define HvRegisterStimeUnhaltedTimerConfig	0x000b0100U
#define HvRegisterStimeUnhaltedTimerCount	0x000b0101U
#define HvArm64RegisterCnthCtl			0x000b0400U
#define HvArm64RegisterCntkCtl			0x000b0401U
#define HvArm64RegisterCntpCtl			0x000b0402U
#define HvArm64RegisterCntpCval			0x000b0403U
#define HvArm64RegisterCntvOffset		0x000b0404U
#define HvArm64RegisterCntvCtl			0x000b0405U
#define HvArm64RegisterCntvCval			0x000b0406U
#define HvX64RegisterYmm0Low			0x000c0000U
#define HvX64RegisterYmm1Low			0x000c0001U
#define HvX64RegisterYmm2Low			0x000c0002U
#define HvX64RegisterYmm3Low			0x000c0003U
#define HvX64RegisterYmm4Low			0x000c0004U
#define HvX64RegisterYmm5Low			0x000c0005U
#define HvX64RegisterYmm6Low			0x000c0006U
#define HvX64RegisterYmm7Low			0x000c0007U
#define HvX64RegisterYmm8Low			0x000c0008U
#define HvX64RegisterYmm9Low			0x000c0009U
#define HvX64RegisterYmm10Low			0x000c000aU
#define HvX64RegisterYmm11Low			0x000c000bU
#define HvX64RegisterYmm12Low			0x000c000cU
#define HvX64RegisterYmm13Low			0x000c000dU
#define HvX64RegisterYmm14Low			0x000c000eU
#define HvX64RegisterYmm15Low			0x000c000fU
#define HvX64RegisterYmm0High			0x000c0010U
#define HvX64RegisterYmm1High			0x000c0011U
#define HvX64RegisterYmm2High			0x000c0012U
#define HvX64RegisterYmm3High			0x000c0013U
#define HvX64RegisterYmm4High			0x000c0014U
#define HvX64RegisterYmm5High			0x000c0015U
#define HvX64RegisterYmm6High			0x000c0016U
#define HvX64RegisterYmm7High			0x000c0017U
#define HvX64RegisterYmm8High			0x000c0018U
#define HvX64RegisterYmm9High			0x000c0019U
#define HvX64RegisterYmm10High			0x000c001aU
#define HvX64RegisterYmm11High			0x000c001bU
#define HvX64RegisterYmm12High			0x000c001cU
#define HvX64RegisterYmm13High			0x000c001dU
#define HvX64RegisterYmm14High			0x000c001eU
#define HvX64RegisterYmm15High			0x000c001fU
#define HvRegisterVsmVpVtlControl		0x000d0000U
#define HvRegisterVsmCodePageOffsets		0x000d0002U
#define HvRegisterVsmVpStatus			0x000d0003U
#define HvRegisterVsmPartitionStatus		0x000d0004U
#define HvRegisterVsmVina			0x000d0005U
#define HvRegisterVsmCapabilities		0x000d0006U
#define HvRegisterVsmPartitionConfig		0x000d0007U
#define HvRegisterGuestVsmPartitionConfig	0x000d0008U
#define HvRegisterVsmVpSecureConfigVtl0		0x000d0010U
#define HvRegisterVsmVpSecureConfigVtl1		0x000d0011U
#define HvRegisterVsmVpSecureConfigVtl2		0x000d0012U
#define HvRegisterVsmVpSecureConfigVtl3		0x000d0013U
#define HvRegisterVsmVpSecureConfigVtl4		0x000d0014U
#define HvRegisterVsmVpSecureConfigVtl5		0x000d0015U
#define HvRegisterVsmVpSecureConfigVtl6		0x000d0016U
#define HvRegisterVsmVpSecureConfigVtl7		0x000d0017U
#define HvRegisterVsmVpSecureConfigVtl8		0x000d0018U
#define HvRegisterVsmVpSecureConfigVtl9		0x000d0019U
#define HvRegisterVsmVpSecureConfigVtl10	0x000d001aU
#define HvRegisterVsmVpSecureConfigVtl11	0x000d001bU
#define HvRegisterVsmVpSecureConfigVtl12	0x000d001cU
#define HvRegisterVsmVpSecureConfigVtl13	0x000d001dU
#define HvRegisterVsmVpSecureConfigVtl14	0x000d001eU
#define HvRegisterVsmVpWaitForTlbLock		0x000d0020U
#define HvRegisterIsolationCapabilities		0x000d0100U
#define HvX64RegisterCrInterceptControl		0x000e0000U
#define HvX64RegisterCrInterceptCr0Mask		0x000e0001U
#define HvX64RegisterCrInterceptCr4Mask		0x000e0002U
#define HvX64RegisterCrInterceptIa32MiscEnableMask	0x000e0003U

/* Synthetic interrupt sources of a virtual processor. */
#define HV_SYNIC_SINT_COUNT			0x00000010U
/* Synthetic timers of a virtual processor. */
#define HV_SYNIC_STIMER_COUNT			0x00000004U
/* The version that the SVERSION register of the first hypervisor reports. */
#define HV_SYNIC_VERSION_1			0x00000001U
/*
 * The lowest vector that an interrupt source may assert; a lower one in a SINT
 * register faults.
 */
#define HV_SYNIC_APIC_MINIMUM_VECTOR		0x10
/*
 * Message buffers that the hypervisor allocates for a port; this many messages
 * can wait for delivery.
 */
#define HV_PORT_MESSAGE_BUFFER_COUNT		0x00000010U
/* Bytes of a message, header and payload together. */
#define HV_MESSAGE_SIZE				0x00000100U
/* Bytes of payload that a message has room for. */
#define HV_MESSAGE_MAX_PAYLOAD_BYTE_COUNT	0x000000f0U
/* 64-bit words of payload that a message has room for. */
#define HV_MESSAGE_MAX_PAYLOAD_QWORD_COUNT	0x0000001eU
/* Event flags of one interrupt source. */
#define HV_EVENT_FLAGS_COUNT			0x00000800U
/* Bytes that the event flags of one interrupt source fill. */
#define HV_EVENT_FLAGS_BYTE_COUNT		0x00000100U
/* 32-bit words that the event flags of one interrupt source fill. */
#define HV_EVENT_FLAGS_DWORD_COUNT		0x00000040U

/* The number of a synthetic interrupt source, 0 to 15. */
typedef UINT32 HV_SYNIC_SINT_INDEX;

/* The interrupt source at which intercept messages arrive. */
#define HV_SYNIC_INTERCEPTION_SINT_INDEX	0x00000000U
/* The interrupt source at which messages about IOMMU faults arrive. */
#define HV_SYNIC_IOMMU_FAULT_SINT_INDEX		0x00000001U
/* The interrupt source that guests use for VMBus by convention. */
#define HV_SYNIC_VMBUS_SINT_INDEX		0x00000002U
/* The first interrupt source without a conventional use. */
#define HV_SYNIC_FIRST_UNUSED_SINT_INDEX	0x00000005U
/*
 * The interrupt source that a root partition uses for doorbells by convention.
 */
#define HV_SYNIC_DOORBELL_SINT_INDEX		0x00000005U
/*
 * The bit of a message type that only messages of the hypervisor have; guests
 * cannot send it.
 */
#define HV_MESSAGE_TYPE_HYPERVISOR_MASK		0x80000000U

/*
 * What a message is about. Types with the highest bit set come from the
 * hypervisor; all others but zero belong to the partitions that exchange them.
 */
typedef UINT32 HV_MESSAGE_TYPE;
#define HvMessageTypeNone			0x00000000U
#define HvMessageTypeUnmappedGpa		0x80000000U
#define HvMessageTypeGpaIntercept		0x80000001U
#define HvMessageTypeMmioIntercept		0x80000002U
#define HvMessageTypeUnacceptedGpa		0x80000003U
#define HvMessageTypeGpaAttributeIntercept	0x80000004U
#define HvMessageTypeEnablePartitionVtlIntercept	0x80000005U
#define HvMessageTimerExpired			0x80000010U
#define HvMessageTypeInvalidVpRegisterValue	0x80000020U
#define HvMessageTypeUnrecoverableException	0x80000021U
#define HvMessageTypeUnsupportedFeature		0x80000022U
#define HvMessageTypeTlbPageSizeMismatch	0x80000023U
#define HvMessageTypeIommuFault			0x80000024U
#define HvMessageTypeApicEoi			0x80000030U
#define HvMessageTypeFerrAsserted		0x80000031U
#define HvMessageTypeOpaqueIntercept		0x8000003fU
#define HvMessageTypeEventLogBuffersComplete	0x80000040U
#define HvMessageTypeHypercallIntercept		0x80000050U
#define HvMessageTypeSynicEventIntercept	0x80000060U
#define HvMessageTypeSynicSintIntercept		0x80000061U
#define HvMessageTypeSynicSintDeliverable	0x80000062U
#define HvMessageTypeAsyncCallCompletion	0x80000070U
#define HvMessageInsufficientMemory		0x80000071U
#define HvMessageMirroringNotification		0x80000072U
#define HvMessageRestartCompletionNotification	0x80000073U
#define HvMessageTypeSchedulerVpSignalBitset	0x80000100U
#define HvMessageTypeSchedulerVpSignalPair	0x80000101U
#define HvMessageTypeX64IoPortIntercept		0x80010000U
#define HvMessageTypeMsrIntercept		0x80010001U
#define HvMessageTypeX64CpuidIntercept		0x80010002U
#define HvMessageTypeExceptionIntercept		0x80010003U
#define HvMessageTypeX64ApicEoi			0x80010004U
#define HvMessageTypeX64LegacyFpError		0x80010005U
#define HvMessageTypeX64IommuPrq		0x80010005U
#define HvMessageTypeRegisterIntercept		0x80010006U
#define HvMessageTypeX64Halt			0x80010007U
#define HvMessageTypeX64InterruptionDeliverable	0x80010008U
#define HvMessageTypeX64SipiIntercept		0x80010009U
#define HvMessageTypeX64RdtscIntercept		0x8001000aU
#define HvMessageTypeX64ApicSmiIntercept	0x8001000bU
#define HvMessageTypeArm64ResetIntercept	0x8001000cU
#define HvMessageTypeX64ApicInitSipiIntercept	0x8001000dU
#define HvMessageTypeX64ApicWriteIntercept	0x8001000eU
#define HvMessageTypeX64ProxyInterruptIntercept	0x8001000fU
#define HvMessageTypeX64IsolationCtrlRegIntercept	0x80010010U
#define HvMessageTypeX64SnpGuestRequestIntercept	0x80010011U
#define HvMessageTypeX64ExceptionTrapIntercept	0x80010012U
#define HvMessageTypeX64SevVmgexitIntercept	0x80010013U
#define HvMessageTypeX64MsrListIntercept	0x80010015U

/* Flags in the header of a message. */
typedef union _HV_MESSAGE_FLAGS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/*
		 * More messages wait; after emptying the slot write EOM. The
		 * hypervisor may set it at any time.
		 */
		UINT8 MessagePending : 1;
		UINT8 Reserved : 7;
	};
} HV_MESSAGE_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_MESSAGE_FLAGS) == 1);

/*
 * The identity of a port, the receiving end of a channel, within the partition
 * that owns the port.
 */
typedef union _HV_PORT_ID {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Chosen by the creator of the port; unique in its partition.
		 */
		UINT32 Id : 24;
		UINT32 Reserved : 8;
	};
} HV_PORT_ID;
HV_STATIC_ASSERT(sizeof(HV_PORT_ID) == 4);

/*
 * Where a message comes from; the type of the message says which member is
 * valid.
 */
typedef union _HV_MESSAGE_ORIGINATION {
	/* The origin as a plain number; zero in a timer message. */
	UINT64 OriginationId;
	/* Partition of the intercepted virtual processor. */
	HV_PARTITION_ID Sender;
	/* Port through which a guest posted the message. */
	HV_PORT_ID Port;
} HV_MESSAGE_ORIGINATION;
HV_STATIC_ASSERT(sizeof(HV_MESSAGE_ORIGINATION) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MESSAGE_ORIGINATION) == 8);

/* The first sixteen bytes of a message. */
typedef struct _HV_MESSAGE_HEADER {
	/* Zero where the slot is empty. */
	HV_MESSAGE_TYPE MessageType;
	/* Bytes of payload that are valid, without the header. */
	UINT8 PayloadSize;
	HV_MESSAGE_FLAGS MessageFlags;
	UINT16 Reserved;
	HV_MESSAGE_ORIGINATION Origination;
} HV_MESSAGE_HEADER;
HV_STATIC_ASSERT(sizeof(HV_MESSAGE_HEADER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MESSAGE_HEADER) == 8);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_HEADER, MessageType) == 0);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_HEADER, PayloadSize) == 4);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_HEADER, MessageFlags) == 5);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_HEADER, Reserved) == 6);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_HEADER, Origination) == 8);

/*
 * A message as it lies in its slot of the message page. The alignment is that
 * of the headers, whose payloads hold 128-bit registers.
 */
typedef struct _HV_MESSAGE {
	HV_MESSAGE_HEADER Header;
	/*
	 * As the type of the message says; PayloadSize bytes of it are valid.
	 */
	UINT8 Payload[240];
} HV_ALIGNED(16) HV_MESSAGE;
HV_STATIC_ASSERT(sizeof(HV_MESSAGE) == 256);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MESSAGE) == 16);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE, Payload) == 16);

/*
 * The page of a virtual processor, the SIM page, with a message slot for each
 * interrupt source.
 */
typedef struct _HV_MESSAGE_PAGE {
	/* One slot for each source. */
	HV_MESSAGE SintMessage[16];
} HV_MESSAGE_PAGE;
HV_STATIC_ASSERT(sizeof(HV_MESSAGE_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MESSAGE_PAGE) == 16);
HV_STATIC_ASSERT(offsetof(HV_MESSAGE_PAGE, SintMessage) == 0);

/*
 * The event flags of one interrupt source. Flag n is bit n % 8 of byte n / 8;
 * the hypervisor sets flags and the guest clears them, both atomically.
 */
typedef union _HV_SYNIC_EVENT_FLAGS {
	/* The flags by bytes; flag 0 is bit 0 of the first. */
	UINT8 Flags8[256];
	/* The flags by words; flag 0 is bit 0 of the first. */
	UINT32 Flags32[64];
} HV_SYNIC_EVENT_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_EVENT_FLAGS) == 256);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_SYNIC_EVENT_FLAGS) == 4);

/*
 * The page of a virtual processor, the SIEF page, with the event flags of each
 * interrupt source.
 */
typedef struct _HV_SYNIC_EVENT_FLAGS_PAGE {
	HV_SYNIC_EVENT_FLAGS SintEventFlags[16];
} HV_SYNIC_EVENT_FLAGS_PAGE;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_EVENT_FLAGS_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_SYNIC_EVENT_FLAGS_PAGE) == 4);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_FLAGS_PAGE, SintEventFlags) == 0);

/* Entries of an event ring. */
#define HV_SYNIC_EVENT_RING_MESSAGE_COUNT	0x0000003fU

/*
 * A ring of 32-bit entries through which one interrupt source receives signals
 * in order. Observed in public code; no published specification has it.
 */
typedef struct _HV_SYNIC_EVENT_RING {
	/* Not zero where a new entry asserts no interrupt. */
	UINT8 SignalMasked;
	/* Not zero where the ring had no room for an entry. */
	UINT8 RingFull;
	UINT16 ReservedZ;
	/* The entries. */
	UINT32 Data[63];
} HV_SYNIC_EVENT_RING;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_EVENT_RING) == 256);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_SYNIC_EVENT_RING) == 4);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_RING, SignalMasked) == 0);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_RING, RingFull) == 1);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_RING, ReservedZ) == 2);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_RING, Data) == 4);

/*
 * The page of a virtual processor with an event ring for each interrupt source.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_SYNIC_EVENT_RING_PAGE {
	HV_SYNIC_EVENT_RING SintEventRing[16];
} HV_SYNIC_EVENT_RING_PAGE;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_EVENT_RING_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_SYNIC_EVENT_RING_PAGE) == 4);
HV_STATIC_ASSERT(offsetof(HV_SYNIC_EVENT_RING_PAGE, SintEventRing) == 0);

/*
 * The identity of a connection, the sending end of a channel, within the
 * partition that sends.
 */
typedef union _HV_CONNECTION_ID {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * Unique in its partition; the hypervisor gives no value a
		 * meaning.
		 */
		UINT32 Id : 24;
		UINT32 Reserved : 6;
		/*
		 * Zero according to the documents, which count these bits to
		 * the reserved ones.
		 */
		UINT32 Scope : 2;
	};
} HV_CONNECTION_ID;
HV_STATIC_ASSERT(sizeof(HV_CONNECTION_ID) == 4);

/* Which groups of triggers of a monitor page the hypervisor examines. */
typedef union _HV_MONITOR_TRIGGER_STATE {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Bit n enables group n. */
		UINT32 GroupEnable : 4;
		UINT32 Reserved : 28;
	};
} HV_MONITOR_TRIGGER_STATE;
HV_STATIC_ASSERT(sizeof(HV_MONITOR_TRIGGER_STATE) == 4);

/*
 * The 32 triggers of a group, as two arrays of bits that are updated together
 * atomically.
 */
typedef struct _HV_MONITOR_TRIGGER_GROUP {
	/* Bit n asks the hypervisor to signal the event of trigger n. */
	UINT32 Pending;
	/*
	 * Bit n is cleared whenever Pending bit n changes; it delays a
	 * notification by its latency.
	 */
	UINT32 Armed;
} HV_MONITOR_TRIGGER_GROUP;
HV_STATIC_ASSERT(sizeof(HV_MONITOR_TRIGGER_GROUP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MONITOR_TRIGGER_GROUP) == 4);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_TRIGGER_GROUP, Pending) == 0);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_TRIGGER_GROUP, Armed) == 4);

/*
 * What the hypervisor passes to its internal HvCallSignalEvent for one trigger;
 * errors are dropped.
 */
typedef struct _HV_MONITOR_PARAMETER {
	/* The event connection to signal. */
	HV_CONNECTION_ID ConnectionId;
	/* The flag to set, relative to the base flag of the port. */
	UINT16 FlagNumber;
	UINT16 ReservedZ;
} HV_MONITOR_PARAMETER;
HV_STATIC_ASSERT(sizeof(HV_MONITOR_PARAMETER) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MONITOR_PARAMETER) == 4);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PARAMETER, ConnectionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PARAMETER, FlagNumber) == 4);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PARAMETER, ReservedZ) == 6);

/*
 * The page through which two partitions share triggers that the hypervisor
 * examines from time to time, in four groups of 32. Trigger n of group g has
 * index 32 * g + n in the arrays.
 */
typedef struct _HV_MONITOR_PAGE {
	HV_MONITOR_TRIGGER_STATE TriggerState;
	UINT32 Reserved1;
	HV_MONITOR_TRIGGER_GROUP TriggerGroup[4];
	UINT64 Reserved2[3];
	/*
	 * When the hypervisor next examines a trigger; reserved in the
	 * documents.
	 */
	UINT32 NextCheckTime[128];
	/*
	 * Hint how long to wait between two examinations of a trigger, in units
	 * of 100 nanoseconds.
	 */
	UINT16 Latency[128];
	UINT8 Reserved3[256];
	/* What to signal for each trigger. */
	HV_MONITOR_PARAMETER Parameter[128];
	UINT8 Reserved4[1984];
} HV_MONITOR_PAGE;
HV_STATIC_ASSERT(sizeof(HV_MONITOR_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_MONITOR_PAGE) == 8);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, TriggerState) == 0);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Reserved1) == 4);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, TriggerGroup) == 8);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Reserved2) == 40);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, NextCheckTime) == 64);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Latency) == 576);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Reserved3) == 832);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Parameter) == 1088);
HV_STATIC_ASSERT(offsetof(HV_MONITOR_PAGE, Reserved4) == 2112);

/*
 * Contents of the SynIC control register; zero after creation and reset of the
 * virtual processor.
 */
typedef union _HV_SYNIC_SCONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * Messages and event flags can be directed to this virtual
		 * processor.
		 */
		UINT64 Enable : 1;
		UINT64 Reserved : 63;
	};
} HV_SYNIC_SCONTROL;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SCONTROL) == 8);

/* Contents of the SynIC version register. */
typedef union _HV_SYNIC_SVERSION {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* 1 for the first version of the hypervisor. */
		UINT64 SynicVersion : 32;
		UINT64 Reserved : 32;
	};
} HV_SYNIC_SVERSION;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SVERSION) == 8);

/*
 * Contents of the register that places the page of event flags,
 * HV_SYNIC_EVENT_FLAGS_PAGE; zero after creation and reset of the virtual
 * processor.
 */
typedef union _HV_SYNIC_SIEFP {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page is present and receives event flags. */
		UINT64 SiefpEnabled : 1;
		UINT64 Reserved : 11;
		/* Guest physical page number, bits 63 to 12 of the address. */
		UINT64 BaseSiefpGpa : 52;
	};
} HV_SYNIC_SIEFP;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SIEFP) == 8);

/*
 * Contents of the register that places the page of messages, HV_MESSAGE_PAGE;
 * zero after creation and reset of the virtual processor.
 */
typedef union _HV_SYNIC_SIMP {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page is present and receives messages. */
		UINT64 SimpEnabled : 1;
		UINT64 Reserved : 11;
		/* Guest physical page number, bits 63 to 12 of the address. */
		UINT64 BaseSimpGpa : 52;
	};
} HV_SYNIC_SIMP;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SIMP) == 8);

/*
 * Contents of the register that places the page of event rings,
 * HV_SYNIC_EVENT_RING_PAGE. Observed in public code; no published specification
 * has it.
 */
typedef union _HV_SYNIC_SIRBP {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page is present. */
		UINT64 SirbpEnabled : 1;
		UINT64 Reserved : 11;
		/* Guest physical page number, bits 63 to 12 of the address. */
		UINT64 BaseSirbpGpa : 52;
	};
} HV_SYNIC_SIRBP;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SIRBP) == 8);

/*
 * Contents of the end-of-message register, which only a write gives an effect;
 * reads return zero.
 */
typedef union _HV_SYNIC_EOM {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Reserved : 64;
	};
} HV_SYNIC_EOM;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_EOM) == 8);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/*
 * Contents of the register of one interrupt source. A source is masked when its
 * virtual processor is created, and its settings should not change once it is
 * unmasked.
 */
typedef union _HV_SYNIC_SINT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Vector to assert, 16 to 255; others fault. */
		UINT64 Vector : 8;
		UINT64 Reserved0 : 8;
		/* Asserts no interrupt. */
		UINT64 Masked : 1;
		/*
		 * Delivery implies the end of interrupt; the handler must not
		 * signal it.
		 */
		UINT64 AutoEOI : 1;
		/* Receives as if it were unmasked and asserts no interrupt. */
		UINT64 Polling : 1;
		/*
		 * Reserved in the documents; the name says that an assertion
		 * becomes an intercept.
		 */
		UINT64 AsIntercept : 1;
		/*
		 * Reserved in the documents; leaves the source to a paravisor
		 * or the host to deliver.
		 */
		UINT64 Proxy : 1;
		UINT64 Reserved1 : 43;
	};
} HV_SYNIC_SINT;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SINT) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * Contents of the register of one interrupt source. A source is masked when its
 * virtual processor is created, and its settings should not change once it is
 * unmasked.
 */
typedef union _HV_SYNIC_SINT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * Interrupt number to assert; the documents have bits 7 to 0
		 * only.
		 */
		UINT64 Vector : 10;
		UINT64 Reserved0 : 6;
		/* Asserts no interrupt. */
		UINT64 Masked : 1;
		/*
		 * Delivery implies the end of interrupt; the handler must not
		 * signal it.
		 */
		UINT64 AutoEOI : 1;
		/* Receives as if it were unmasked and asserts no interrupt. */
		UINT64 Polling : 1;
		/*
		 * Reserved in the documents; the name says that an assertion
		 * becomes an intercept.
		 */
		UINT64 AsIntercept : 1;
		/*
		 * Reserved in the documents; leaves the source to a paravisor
		 * or the host to deliver.
		 */
		UINT64 Proxy : 1;
		UINT64 Reserved1 : 43;
	};
} HV_SYNIC_SINT;
HV_STATIC_ASSERT(sizeof(HV_SYNIC_SINT) == 8);
#endif

/* Enables the SynIC of a virtual processor. */
#define HV_X64_MSR_SCONTROL			0x40000080
/* Reports the version of the SynIC; a write faults. */
#define HV_X64_MSR_SVERSION			0x40000081
/* Places the page of event flags of a virtual processor. */
#define HV_X64_MSR_SIEFP			0x40000082
/* Places the page of messages of a virtual processor. */
#define HV_X64_MSR_SIMP				0x40000083
/*
 * Makes the hypervisor deliver waiting messages to the slots that are empty;
 * the value written is zero.
 */
#define HV_X64_MSR_EOM				0x40000084
/*
 * Places the page of event rings of a virtual processor. The documents have the
 * name only; access and privilege are those of the registers around it.
 */
#define HV_X64_MSR_SIRBP			0x40000085
/*
 * Configures synthetic interrupt source 0, at which messages of the hypervisor
 * about intercepts arrive.
 */
#define HV_X64_MSR_SINT0			0x40000090
/* Configures synthetic interrupt source 1. */
#define HV_X64_MSR_SINT1			0x40000091
/* Configures synthetic interrupt source 2. */
#define HV_X64_MSR_SINT2			0x40000092
/* Configures synthetic interrupt source 3. */
#define HV_X64_MSR_SINT3			0x40000093
/* Configures synthetic interrupt source 4. */
#define HV_X64_MSR_SINT4			0x40000094
/* Configures synthetic interrupt source 5. */
#define HV_X64_MSR_SINT5			0x40000095
/* Configures synthetic interrupt source 6. */
#define HV_X64_MSR_SINT6			0x40000096
/* Configures synthetic interrupt source 7. */
#define HV_X64_MSR_SINT7			0x40000097
/* Configures synthetic interrupt source 8. */
#define HV_X64_MSR_SINT8			0x40000098
/* Configures synthetic interrupt source 9. */
#define HV_X64_MSR_SINT9			0x40000099
/* Configures synthetic interrupt source 10. */
#define HV_X64_MSR_SINT10			0x4000009a
/* Configures synthetic interrupt source 11. */
#define HV_X64_MSR_SINT11			0x4000009b
/* Configures synthetic interrupt source 12. */
#define HV_X64_MSR_SINT12			0x4000009c
/* Configures synthetic interrupt source 13. */
#define HV_X64_MSR_SINT13			0x4000009d
/* Configures synthetic interrupt source 14. */
#define HV_X64_MSR_SINT14			0x4000009e
/* Configures synthetic interrupt source 15. */
#define HV_X64_MSR_SINT15			0x4000009f

/* Input of HvCallPostMessage. */
typedef struct _HV_INPUT_POST_MESSAGE {
	/* A connection to a message port. */
	HV_CONNECTION_ID ConnectionId;
	UINT32 Reserved;
	/*
	 * Type for the header of the message; not zero, and without
	 * HV_MESSAGE_TYPE_HYPERVISOR_MASK.
	 */
	HV_MESSAGE_TYPE MessageType;
	/* Bytes of Message to send, 240 at most. */
	UINT32 PayloadSize;
	/* The payload. */
	UINT8 Message[240];
} HV_ALIGNED(8) HV_INPUT_POST_MESSAGE;
HV_STATIC_ASSERT(sizeof(HV_INPUT_POST_MESSAGE) == 256);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_POST_MESSAGE) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_POST_MESSAGE, ConnectionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_POST_MESSAGE, Reserved) == 4);
HV_STATIC_ASSERT(offsetof(HV_INPUT_POST_MESSAGE, MessageType) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_POST_MESSAGE, PayloadSize) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_POST_MESSAGE, Message) == 16);

/* Input of HvCallSignalEvent. */
typedef struct _HV_INPUT_SIGNAL_EVENT {
	/* A connection to an event port. */
	HV_CONNECTION_ID ConnectionId;
	/* The flag to set, relative to the base flag of the port. */
	UINT16 FlagNumber;
	UINT16 RsvdZ;
} HV_ALIGNED(8) HV_INPUT_SIGNAL_EVENT;
HV_STATIC_ASSERT(sizeof(HV_INPUT_SIGNAL_EVENT) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_SIGNAL_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SIGNAL_EVENT, ConnectionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SIGNAL_EVENT, FlagNumber) == 4);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SIGNAL_EVENT, RsvdZ) == 6);

/* A point in time or a total of time, in units of 100 nanoseconds. */
typedef UINT64 HV_NANO100_TIME;

/* A length of time in units of 100 nanoseconds. */
typedef UINT64 HV_NANO100_DURATION;

/* A point in time that is never reached. */
#define HV_NANO100_TIME_NEVER			0xffffffffffffffffULL
/*
 * The sequence number of a reference TSC page that cannot be used; the guest
 * must read the reference counter instead.
 */
#define HV_REFERENCE_TSC_SEQUENCE_INVALID	0x00000000U

/*
 * Contents of the register that places the reference TSC page; zero after
 * creation of the partition.
 */
typedef union _HV_REGISTER_REFERENCE_TSC {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page overlays guest physical memory. */
		UINT64 Enable : 1;
		UINT64 Reserved : 11;
		/* Guest physical page number of the overlay. */
		UINT64 GpaPageNumber : 52;
	};
} HV_REGISTER_REFERENCE_TSC;
HV_STATIC_ASSERT(sizeof(HV_REGISTER_REFERENCE_TSC) == 8);

/*
 * The page from which a guest computes the reference time without an intercept:
 * the high 64 bits of the 128-bit product of TSC and TscScale, plus TscOffset.
 * The guest reads TscSequence before and after, and repeats if it has changed.
 */
typedef struct _HV_REFERENCE_TSC_PAGE {
	/*
	 * Changes with the scale or the offset;
	 * HV_REFERENCE_TSC_SEQUENCE_INVALID if the page is of no use.
	 */
	UINT32 TscSequence;
	UINT32 Reserved1;
	/* Units of 100 nanoseconds per TSC tick, times 2 to the 64th. */
	UINT64 TscScale;
	/* In units of 100 nanoseconds. */
	INT64 TscOffset;
	/* Reserved in the documents; code has the name only. */
	UINT64 TimelineBias;
	/* Reserved in the documents; code has the name only. */
	UINT64 TscMultiplier;
	UINT64 Reserved2[507];
} HV_REFERENCE_TSC_PAGE;
HV_STATIC_ASSERT(sizeof(HV_REFERENCE_TSC_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_REFERENCE_TSC_PAGE) == 8);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, TscSequence) == 0);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, Reserved1) == 4);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, TscScale) == 8);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, TscOffset) == 16);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, TimelineBias) == 24);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, TscMultiplier) == 32);
HV_STATIC_ASSERT(offsetof(HV_REFERENCE_TSC_PAGE, Reserved2) == 40);

/*
 * The reference time since the creation of the partition, in units of 100
 * nanoseconds; a write faults.
 */
#define HV_X64_MSR_TIME_REF_COUNT		0x40000020
/*
 * Places the reference TSC page of the partition; each virtual trust level has
 * its own.
 */
#define HV_X64_MSR_REFERENCE_TSC		0x40000021
/* The frequency of the TSC in hertz; the virtual trust levels share it. */
#define HV_X64_MSR_TSC_FREQUENCY		0x40000022
/* The frequency of the timer of the local APIC in hertz. */
#define HV_X64_MSR_APIC_FREQUENCY		0x40000023

/*
 * Contents of the configuration register of a synthetic timer; zero after
 * creation and reset of the virtual processor. A timer must be disabled before
 * anything else in it changes.
 */
typedef union _HV_X64_MSR_STIMER_CONFIG_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * The timer runs; the expiration of a one-shot timer clears it.
		 */
		UINT64 Enable : 1;
		/*
		 * The count is a period; if clear, the time of a single
		 * expiration.
		 */
		UINT64 Periodic : 1;
		/*
		 * An expiration that is late is skipped if the next one is
		 * near.
		 */
		UINT64 Lazy : 1;
		/* Writing a count that is not zero sets Enable. */
		UINT64 AutoEnable : 1;
		/*
		 * Interrupt to assert in direct mode; on ARM64 hvdef reserves
		 * the upper three bits.
		 */
		UINT64 ApicVector : 8;
		/*
		 * Expiration asserts an interrupt instead of sending a message.
		 */
		UINT64 DirectMode : 1;
		UINT64 Reserved0 : 3;
		/*
		 * Interrupt source that receives the message; zero disables a
		 * timer that is not in direct mode.
		 */
		UINT64 SINTx : 4;
		UINT64 Reserved1 : 44;
	};
} HV_X64_MSR_STIMER_CONFIG_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_STIMER_CONFIG_CONTENTS) == 8);

/* Payload of the message that a synthetic timer sends when it expires. */
typedef struct _HV_TIMER_MESSAGE_PAYLOAD {
	/* The timer that expired, 0 to 3. */
	UINT32 TimerIndex;
	UINT32 Reserved;
	/* Reference time at which it was to expire. */
	HV_NANO100_TIME ExpirationTime;
	/* Reference time at which the message was placed into its slot. */
	HV_NANO100_TIME DeliveryTime;
} HV_TIMER_MESSAGE_PAYLOAD;
HV_STATIC_ASSERT(sizeof(HV_TIMER_MESSAGE_PAYLOAD) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_TIMER_MESSAGE_PAYLOAD) == 8);
HV_STATIC_ASSERT(offsetof(HV_TIMER_MESSAGE_PAYLOAD, TimerIndex) == 0);
HV_STATIC_ASSERT(offsetof(HV_TIMER_MESSAGE_PAYLOAD, Reserved) == 4);
HV_STATIC_ASSERT(offsetof(HV_TIMER_MESSAGE_PAYLOAD, ExpirationTime) == 8);
HV_STATIC_ASSERT(offsetof(HV_TIMER_MESSAGE_PAYLOAD, DeliveryTime) == 16);

/* Configures synthetic timer 0. */
#define HV_X64_MSR_STIMER0_CONFIG		0x400000b0
/*
 * The period of synthetic timer 0, or the reference time of its single
 * expiration, in units of 100 nanoseconds. Zero stops the timer.
 */
#define HV_X64_MSR_STIMER0_COUNT		0x400000b1
/* Configures synthetic timer 1. */
#define HV_X64_MSR_STIMER1_CONFIG		0x400000b2
/*
 * The period of synthetic timer 1, or the reference time of its single
 * expiration, in units of 100 nanoseconds. Zero stops the timer.
 */
#define HV_X64_MSR_STIMER1_COUNT		0x400000b3
/* Configures synthetic timer 2. */
#define HV_X64_MSR_STIMER2_CONFIG		0x400000b4
/*
 * The period of synthetic timer 2, or the reference time of its single
 * expiration, in units of 100 nanoseconds. Zero stops the timer.
 */
#define HV_X64_MSR_STIMER2_COUNT		0x400000b5
/* Configures synthetic timer 3. */
#define HV_X64_MSR_STIMER3_CONFIG		0x400000b6
/*
 * The period of synthetic timer 3, or the reference time of its single
 * expiration, in units of 100 nanoseconds. Zero stops the timer.
 */
#define HV_X64_MSR_STIMER3_COUNT		0x400000b7

/* The interrupt by which a partition hears that it was migrated. */
typedef union _HV_REENLIGHTENMENT_CONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Vector of a fixed interrupt. */
		UINT64 Vector : 8;
		UINT64 Reserved0 : 8;
		/* The interrupt is sent after each migration. */
		UINT64 Enabled : 1;
		UINT64 Reserved1 : 15;
		/* Index of the virtual processor to interrupt. */
		UINT64 TargetVp : 32;
	};
} HV_REENLIGHTENMENT_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_REENLIGHTENMENT_CONTROL) == 8);

/* Whether the hypervisor may emulate the TSC after a migration. */
typedef union _HV_TSC_EMULATION_CONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* TSC accesses are emulated after a migration. */
		UINT64 Enabled : 1;
		UINT64 Reserved : 63;
	};
} HV_TSC_EMULATION_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_TSC_EMULATION_CONTROL) == 8);

/* Whether the hypervisor is emulating the TSC. */
typedef union _HV_TSC_EMULATION_STATUS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* TSC accesses are emulated; clear it to end that. */
		UINT64 InProgress : 1;
		UINT64 Reserved : 63;
	};
} HV_TSC_EMULATION_STATUS;
HV_STATIC_ASSERT(sizeof(HV_TSC_EMULATION_STATUS) == 8);

/* Asks for an interrupt after each migration of the partition. */
#define HV_X64_MSR_REENLIGHTENMENT_CONTROL	0x40000106
/*
 * Lets the hypervisor emulate the TSC after a migration until the guest has
 * computed a new scale.
 */
#define HV_X64_MSR_TSC_EMULATION_CONTROL	0x40000107
/* Says whether the TSC is emulated, and ends the emulation. */
#define HV_X64_MSR_TSC_EMULATION_STATUS		0x40000108

/* Contents of the configuration register of the time-unhalted timer. */
typedef union _HV_X64_MSR_STIME_UNHALTED_TIMER_CONFIG_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * 2 for an NMI, 16 to 255 for a fixed interrupt; others are
		 * invalid.
		 */
		UINT64 Vector : 8;
		/* The timer runs. */
		UINT64 Enabled : 1;
		UINT64 Reserved : 55;
	};
} HV_X64_MSR_STIME_UNHALTED_TIMER_CONFIG_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_STIME_UNHALTED_TIMER_CONFIG_CONTENTS) == 8);

/*
 * Configures the timer that counts only while the virtual processor is not
 * halted. It exists if CPUID 0x40000003 EDX bit 23 is set, and it notes an
 * interrupt in the VP assist page.
 */
#define HV_X64_MSR_STIME_UNHALTED_TIMER_CONFIG	0x40000114
/* The period of the time-unhalted timer in units of 100 nanoseconds. */
#define HV_X64_MSR_STIME_UNHALTED_TIMER_COUNT	0x40000115

/*
 * Whether the partition sees the invariant TSC of the machine. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_TSC_INVARIANT_CONTROL {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* CPUID reports an invariant TSC. */
		UINT64 Enabled : 1;
		UINT64 Reserved : 63;
	};
} HV_TSC_INVARIANT_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_TSC_INVARIANT_CONTROL) == 8);

/*
 * Asks for the invariant TSC to be reported; no document gives access or scope.
 */
#define HV_X64_MSR_TSC_INVARIANT_CONTROL	0x40000118
/* Stands for the virtual processor that makes the call. */
#define HV_VP_INDEX_SELF			0xfffffffeU
/* Stands for any virtual processor, in the places that allow it. */
#define HV_ANY_VP				0xffffffffU

/*
 * The identifier of a local APIC, the hardware name of an x64 virtual
 * processor.
 */
typedef UINT32 HV_APIC_ID;

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* The hardware name of a virtual processor, which on x64 is its APIC id. */
typedef UINT32 HV_PROCESSOR_HW_ID;
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * The hardware name of a virtual processor, which on ARM64 is its MPIDR value.
 */
typedef UINT64 HV_PROCESSOR_HW_ID;
#endif

/* A VP index shifted right by so many bits is the number of its bank. */
#define HV_GENERIC_SET_SHIFT			0x00000006U
/* The bits of a VP index that give the place within its bank. */
#define HV_GENERIC_SET_MASK			0x0000003fU

/* The access rights of a segment, as its descriptor holds them. */
typedef union _HV_X64_SEGMENT_REGISTER_ATTRIBUTES {
	UINT16 AsUINT16;
	HV_EXTENSION struct {
		/* The type field of the descriptor. */
		UINT16 SegmentType : 4;
		/* The S flag: code or data rather than a system segment. */
		UINT16 NonSystemSegment : 1;
		UINT16 DescriptorPrivilegeLevel : 2;
		/* If clear, the segment acts as a null segment. */
		UINT16 Present : 1;
		UINT16 Reserved : 4;
		/* The AVL flag, free for software. */
		UINT16 Available : 1;
		/* The L flag: 64-bit code. */
		UINT16 Long : 1;
		/*
		 * The D/B flag: default operand size or stack size of 32 bits.
		 */
		UINT16 Default : 1;
		/* The G flag: the descriptor's limit counts pages. */
		UINT16 Granularity : 1;
	};
} HV_X64_SEGMENT_REGISTER_ATTRIBUTES;
HV_STATIC_ASSERT(sizeof(HV_X64_SEGMENT_REGISTER_ATTRIBUTES) == 2);

/*
 * A segment register with its hidden part. FS and GS bases are the Base fields
 * of their segments.
 */
typedef struct _HV_X64_SEGMENT_REGISTER {
	UINT64 Base;
	/* In bytes. Ignored for segments of long mode. */
	UINT32 Limit;
	UINT16 Selector;
	HV_X64_SEGMENT_REGISTER_ATTRIBUTES Attributes;
} HV_X64_SEGMENT_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_SEGMENT_REGISTER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_SEGMENT_REGISTER) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_SEGMENT_REGISTER, Base) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_SEGMENT_REGISTER, Limit) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_SEGMENT_REGISTER, Selector) == 12);
HV_STATIC_ASSERT(offsetof(HV_X64_SEGMENT_REGISTER, Attributes) == 14);

/* A descriptor table register, GDTR or IDTR. */
typedef struct _HV_X64_TABLE_REGISTER {
	UINT16 Pad[3];
	/* In bytes. */
	UINT16 Limit;
	UINT64 Base;
} HV_X64_TABLE_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_TABLE_REGISTER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_TABLE_REGISTER) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_TABLE_REGISTER, Pad) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_TABLE_REGISTER, Limit) == 6);
HV_STATIC_ASSERT(offsetof(HV_X64_TABLE_REGISTER, Base) == 8);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/*
 * The registers with which an x64 virtual processor starts, or enters a newly
 * enabled trust level.
 */
typedef struct _HV_INITIAL_VP_CONTEXT {
	UINT64 Rip;
	UINT64 Rsp;
	UINT64 Rflags;
	HV_X64_SEGMENT_REGISTER Cs;
	HV_X64_SEGMENT_REGISTER Ds;
	HV_X64_SEGMENT_REGISTER Es;
	HV_X64_SEGMENT_REGISTER Fs;
	HV_X64_SEGMENT_REGISTER Gs;
	HV_X64_SEGMENT_REGISTER Ss;
	HV_X64_SEGMENT_REGISTER Tr;
	HV_X64_SEGMENT_REGISTER Ldtr;
	HV_X64_TABLE_REGISTER Idtr;
	HV_X64_TABLE_REGISTER Gdtr;
	/* IA32_EFER. */
	UINT64 Efer;
	UINT64 Cr0;
	UINT64 Cr3;
	UINT64 Cr4;
	/* IA32_PAT. */
	UINT64 MsrCrPat;
} HV_INITIAL_VP_CONTEXT;
HV_STATIC_ASSERT(sizeof(HV_INITIAL_VP_CONTEXT) == 224);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INITIAL_VP_CONTEXT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Rip) == 0);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Rsp) == 8);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Rflags) == 16);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Cs) == 24);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Ds) == 40);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Es) == 56);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Fs) == 72);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Gs) == 88);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Ss) == 104);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Tr) == 120);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Ldtr) == 136);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Idtr) == 152);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Gdtr) == 168);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Efer) == 184);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Cr0) == 192);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Cr3) == 200);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Cr4) == 208);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, MsrCrPat) == 216);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * The registers with which an ARM64 virtual processor starts, or enters a newly
 * enabled trust level. Compiled code needs more, such as CPACR_EL1, which the
 * guest sets itself.
 */
typedef struct _HV_INITIAL_VP_CONTEXT {
	/* Address of the first instruction. */
	UINT64 Pc;
	/* Stack pointer of the exception level that starts, as EL1h uses it. */
	UINT64 Sp_ELh;
	/* System control: MMU, caches, alignment checks. */
	UINT64 SCTLR_EL1;
	/* Memory attributes that translation tables refer to. */
	UINT64 MAIR_EL1;
	/* Translation control: table sizes and granule. */
	UINT64 TCR_EL1;
	/* Base of the exception vectors. */
	UINT64 VBAR_EL1;
	/* Translation table of the lower addresses. */
	UINT64 TTBR0_EL1;
	/* Translation table of the upper addresses. */
	UINT64 TTBR1_EL1;
	/* General register X18, commonly the platform register. */
	UINT64 X18;
} HV_INITIAL_VP_CONTEXT;
HV_STATIC_ASSERT(sizeof(HV_INITIAL_VP_CONTEXT) == 72);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INITIAL_VP_CONTEXT) == 8);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Pc) == 0);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, Sp_ELh) == 8);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, SCTLR_EL1) == 16);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, MAIR_EL1) == 24);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, TCR_EL1) == 32);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, VBAR_EL1) == 40);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, TTBR0_EL1) == 48);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, TTBR1_EL1) == 56);
HV_STATIC_ASSERT(offsetof(HV_INITIAL_VP_CONTEXT, X18) == 64);
#endif

/*
 * Where the assist page of a virtual processor lies: the format of the x64 MSR
 * and of the ARM64 register alike.
 */
typedef union _HV_REGISTER_VP_ASSIST_PAGE {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* The page is laid over the guest's memory. */
		UINT64 Enable : 1;
		UINT64 Reserved : 11;
		/* The guest page that it covers. */
		UINT64 GpaPageNumber : 52;
	};
} HV_REGISTER_VP_ASSIST_PAGE;
HV_STATIC_ASSERT(sizeof(HV_REGISTER_VP_ASSIST_PAGE) == 8);

/* Why a virtual processor entered a higher trust level. */
typedef UINT32 HV_VTL_ENTRY_REASON;
#define HvVtlEntryReserved			0x00000000U
#define HvVtlEntryVtlCall			0x00000001U
#define HvVtlEntryInterrupt			0x00000002U
#define HvVtlEntryIntercept			0x00000003U

/*
 * The state of the virtual interrupt notification assist (VINA) of a trust
 * level.
 */
typedef union _HV_VP_VTL_CONTROL_VINA_STATUS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/*
		 * The notification was raised. Clear it to be notified again.
		 */
		UINT8 VinaAsserted : 1;
		UINT8 Reserved : 7;
	};
} HV_VP_VTL_CONTROL_VINA_STATUS;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL_VINA_STATUS) == 1);

/* The registers that a return from a 64-bit trust level restores. */
typedef struct _HV_VP_VTL_CONTROL_RETURN_X64 {
	UINT64 VtlReturnX64Rax;
	UINT64 VtlReturnX64Rcx;
} HV_VP_VTL_CONTROL_RETURN_X64;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL_RETURN_X64) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_VTL_CONTROL_RETURN_X64) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X64, VtlReturnX64Rax) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X64, VtlReturnX64Rcx) == 8);

/* The registers that a return from a 32-bit trust level restores. */
typedef struct _HV_VP_VTL_CONTROL_RETURN_X86 {
	UINT32 VtlReturnX86Eax;
	UINT32 VtlReturnX86Ecx;
	UINT32 VtlReturnX86Edx;
	UINT32 ReservedZ1;
} HV_VP_VTL_CONTROL_RETURN_X86;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL_RETURN_X86) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_VTL_CONTROL_RETURN_X86) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X86, VtlReturnX86Eax) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X86, VtlReturnX86Ecx) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X86, VtlReturnX86Edx) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL_RETURN_X86, ReservedZ1) == 12);

/* The registers that a VTL return restores unless it is a fast one. */
typedef union _HV_VP_VTL_CONTROL_RETURN {
	/* For a 64-bit trust level. */
	HV_VP_VTL_CONTROL_RETURN_X64 X64;
	/* For a 32-bit trust level. */
	HV_VP_VTL_CONTROL_RETURN_X86 X86;
} HV_VP_VTL_CONTROL_RETURN;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL_RETURN) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_VTL_CONTROL_RETURN) == 8);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/*
 * What the hypervisor and a trust level above 0 tell each other when the level
 * is entered and left.
 */
typedef struct _HV_VP_VTL_CONTROL {
	/* Written by the hypervisor at each entry. */
	HV_VTL_ENTRY_REASON EntryReason;
	HV_VP_VTL_CONTROL_VINA_STATUS VinaStatus;
	UINT8 ReservedZ00;
	UINT16 ReservedZ01;
	/* Written by the guest. The name is ours. */
	HV_VP_VTL_CONTROL_RETURN VtlReturn;
} HV_VP_VTL_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_VTL_CONTROL) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, EntryReason) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, VinaStatus) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ00) == 5);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ01) == 6);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, VtlReturn) == 8);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * What the hypervisor and a trust level above 0 tell each other when the level
 * is entered and left.
 */
typedef struct _HV_VP_VTL_CONTROL {
	/* Written by the hypervisor at each entry. */
	HV_VTL_ENTRY_REASON EntryReason;
	HV_VP_VTL_CONTROL_VINA_STATUS VinaStatus;
	UINT8 ReservedZ00;
	UINT16 ReservedZ01;
	UINT64 ReservedZ2;
	UINT64 ReservedZ3;
} HV_VP_VTL_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_VP_VTL_CONTROL) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_VTL_CONTROL) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, EntryReason) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, VinaStatus) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ00) == 5);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ01) == 6);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ2) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_VTL_CONTROL, ReservedZ3) == 16);
#endif

/*
 * The features that a nested hypervisor asks its parent hypervisor to give its
 * guest.
 */
typedef union _HV_NESTED_ENLIGHTENMENTS_CONTROL_FEATURES {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/*
		 * The parent hypervisor handles flush calls of the nested guest
		 * itself.
		 */
		UINT32 DirectHypercall : 1;
		/* Virtualization exceptions count as page faults. */
		UINT32 VirtualizationException : 1;
		UINT32 Reserved : 30;
	};
} HV_NESTED_ENLIGHTENMENTS_CONTROL_FEATURES;
HV_STATIC_ASSERT(sizeof(HV_NESTED_ENLIGHTENMENTS_CONTROL_FEATURES) == 4);

/*
 * The hypercalls that a nested hypervisor lets its guest make to the parent
 * hypervisor.
 */
typedef union _HV_NESTED_ENLIGHTENMENTS_CONTROL_HYPERCALL_CONTROLS {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		/* Calls for inter-partition communication. */
		UINT32 InterPartitionCommunication : 1;
		UINT32 Reserved : 31;
	};
} HV_NESTED_ENLIGHTENMENTS_CONTROL_HYPERCALL_CONTROLS;
HV_STATIC_ASSERT(sizeof(HV_NESTED_ENLIGHTENMENTS_CONTROL_HYPERCALL_CONTROLS) == 4);

/*
 * What a nested hypervisor wants its parent hypervisor to do for the nested
 * guest that is current on the virtual processor.
 */
typedef struct _HV_NESTED_ENLIGHTENMENTS_CONTROL {
	HV_NESTED_ENLIGHTENMENTS_CONTROL_FEATURES Features;
	HV_NESTED_ENLIGHTENMENTS_CONTROL_HYPERCALL_CONTROLS HypercallControls;
} HV_NESTED_ENLIGHTENMENTS_CONTROL;
HV_STATIC_ASSERT(sizeof(HV_NESTED_ENLIGHTENMENTS_CONTROL) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_NESTED_ENLIGHTENMENTS_CONTROL) == 4);
HV_STATIC_ASSERT(offsetof(HV_NESTED_ENLIGHTENMENTS_CONTROL, Features) == 0);
HV_STATIC_ASSERT(offsetof(HV_NESTED_ENLIGHTENMENTS_CONTROL, HypercallControls) == 4);

/* The code and the parameters of a virtualization fault. */
typedef struct _HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS {
	UINT16 Parameter0;
	UINT16 Reserved0;
	/* Which fault it is. */
	UINT32 Code;
	UINT64 Parameter1;
} HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS;
HV_STATIC_ASSERT(sizeof(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS) == 8);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS, Parameter0) == 0);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS, Reserved0) == 2);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS, Code) == 4);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS, Parameter1) == 8);

/*
 * The virtualization exception information area as the processor writes it.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_VIRTUALIZATION_FAULT_INFORMATION_VE {
	/* As Intel's manuals lay it out. */
	UINT8 VeInformationArea[34];
	UINT8 Reserved1[6];
} HV_VIRTUALIZATION_FAULT_INFORMATION_VE;
HV_STATIC_ASSERT(sizeof(HV_VIRTUALIZATION_FAULT_INFORMATION_VE) == 40);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VIRTUALIZATION_FAULT_INFORMATION_VE) == 1);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_VE, VeInformationArea) == 0);
HV_STATIC_ASSERT(offsetof(HV_VIRTUALIZATION_FAULT_INFORMATION_VE, Reserved1) == 34);

/*
 * The virtualization fault that the virtual processor has at the moment. It
 * stands at a multiple of 16 bytes.
 */
typedef union _HV_VIRTUALIZATION_FAULT_INFORMATION {
	/* The documented form. The name is ours. */
	HV_VIRTUALIZATION_FAULT_INFORMATION_PARAMETERS Parameters;
	/*
	 * Where the processor reports virtualization exceptions. The name is
	 * ours.
	 */
	HV_VIRTUALIZATION_FAULT_INFORMATION_VE Ve;
} HV_VIRTUALIZATION_FAULT_INFORMATION;
HV_STATIC_ASSERT(sizeof(HV_VIRTUALIZATION_FAULT_INFORMATION) == 40);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VIRTUALIZATION_FAULT_INFORMATION) == 8);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/*
 * The page through which a virtual processor and the hypervisor talk without
 * intercepts.
 */
typedef struct _HV_VP_ASSIST_PAGE {
	/* Spares end-of-interrupt intercepts. Reserved on ARM64. */
	HV_VIRTUAL_APIC_ASSIST ApicAssist;
	UINT32 ReservedZ0;
	/* Entry to and return from the trust level that owns the page. */
	HV_VP_VTL_CONTROL VtlControl;
	/* Reserved on ARM64. */
	HV_NESTED_ENLIGHTENMENTS_CONTROL NestedEnlightenmentsControl;
	/*
	 * Boolean: the next VM entry uses the enlightened VMCS. Reserved on
	 * ARM64.
	 */
	UINT8 EnlightenVmEntry;
	UINT8 ReservedZ1[7];
	/* Where the current enlightened VMCS lies. Reserved on ARM64. */
	HV_GPA CurrentNestedVmcs;
	/*
	 * Boolean: set when the time-unhalted timer fires; the guest clears it.
	 */
	UINT8 SyntheticTimeUnhaltedTimerExpired;
	UINT8 ReservedZ2[7];
	HV_VIRTUALIZATION_FAULT_INFORMATION VirtualizationFaultInformation;
	UINT64 ReservedZ3;
	/*
	 * The intercept that the trust level was entered for, where EntryReason
	 * says so.
	 */
	HV_MESSAGE InterceptMessage;
	/* Actions that the hypervisor performs at a VTL return. */
	UINT8 VtlReturnActions[256];
	UINT8 ReservedZBytePadding[3472];
} HV_VP_ASSIST_PAGE;
HV_STATIC_ASSERT(sizeof(HV_VP_ASSIST_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_ASSIST_PAGE) == 16);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ApicAssist) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ0) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VtlControl) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, NestedEnlightenmentsControl) == 32);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, EnlightenVmEntry) == 40);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ1) == 41);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, CurrentNestedVmcs) == 48);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, SyntheticTimeUnhaltedTimerExpired) == 56);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ2) == 57);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VirtualizationFaultInformation) == 64);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ3) == 104);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, InterceptMessage) == 112);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VtlReturnActions) == 368);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZBytePadding) == 624);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/*
 * The page through which a virtual processor and the hypervisor talk without
 * intercepts.
 */
typedef struct _HV_VP_ASSIST_PAGE {
	/* Spares end-of-interrupt intercepts. Reserved on ARM64. */
	HV_VIRTUAL_APIC_ASSIST ApicAssist;
	UINT32 ReservedZ0;
	/* Entry to and return from the trust level that owns the page. */
	HV_VP_VTL_CONTROL VtlControl;
	/* Reserved on ARM64. */
	HV_NESTED_ENLIGHTENMENTS_CONTROL NestedEnlightenmentsControl;
	/*
	 * Boolean: the next VM entry uses the enlightened VMCS. Reserved on
	 * ARM64.
	 */
	UINT8 EnlightenVmEntry;
	UINT8 ReservedZ1[7];
	/* Where the current enlightened VMCS lies. Reserved on ARM64. */
	HV_GPA CurrentNestedVmcs;
	/*
	 * Boolean: set when the time-unhalted timer fires; the guest clears it.
	 */
	UINT8 SyntheticTimeUnhaltedTimerExpired;
	UINT8 ReservedZ2[7];
	HV_VIRTUALIZATION_FAULT_INFORMATION VirtualizationFaultInformation;
	UINT64 ReservedZ3;
	/*
	 * The intercept that the trust level was entered for, where EntryReason
	 * says so.
	 */
	HV_MESSAGE InterceptMessage;
	/* Actions that the hypervisor performs at a VTL return. */
	UINT8 VtlReturnActions[256];
	UINT8 ReservedZBytePadding[3472];
} HV_VP_ASSIST_PAGE;
HV_STATIC_ASSERT(sizeof(HV_VP_ASSIST_PAGE) == 4096);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_ASSIST_PAGE) == 16);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ApicAssist) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ0) == 4);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VtlControl) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, NestedEnlightenmentsControl) == 32);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, EnlightenVmEntry) == 40);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ1) == 41);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, CurrentNestedVmcs) == 48);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, SyntheticTimeUnhaltedTimerExpired) == 56);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ2) == 57);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VirtualizationFaultInformation) == 64);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZ3) == 104);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, InterceptMessage) == 112);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, VtlReturnActions) == 368);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE, ReservedZBytePadding) == 624);
#endif

/*
 * A return action that signals an event flag of a virtual processor. Observed
 * in public code; no published specification has it.
 */
typedef struct _HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT {
	/* Which action it is. No source gives the numbers. */
	UINT64 ActionType;
	HV_VP_INDEX TargetVp;
	HV_VTL TargetVtl;
	/* Index of the synthetic interrupt source. */
	UINT8 TargetSint;
	/* The event flag to set. */
	UINT16 FlagNumber;
} HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT;
HV_STATIC_ASSERT(sizeof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT, ActionType) == 0);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT, TargetVp) == 8);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT, TargetVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT, TargetSint) == 13);
HV_STATIC_ASSERT(offsetof(HV_VP_ASSIST_PAGE_ACTION_SIGNAL_EVENT, FlagNumber) == 14);

/* A number of 128 bits. */
typedef struct _HV_UINT128 {
	/* Bits 63 to 0. */
	UINT64 Low64;
	/* Bits 127 to 64. */
	UINT64 High64;
} HV_ALIGNED(16) HV_UINT128;
HV_STATIC_ASSERT(sizeof(HV_UINT128) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_UINT128) == 16);
HV_STATIC_ASSERT(offsetof(HV_UINT128, Low64) == 0);
HV_STATIC_ASSERT(offsetof(HV_UINT128, High64) == 8);

/*
 * Whether the virtual processor is suspended by request of another partition or
 * processor.
 */
typedef union _HV_EXPLICIT_SUSPEND_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Set and cleared by HvCallSetVpRegisters. */
		UINT64 Suspended : 1;
		UINT64 Reserved : 63;
	};
} HV_EXPLICIT_SUSPEND_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_EXPLICIT_SUSPEND_REGISTER) == 8);

/*
 * Whether the virtual processor is suspended because of an intercept. Its bits
 * are set by the hypervisor alone; HvCallSetVpRegisters may only clear them.
 */
typedef union _HV_INTERCEPT_SUSPEND_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* An intercept message awaits its answer. */
		UINT64 Suspended : 1;
		/*
		 * Other processors that flush the TLB of this one are suspended
		 * until the bit is cleared. x64 only.
		 */
		UINT64 TlbFlushInhibit : 1;
		UINT64 Reserved : 62;
	};
} HV_INTERCEPT_SUSPEND_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_INTERCEPT_SUSPEND_REGISTER) == 8);

/*
 * Whether the virtual processor is suspended until its parent dispatches it.
 * The documents name the type without a layout. Observed in public code; no
 * published specification has it.
 */
typedef union _HV_DISPATCH_SUSPEND_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 Suspended : 1;
		UINT64 Reserved : 63;
	};
} HV_DISPATCH_SUSPEND_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_DISPATCH_SUSPEND_REGISTER) == 8);

/*
 * Why the virtual processor does not run although nobody suspended it. Observed
 * in public code; no published specification has it.
 */
typedef union _HV_INTERNAL_ACTIVITY_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* It has not been started yet. */
		UINT64 StartupSuspend : 1;
		/* It halted, as by HLT. */
		UINT64 HaltSuspend : 1;
		/* It entered the idle state. */
		UINT64 IdleSuspend : 1;
		UINT64 Reserved : 61;
	};
} HV_INTERNAL_ACTIVITY_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_INTERNAL_ACTIVITY_REGISTER) == 8);

/* The upper half of an 80-bit floating-point number. */
typedef union _HV_X64_FP_REGISTER_EXPONENT {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 BiasedExponent : 15;
		/* The number is negative. */
		UINT64 Sign : 1;
		UINT64 Reserved : 48;
	};
} HV_X64_FP_REGISTER_EXPONENT;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_REGISTER_EXPONENT) == 8);

/* An x87 register, an 80-bit floating-point number. */
typedef struct _HV_X64_FP_REGISTER {
	UINT64 Mantissa;
	/* Exponent and sign. The name is ours. */
	HV_X64_FP_REGISTER_EXPONENT Exponent;
} HV_ALIGNED(16) HV_X64_FP_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_REGISTER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_FP_REGISTER) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_REGISTER, Mantissa) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_REGISTER, Exponent) == 8);

/* The byte after the tag word. */
typedef union _HV_X64_FP_CONTROL_STATUS_REGISTER_FLAGS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/*
		 * The IGNNE signal is asserted, so that unmasked x87 exceptions
		 * are ignored.
		 */
		UINT8 IgnNe : 1;
		UINT8 Reserved : 7;
	};
} HV_X64_FP_CONTROL_STATUS_REGISTER_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_CONTROL_STATUS_REGISTER_FLAGS) == 1);

/* The address of the last x87 instruction outside long mode. */
typedef struct _HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP {
	/* Offset in the code segment. */
	UINT32 LastFpEip;
	/* Selector of the code segment. */
	UINT16 LastFpCs;
	UINT16 Reserved;
} HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP, LastFpEip) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP, LastFpCs) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP, Reserved) == 6);

/* The address of the last x87 instruction. */
typedef union _HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_RIP {
	/* In long mode. */
	UINT64 LastFpRip;
	/* In the other modes. */
	HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_EIP LastFpEip;
} HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_RIP;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_RIP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_RIP) == 8);

/* The control and status registers of the x87 unit, as FXSAVE stores them. */
typedef struct _HV_X64_FP_CONTROL_STATUS_REGISTER {
	/* Control word. */
	UINT16 FpControl;
	/* Status word. */
	UINT16 FpStatus;
	/* Tag word, one bit for each register. */
	UINT8 FpTag;
	/* Reserved in the newest documents. The name is ours. */
	HV_X64_FP_CONTROL_STATUS_REGISTER_FLAGS Flags;
	/* Opcode of the last x87 instruction. */
	UINT16 LastFpOp;
	/* Address of the last x87 instruction. */
	HV_X64_FP_CONTROL_STATUS_REGISTER_LAST_FP_RIP LastFpRip;
} HV_ALIGNED(16) HV_X64_FP_CONTROL_STATUS_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_FP_CONTROL_STATUS_REGISTER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_FP_CONTROL_STATUS_REGISTER) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, FpControl) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, FpStatus) == 2);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, FpTag) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, Flags) == 5);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, LastFpOp) == 6);
HV_STATIC_ASSERT(offsetof(HV_X64_FP_CONTROL_STATUS_REGISTER, LastFpRip) == 8);

/* The address of the last x87 operand outside long mode. */
typedef struct _HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP {
	/* Offset in the data segment. */
	UINT32 LastFpDp;
	/* Selector of the data segment. */
	UINT16 LastFpDs;
	UINT16 Reserved;
} HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP;
HV_STATIC_ASSERT(sizeof(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP, LastFpDp) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP, LastFpDs) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP, Reserved) == 6);

/* The address of the last x87 operand. */
typedef union _HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_RDP {
	/* In long mode. */
	UINT64 LastFpRdp;
	/* In the other modes. */
	HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_DP LastFpDp;
} HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_RDP;
HV_STATIC_ASSERT(sizeof(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_RDP) == 8);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_RDP) == 8);

/* The last x87 operand and MXCSR, as FXSAVE stores them. */
typedef struct _HV_X64_XMM_CONTROL_STATUS_REGISTER {
	/* Address of the last x87 operand. */
	HV_X64_XMM_CONTROL_STATUS_REGISTER_LAST_FP_RDP LastFpRdp;
	/* MXCSR. */
	UINT32 XmmStatusControl;
	/* The bits of MXCSR that may be written. */
	UINT32 XmmStatusControlMask;
} HV_ALIGNED(16) HV_X64_XMM_CONTROL_STATUS_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_XMM_CONTROL_STATUS_REGISTER) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_XMM_CONTROL_STATUS_REGISTER) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER, LastFpRdp) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER, XmmStatusControl) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_XMM_CONTROL_STATUS_REGISTER, XmmStatusControlMask) == 12);

/* What keeps interrupts from an x64 virtual processor. */
typedef union _HV_X64_INTERRUPT_STATE_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/*
		 * Interrupts and debug traps are held back for one instruction.
		 */
		UINT64 InterruptShadow : 1;
		/* Non-maskable interrupts are held back until the next IRET. */
		UINT64 NmiMasked : 1;
		/* All interrupts are held back, as after CLGI. */
		UINT64 GlobalInterruptDisable : 1;
		UINT64 Reserved : 61;
	};
} HV_X64_INTERRUPT_STATE_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_INTERRUPT_STATE_REGISTER) == 8);

/*
 * What kind of event an x64 virtual processor is about to deliver through its
 * IDT.
 */
typedef UINT32 HV_X64_PENDING_INTERRUPTION_TYPE;
#define HvX64PendingInterrupt			0x00000000U
#define HvX64PendingNmi				0x00000002U
#define HvX64PendingException			0x00000003U
#define HvX64PendingSoftwareInterrupt		0x00000004U
#define HvX64PendingPrivilegedSoftwareException	0x00000005U
#define HvX64PendingSoftwareException		0x00000006U

/*
 * The event that an x64 virtual processor delivers through its IDT when it runs
 * next.
 */
typedef union _HV_X64_PENDING_INTERRUPTION_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* There is one. If clear, the rest means nothing. */
		UINT64 InterruptionPending : 1;
		UINT64 InterruptionType : 3;
		/* ErrorCode is pushed as part of the delivery. */
		UINT64 DeliverErrorCode : 1;
		/*
		 * Length in bytes of the instruction that raised a software
		 * interrupt.
		 */
		UINT64 InstructionLength : 4;
		/* The event belongs to the nested guest. */
		UINT64 NestedEvent : 1;
		UINT64 Reserved : 6;
		UINT64 InterruptionVector : 16;
		UINT64 ErrorCode : 32;
	};
} HV_X64_PENDING_INTERRUPTION_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_INTERRUPTION_REGISTER) == 8);

/*
 * What a pending event of an x64 virtual processor is. Observed in public code;
 * no published specification has it.
 */
typedef UINT8 HV_X64_PENDING_EVENT_TYPE;
#define HvX64PendingEventException		0x00
#define HvX64PendingEventMemoryIntercept	0x01
#define HvX64PendingEventNestedMemoryIntercept	0x02
#define HvX64PendingEventVirtualizationFault	0x03
#define HvX64PendingEventHypercallOutput	0x04
#define HvX64PendingEventExtInt			0x05
#define HvX64PendingEventShadowIpt		0x06

/*
 * The first byte of every pending event. Observed in public code; no published
 * specification has it.
 */
typedef union _HV_X64_PENDING_EVENT_HEADER {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* There is one. If clear, the rest means nothing. */
		UINT8 EventPending : 1;
		UINT8 EventType : 3;
		UINT8 Reserved : 4;
	};
} HV_X64_PENDING_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EVENT_HEADER) == 1);

/*
 * The first word of a pending exception. Observed in public code; no published
 * specification has it.
 */
typedef union _HV_X64_PENDING_EXCEPTION_EVENT_HEADER {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 EventPending : 1;
		UINT32 EventType : 3;
		UINT32 Reserved0 : 4;
		/* ErrorCode is pushed as part of the delivery. */
		UINT32 DeliverErrorCode : 1;
		UINT32 Reserved1 : 7;
		UINT32 Vector : 16;
	};
} HV_X64_PENDING_EXCEPTION_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EXCEPTION_EVENT_HEADER) == 4);

/*
 * An exception that an x64 virtual processor takes when it runs next. The
 * documents name the type without a layout. Observed in public code; no
 * published specification has it.
 */
typedef struct _HV_X64_PENDING_EXCEPTION_EVENT {
	HV_X64_PENDING_EXCEPTION_EVENT_HEADER Header;
	UINT32 ErrorCode;
	/*
	 * What the exception carries besides, such as the address of a page
	 * fault.
	 */
	UINT64 ExceptionParameter;
} HV_X64_PENDING_EXCEPTION_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EXCEPTION_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_EXCEPTION_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EXCEPTION_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EXCEPTION_EVENT, ErrorCode) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EXCEPTION_EVENT, ExceptionParameter) == 8);

/*
 * What a pending memory intercept says about its cause. Observed in public
 * code; no published specification has it.
 */
typedef union _HV_X64_PENDING_MEMORY_INTERCEPT_EVENT_FLAGS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* GuestLinearAddress counts. */
		UINT8 GuestLinearAddressValid : 1;
		/* The access itself caused it, not the walk of a page table. */
		UINT8 CausedByGpaAccess : 1;
		UINT8 Reserved : 6;
	};
} HV_X64_PENDING_MEMORY_INTERCEPT_EVENT_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT_FLAGS) == 1);

/*
 * A memory intercept that is about to be delivered to a higher trust level.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_X64_PENDING_MEMORY_INTERCEPT_EVENT {
	HV_X64_PENDING_EVENT_HEADER Header;
	/* The level that receives it. */
	HV_VTL TargetVtl;
	/* 0 for a read, 1 for a write, 2 for an instruction fetch. */
	UINT8 AccessType;
	HV_X64_PENDING_MEMORY_INTERCEPT_EVENT_FLAGS Flags;
	UINT32 Reserved2;
	UINT64 GuestLinearAddress;
	UINT64 GuestPhysicalAddress;
	UINT64 Reserved3;
} HV_X64_PENDING_MEMORY_INTERCEPT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, TargetVtl) == 1);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, AccessType) == 2);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, Flags) == 3);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, Reserved2) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, GuestLinearAddress) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, GuestPhysicalAddress) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_MEMORY_INTERCEPT_EVENT, Reserved3) == 24);

/*
 * What a pending nested memory intercept says about its cause. Observed in
 * public code; no published specification has it.
 */
typedef union _HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT_FLAGS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* GuestLinearAddress counts. */
		UINT8 GuestLinearAddressValid : 1;
		/* The access itself caused it, not the walk of a page table. */
		UINT8 CausedByGpaAccess : 1;
		/* An entry of the nested page table is malformed. */
		UINT8 PageTableMisconfiguration : 1;
		UINT8 Reserved : 5;
	};
} HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT_FLAGS) == 1);

/*
 * A violation of the nested page table that is about to be delivered to the
 * nested hypervisor. Observed in public code; no published specification has
 * it.
 */
typedef struct _HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT {
	HV_X64_PENDING_EVENT_HEADER Header;
	/* 0 for a read, 1 for a write, 2 for an instruction fetch. */
	UINT8 AccessType;
	/* What the nested page table allowed. */
	UINT8 GuestAccessPermission;
	HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT_FLAGS Flags;
	UINT32 Reserved2;
	UINT64 GuestLinearAddress;
	UINT64 GuestNestedPhysicalAddress;
	UINT64 Reserved3;
} HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, AccessType) == 1);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, GuestAccessPermission) == 2);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, Flags) == 3);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, Reserved2) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, GuestLinearAddress) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, GuestNestedPhysicalAddress) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT, Reserved3) == 24);

/*
 * The first word of a pending virtualization fault. Observed in public code; no
 * published specification has it.
 */
typedef union _HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT_HEADER {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 EventPending : 1;
		UINT32 EventType : 3;
		UINT32 Reserved : 12;
		UINT32 Parameter0 : 16;
	};
} HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT_HEADER) == 4);

/*
 * A virtualization fault that an x64 virtual processor takes when it runs next.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT {
	HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT_HEADER Header;
	UINT32 Code;
	UINT64 Parameter1;
} HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT, Code) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT, Parameter1) == 8);

/*
 * The first word of pending hypercall output. Observed in public code; no
 * published specification has it.
 */
typedef union _HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT_HEADER {
	UINT32 AsUINT32;
	HV_EXTENSION struct {
		UINT32 EventPending : 1;
		UINT32 EventType : 3;
		UINT32 Reserved0 : 4;
		/* The hypercall instruction is done. */
		UINT32 Retired : 1;
		UINT32 Reserved1 : 23;
	};
} HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT_HEADER) == 4);

/*
 * Output of a hypercall that the hypervisor has still to write to the guest's
 * memory. Observed in public code; no published specification has it.
 */
typedef struct _HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT {
	HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT_HEADER Header;
	/* Bytes to write. */
	UINT32 OutputSize;
	/* Where to write them; need not be at the start of a page. */
	UINT64 OutputGpa;
} HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT, OutputSize) == 4);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT, OutputGpa) == 8);

/*
 * The first half of a pending ExtINT interrupt. Observed in public code; no
 * published specification has it.
 */
typedef union _HV_X64_PENDING_EXT_INT_EVENT_HEADER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 EventPending : 1;
		UINT64 EventType : 3;
		UINT64 Reserved0 : 4;
		UINT64 Vector : 8;
		UINT64 Reserved1 : 48;
	};
} HV_X64_PENDING_EXT_INT_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EXT_INT_EVENT_HEADER) == 8);

/*
 * An ExtINT interrupt that was asserted directly and is not delivered yet.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_X64_PENDING_EXT_INT_EVENT {
	HV_X64_PENDING_EXT_INT_EVENT_HEADER Header;
	UINT64 Reserved2;
} HV_X64_PENDING_EXT_INT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EXT_INT_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_EXT_INT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EXT_INT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EXT_INT_EVENT, Reserved2) == 8);

/*
 * The first half of a pending shadowing of processor trace. Its type field has
 * a bit more than the others. Observed in public code; no published
 * specification has it.
 */
typedef union _HV_X64_PENDING_SHADOW_IPT_EVENT_HEADER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 EventPending : 1;
		UINT64 EventType : 4;
		UINT64 Reserved : 59;
	};
} HV_X64_PENDING_SHADOW_IPT_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_SHADOW_IPT_EVENT_HEADER) == 8);

/*
 * Shadowing of the processor trace registers that is still to be done. Observed
 * in public code; no published specification has it.
 */
typedef struct _HV_X64_PENDING_SHADOW_IPT_EVENT {
	HV_X64_PENDING_SHADOW_IPT_EVENT_HEADER Header;
	UINT64 Reserved1;
} HV_X64_PENDING_SHADOW_IPT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_SHADOW_IPT_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_SHADOW_IPT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_SHADOW_IPT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_SHADOW_IPT_EVENT, Reserved1) == 8);

/*
 * A pending event as the values of HvRegisterPendingEvent0 and
 * HvRegisterPendingEvent1. Observed in public code; no published specification
 * has it.
 */
typedef struct _HV_X64_PENDING_EVENT_REGISTERS {
	HV_UINT128 Reg0;
	HV_UINT128 Reg1;
} HV_X64_PENDING_EVENT_REGISTERS;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EVENT_REGISTERS) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_EVENT_REGISTERS) == 16);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EVENT_REGISTERS, Reg0) == 0);
HV_STATIC_ASSERT(offsetof(HV_X64_PENDING_EVENT_REGISTERS, Reg1) == 16);

/*
 * Any event that an x64 virtual processor has pending. Observed in public code;
 * no published specification has it.
 */
typedef union _HV_X64_PENDING_EVENT {
	/* As two registers. The name is ours. */
	HV_X64_PENDING_EVENT_REGISTERS Registers;
	/* The byte that says which of the others counts. The name is ours. */
	HV_X64_PENDING_EVENT_HEADER Header;
	HV_X64_PENDING_EXCEPTION_EVENT Exception;
	HV_X64_PENDING_MEMORY_INTERCEPT_EVENT MemoryIntercept;
	HV_X64_PENDING_NESTED_MEMORY_INTERCEPT_EVENT NestedMemoryIntercept;
	HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT VirtualizationFault;
	HV_X64_PENDING_HYPERCALL_OUTPUT_EVENT HypercallOutput;
	HV_X64_PENDING_EXT_INT_EVENT ExtInt;
	HV_X64_PENDING_SHADOW_IPT_EVENT ShadowIpt;
} HV_X64_PENDING_EVENT;
HV_STATIC_ASSERT(sizeof(HV_X64_PENDING_EVENT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_X64_PENDING_EVENT) == 16);

/*
 * What keeps interrupts from an ARM64 virtual processor. Observed in public
 * code; no published specification has it.
 */
typedef union _HV_ARM64_INTERRUPT_STATE_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* Interrupts are held back for one instruction. */
		UINT64 InterruptShadow : 1;
		UINT64 Reserved : 63;
	};
} HV_ARM64_INTERRUPT_STATE_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_ARM64_INTERRUPT_STATE_REGISTER) == 8);

/*
 * What kind of event an ARM64 virtual processor is about to take. Observed in
 * public code; no published specification has it.
 */
typedef UINT8 HV_ARM64_PENDING_INTERRUPTION_TYPE;
#define HvArm64PendingInterrupt			0x00
#define HvArm64PendingException			0x01

/*
 * The event that an ARM64 virtual processor takes when it runs next. Observed
 * in public code; no published specification has it.
 */
typedef union _HV_ARM64_PENDING_INTERRUPTION_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* There is one. If clear, the rest means nothing. */
		UINT64 InterruptionPending : 1;
		UINT64 InterruptionType : 1;
		UINT64 Reserved : 30;
		UINT64 ErrorCode : 32;
	};
} HV_ARM64_PENDING_INTERRUPTION_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_INTERRUPTION_REGISTER) == 8);

/*
 * What a pending event of an ARM64 virtual processor is. Observed in public
 * code; no published specification has it.
 */
typedef UINT8 HV_ARM64_PENDING_EVENT_TYPE;
#define HvArm64PendingEventException		0x00
#define HvArm64PendingEventSyntheticException	0x01
#define HvArm64PendingEventHypercallOutput	0x02

/*
 * The first byte of every pending event. Observed in public code; no published
 * specification has it.
 */
typedef union _HV_ARM64_PENDING_EVENT_HEADER {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* There is one. If clear, the rest means nothing. */
		UINT8 EventPending : 1;
		UINT8 EventType : 3;
		UINT8 Reserved : 4;
	};
} HV_ARM64_PENDING_EVENT_HEADER;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_EVENT_HEADER) == 1);

/*
 * An exception that an ARM64 virtual processor takes when it runs next.
 * Observed in public code; no published specification has it.
 */
typedef struct _HV_ARM64_PENDING_EXCEPTION_EVENT {
	HV_ARM64_PENDING_EVENT_HEADER Header;
	UINT8 Reserved[7];
	/* Exception syndrome. */
	UINT64 EsrElx;
	/* Fault address. */
	UINT64 FarElx;
} HV_ARM64_PENDING_EXCEPTION_EVENT;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_EXCEPTION_EVENT) == 24);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_PENDING_EXCEPTION_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EXCEPTION_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EXCEPTION_EVENT, Reserved) == 1);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EXCEPTION_EVENT, EsrElx) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EXCEPTION_EVENT, FarElx) == 16);

/*
 * A synthetic exception, one that the hypervisor defines, that an ARM64 virtual
 * processor takes when it runs next. Observed in public code; no published
 * specification has it.
 */
typedef struct _HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT {
	HV_ARM64_PENDING_EVENT_HEADER Header;
	UINT8 Reserved[3];
	UINT32 ExceptionType;
	UINT64 Context;
} HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT, Reserved) == 1);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT, ExceptionType) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT, Context) == 8);

/*
 * How far a hypercall with pending output is. Observed in public code; no
 * published specification has it.
 */
typedef union _HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT_FLAGS {
	UINT8 AsUINT8;
	HV_EXTENSION struct {
		/* The hypercall instruction is done. */
		UINT8 Retired : 1;
		UINT8 Reserved : 7;
	};
} HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT_FLAGS;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT_FLAGS) == 1);

/*
 * Output of a hypercall that the hypervisor has still to write to the guest's
 * memory. Observed in public code; no published specification has it.
 */
typedef struct _HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT {
	HV_ARM64_PENDING_EVENT_HEADER Header;
	HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT_FLAGS Flags;
	UINT16 Reserved2;
	/* Bytes to write. */
	UINT32 OutputSize;
	/* Where to write them. */
	UINT64 OutputGpa;
} HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT, Flags) == 1);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT, Reserved2) == 2);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT, OutputSize) == 4);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT, OutputGpa) == 8);

/*
 * A pending event of which only the header is known. Observed in public code;
 * no published specification has it.
 */
typedef struct _HV_ARM64_PENDING_EVENT_DATA {
	HV_ARM64_PENDING_EVENT_HEADER Header;
	UINT8 EventData[15];
	UINT64 Padding[2];
} HV_ARM64_PENDING_EVENT_DATA;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_EVENT_DATA) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_PENDING_EVENT_DATA) == 8);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EVENT_DATA, Header) == 0);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EVENT_DATA, EventData) == 1);
HV_STATIC_ASSERT(offsetof(HV_ARM64_PENDING_EVENT_DATA, Padding) == 16);

/*
 * Any event that an ARM64 virtual processor has pending. Observed in public
 * code; no published specification has it.
 */
typedef union _HV_ARM64_PENDING_EVENT {
	/*
	 * The byte that says which of the others counts, and the rest. The name
	 * is ours.
	 */
	HV_ARM64_PENDING_EVENT_DATA Data;
	HV_ARM64_PENDING_EXCEPTION_EVENT Exception;
	HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT SyntheticException;
	HV_ARM64_PENDING_HYPERCALL_OUTPUT_EVENT HypercallOutput;
} HV_ARM64_PENDING_EVENT;
HV_STATIC_ASSERT(sizeof(HV_ARM64_PENDING_EVENT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_ARM64_PENDING_EVENT) == 8);

/*
 * Asks for an intercept as soon as a virtual processor can take an interrupt or
 * a message. Observed in public code; no published specification has it.
 */
typedef union _HV_DELIVERABILITY_NOTIFICATIONS_REGISTER {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* When a non-maskable interrupt can be delivered. x64 only. */
		UINT64 NmiNotification : 1;
		/*
		 * When an interrupt of InterruptPriority can be delivered. x64
		 * only.
		 */
		UINT64 InterruptNotification : 1;
		/* Priority class of the interrupt. x64 only. */
		UINT64 InterruptPriority : 4;
		UINT64 Reserved : 42;
		/*
		 * One bit for each synthetic interrupt source whose message
		 * slot is awaited.
		 */
		UINT64 Sint : 16;
	};
} HV_DELIVERABILITY_NOTIFICATIONS_REGISTER;
HV_STATIC_ASSERT(sizeof(HV_DELIVERABILITY_NOTIFICATIONS_REGISTER) == 8);

/*
 * The instructions that user mode may not execute; each raises #GP where its
 * bit is set.
 */
typedef union _HV_X64_MSR_NPIEP_CONFIG_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		UINT64 PreventSgdt : 1;
		UINT64 PreventSidt : 1;
		UINT64 PreventSldt : 1;
		UINT64 PreventStr : 1;
		UINT64 Reserved : 60;
	};
} HV_X64_MSR_NPIEP_CONFIG_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_NPIEP_CONFIG_CONTENTS) == 8);

/*
 * The value of a virtual processor register. Values of less than 128 bits are
 * extended with zeros.
 */
typedef union _HV_REGISTER_VALUE {
	HV_UINT128 Reg128;
	UINT64 Reg64;
	UINT32 Reg32;
	UINT16 Reg16;
	UINT8 Reg8;
	HV_EXPLICIT_SUSPEND_REGISTER ExplicitSuspend;
	HV_INTERCEPT_SUSPEND_REGISTER InterceptSuspend;
	HV_DISPATCH_SUSPEND_REGISTER DispatchSuspend;
	HV_INTERNAL_ACTIVITY_REGISTER InternalActivity;
	HV_X64_FP_REGISTER Fp;
	HV_X64_FP_CONTROL_STATUS_REGISTER FpControlStatus;
	HV_X64_XMM_CONTROL_STATUS_REGISTER XmmControlStatus;
	HV_X64_SEGMENT_REGISTER Segment;
	HV_X64_TABLE_REGISTER Table;
	HV_X64_INTERRUPT_STATE_REGISTER InterruptState;
	HV_X64_PENDING_INTERRUPTION_REGISTER PendingInterruption;
	HV_X64_MSR_NPIEP_CONFIG_CONTENTS NpiepConfig;
	HV_X64_PENDING_EXCEPTION_EVENT PendingExceptionEvent;
	HV_X64_PENDING_VIRTUALIZATION_FAULT_EVENT PendingVirtualizationFaultEvent;
	HV_ARM64_INTERRUPT_STATE_REGISTER Arm64InterruptState;
	HV_ARM64_PENDING_INTERRUPTION_REGISTER Arm64PendingInterruption;
	HV_ARM64_PENDING_SYNTHETIC_EXCEPTION_EVENT PendingSyntheticExceptionEvent;
} HV_REGISTER_VALUE;
HV_STATIC_ASSERT(sizeof(HV_REGISTER_VALUE) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_REGISTER_VALUE) == 16);

/* A register and the value to give it. */
typedef struct _HV_REGISTER_ASSOC {
	/* RegisterName in the documents. */
	HV_REGISTER_NAME Name;
	UINT32 Reserved1;
	UINT64 Reserved2;
	/* RegisterValue in the documents. */
	HV_REGISTER_VALUE Value;
} HV_REGISTER_ASSOC;
HV_STATIC_ASSERT(sizeof(HV_REGISTER_ASSOC) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_REGISTER_ASSOC) == 16);
HV_STATIC_ASSERT(offsetof(HV_REGISTER_ASSOC, Name) == 0);
HV_STATIC_ASSERT(offsetof(HV_REGISTER_ASSOC, Reserved1) == 4);
HV_STATIC_ASSERT(offsetof(HV_REGISTER_ASSOC, Reserved2) == 8);
HV_STATIC_ASSERT(offsetof(HV_REGISTER_ASSOC, Value) == 16);

/* The status of a synthetic machine check, laid out as IA32_MCi_STATUS. */
typedef union _HV_X64_MSR_SYNMC_STATUS_CONTENTS {
	UINT64 AsUINT64;
	HV_EXTENSION struct {
		/* 0x0001, unclassified. */
		UINT64 McaErrorCode : 16;
		/* With the next two bits, the model-specific error code. */
		UINT64 ErrorDetail : 14;
		UINT64 HypervisorError : 1;
		UINT64 SoftwareError : 1;
		UINT64 Reserved : 23;
		UINT64 ActionRequired : 1;
		UINT64 Signaling : 1;
		/*
		 * The context of the hypervisor or the virtualization stack is
		 * damaged.
		 */
		UINT64 ContextCorrupt : 1;
		/* The address counts. */
		UINT64 AddressValid : 1;
		/* The miscellaneous value counts. */
		UINT64 MiscValid : 1;
		UINT64 ErrorEnabled : 1;
		UINT64 Uncorrected : 1;
		/* Another error came before this one was read. */
		UINT64 Overflow : 1;
		/* There is an error. */
		UINT64 Valid : 1;
	};
} HV_X64_MSR_SYNMC_STATUS_CONTENTS;
HV_STATIC_ASSERT(sizeof(HV_X64_MSR_SYNMC_STATUS_CONTENTS) == 8);

/* The address of a synthetic machine check, as in IA32_MCi_ADDR. */
typedef UINT64 HV_X64_MSR_SYNMC_ADDR_CONTENTS;

/* The miscellaneous value of a synthetic machine check, as in IA32_MCi_MISC. */
typedef UINT64 HV_X64_MSR_SYNMC_MISC_CONTENTS;

/* The error code of every synthetic machine check. */
#define HV_SYNMC_MCA_ERROR_CODE			0x0001

/* A machine check that the hypervisor injects into a virtual processor. */
typedef struct _HV_SYNMC_X64_EVENT {
	HV_X64_MSR_SYNMC_STATUS_CONTENTS Status;
	HV_X64_MSR_SYNMC_ADDR_CONTENTS Addr;
	HV_X64_MSR_SYNMC_MISC_CONTENTS Misc;
	/* Boolean, as the RIPV flag of IA32_MCG_STATUS. */
	UINT8 RipValid;
	/* Boolean, as the EIPV flag of IA32_MCG_STATUS. */
	UINT8 EipValid;
	UINT8 Reserved[6];
} HV_SYNMC_X64_EVENT;
HV_STATIC_ASSERT(sizeof(HV_SYNMC_X64_EVENT) == 32);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_SYNMC_X64_EVENT) == 8);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, Status) == 0);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, Addr) == 8);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, Misc) == 16);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, RipValid) == 24);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, EipValid) == 25);
HV_STATIC_ASSERT(offsetof(HV_SYNMC_X64_EVENT, Reserved) == 26);

/* The index of the virtual processor that reads it. */
#define HV_X64_MSR_VP_INDEX			0x40000002
/*
 * The time that the virtual processor has run, in units of 100 ns: guest code
 * and what the hypervisor did on its behalf.
 */
#define HV_X64_MSR_VP_RUNTIME			0x40000010
/* Keeps user mode from reading descriptor tables and task registers. */
#define HV_X64_MSR_NPIEP_CONFIG			0x40000040
/*
 * Places the assist page of the virtual processor. Each trust level has its
 * own.
 */
#define HV_X64_MSR_VP_ASSIST_PAGE		0x40000073
/*
 * A read puts the virtual processor to sleep until an interrupt arrives for it,
 * whether or not interrupts are enabled.
 */
#define HV_X64_MSR_GUEST_IDLE			0x400000f0

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* The input of HvCallEnableVpVtl. */
typedef struct _HV_INPUT_ENABLE_VP_VTL {
	HV_PARTITION_ID TargetPartitionId;
	HV_VP_INDEX VpIndex;
	/* The level to enable. */
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
	/* With what the processor first enters the level. */
	HV_INITIAL_VP_CONTEXT VpVtlContext;
} HV_INPUT_ENABLE_VP_VTL;
HV_STATIC_ASSERT(sizeof(HV_INPUT_ENABLE_VP_VTL) == 240);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_ENABLE_VP_VTL) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, TargetPartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, TargetVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, ReservedZ0) == 13);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, ReservedZ1) == 14);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, VpVtlContext) == 16);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/* The input of HvCallEnableVpVtl. */
typedef struct _HV_INPUT_ENABLE_VP_VTL {
	HV_PARTITION_ID TargetPartitionId;
	HV_VP_INDEX VpIndex;
	/* The level to enable. */
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
	/* With what the processor first enters the level. */
	HV_INITIAL_VP_CONTEXT VpVtlContext;
} HV_INPUT_ENABLE_VP_VTL;
HV_STATIC_ASSERT(sizeof(HV_INPUT_ENABLE_VP_VTL) == 88);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_ENABLE_VP_VTL) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, TargetPartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, TargetVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, ReservedZ0) == 13);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, ReservedZ1) == 14);
HV_STATIC_ASSERT(offsetof(HV_INPUT_ENABLE_VP_VTL, VpVtlContext) == 16);
#endif

/* The header of the input of HvCallGetVpRegisters. */
typedef struct _HV_INPUT_GET_VP_REGISTERS {
	HV_PARTITION_ID PartitionId;
	HV_VP_INDEX VpIndex;
	/* The trust level whose registers are meant. */
	HV_INPUT_VTL InputVtl;
	UINT8 Reserved[3];
} HV_INPUT_GET_VP_REGISTERS;
HV_STATIC_ASSERT(sizeof(HV_INPUT_GET_VP_REGISTERS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_GET_VP_REGISTERS) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_REGISTERS, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_REGISTERS, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_REGISTERS, InputVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_REGISTERS, Reserved) == 13);

/* The header of the input of HvCallSetVpRegisters. */
typedef struct _HV_INPUT_SET_VP_REGISTERS {
	HV_PARTITION_ID PartitionId;
	HV_VP_INDEX VpIndex;
	/* The trust level whose registers are meant. */
	HV_INPUT_VTL InputVtl;
	UINT8 Reserved[3];
} HV_INPUT_SET_VP_REGISTERS;
HV_STATIC_ASSERT(sizeof(HV_INPUT_SET_VP_REGISTERS) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_SET_VP_REGISTERS) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SET_VP_REGISTERS, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SET_VP_REGISTERS, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SET_VP_REGISTERS, InputVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_SET_VP_REGISTERS, Reserved) == 13);

#if !defined(__aarch64__) && !defined(_M_ARM64)
/* The input of HvCallStartVirtualProcessor. */
typedef struct _HV_INPUT_START_VIRTUAL_PROCESSOR {
	HV_PARTITION_ID PartitionId;
	/* The processor to start. HvCallGetVpIndexFromApicId finds it. */
	HV_VP_INDEX VpIndex;
	/* The level in which it starts. */
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
	HV_INITIAL_VP_CONTEXT VpContext;
} HV_INPUT_START_VIRTUAL_PROCESSOR;
HV_STATIC_ASSERT(sizeof(HV_INPUT_START_VIRTUAL_PROCESSOR) == 240);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_START_VIRTUAL_PROCESSOR) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, TargetVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, ReservedZ0) == 13);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, ReservedZ1) == 14);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, VpContext) == 16);
#endif

#if defined(__aarch64__) || defined(_M_ARM64)
/* The input of HvCallStartVirtualProcessor. */
typedef struct _HV_INPUT_START_VIRTUAL_PROCESSOR {
	HV_PARTITION_ID PartitionId;
	/* The processor to start. HvCallGetVpIndexFromApicId finds it. */
	HV_VP_INDEX VpIndex;
	/* The level in which it starts. */
	HV_VTL TargetVtl;
	UINT8 ReservedZ0;
	UINT16 ReservedZ1;
	HV_INITIAL_VP_CONTEXT VpContext;
} HV_INPUT_START_VIRTUAL_PROCESSOR;
HV_STATIC_ASSERT(sizeof(HV_INPUT_START_VIRTUAL_PROCESSOR) == 88);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_START_VIRTUAL_PROCESSOR) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, VpIndex) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, TargetVtl) == 12);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, ReservedZ0) == 13);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, ReservedZ1) == 14);
HV_STATIC_ASSERT(offsetof(HV_INPUT_START_VIRTUAL_PROCESSOR, VpContext) == 16);
#endif

/* The header of the input of HvCallGetVpIndexFromApicId. */
typedef struct _HV_INPUT_GET_VP_INDEX_FROM_APIC_ID {
	HV_PARTITION_ID PartitionId;
	HV_VTL TargetVtl;
	UINT8 Reserved[7];
} HV_INPUT_GET_VP_INDEX_FROM_APIC_ID;
HV_STATIC_ASSERT(sizeof(HV_INPUT_GET_VP_INDEX_FROM_APIC_ID) == 16);
HV_STATIC_ASSERT(HV_ALIGNOF(HV_INPUT_GET_VP_INDEX_FROM_APIC_ID) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_INDEX_FROM_APIC_ID, PartitionId) == 0);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_INDEX_FROM_APIC_ID, TargetVtl) == 8);
HV_STATIC_ASSERT(offsetof(HV_INPUT_GET_VP_INDEX_FROM_APIC_ID, Reserved) == 9);

#endif /* HV_TLFS_H */
