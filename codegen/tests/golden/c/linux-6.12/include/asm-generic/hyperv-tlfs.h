/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Hyper-V definitions for Linux 6.12. What both architectures have. Generated
 * by hv-codegen from revision 2026-11-23 of hv-spec; do not edit. To make it
 * again: hv-codegen c --dialect linux-6.12
 */
#ifndef _ASM_GENERIC_HYPERV_TLFS_H
#define _ASM_GENERIC_HYPERV_TLFS_H

#include <linux/bits.h>
#include <linux/build_bug.h>
#include <linux/stddef.h>
#include <linux/types.h>
#include <linux/time64.h>
#include <asm/hyperv-tlfs.h>

/* The page size of the hypervisor, which is not always that of the kernel. */
#define HV_HYP_PAGE_SHIFT			0xc
#define HV_HYP_PAGE_SIZE			BIT(HV_HYP_PAGE_SHIFT)
#define HV_HYP_PAGE_MASK			(~(HV_HYP_PAGE_SIZE - 1))

/*
 * Features: registers that a partition may use, the first 32 bits of the
 * privileges.
 */
#define HV_MSR_VP_RUNTIME_AVAILABLE		BIT(0)
#define HV_MSR_TIME_REF_COUNT_AVAILABLE		BIT(1)
#define HV_MSR_SYNIC_AVAILABLE			BIT(2)
#define HV_MSR_SYNTIMER_AVAILABLE		BIT(3)
#define HV_MSR_APIC_ACCESS_AVAILABLE		BIT(4)
#define HV_MSR_HYPERCALL_AVAILABLE		BIT(5)
#define HV_MSR_VP_INDEX_AVAILABLE		BIT(6)
#define HV_MSR_RESET_AVAILABLE			BIT(7)
#define HV_MSR_STAT_PAGES_AVAILABLE		BIT(8)
#define HV_MSR_REFERENCE_TSC_AVAILABLE		BIT(9)
#define HV_MSR_GUEST_IDLE_AVAILABLE		BIT(10)
#define HV_ACCESS_FREQUENCY_MSRS		BIT(11)
#define HV_ACCESS_REENLIGHTENMENT		BIT(13)
#define HV_ACCESS_TSC_INVARIANT			BIT(15)

/*
 * Features: hypercalls that a partition may make, the second 32 bits of the
 * privileges.
 */
#define HV_CREATE_PARTITIONS			BIT(0)
#define HV_ACCESS_PARTITION_ID			BIT(1)
#define HV_ACCESS_MEMORY_POOL			BIT(2)
#define HV_ADJUST_MESSAGE_BUFFERS		BIT(3)
#define HV_POST_MESSAGES			BIT(4)
#define HV_SIGNAL_EVENTS			BIT(5)
#define HV_CREATE_PORT				BIT(6)
#define HV_CONNECT_PORT				BIT(7)
#define HV_ACCESS_STATS				BIT(8)
#define HV_DEBUGGING				BIT(11)
#define HV_CPU_MANAGEMENT			BIT(12)
#define HV_ENABLE_EXTENDED_HYPERCALLS		BIT(20)
#define HV_ISOLATION				BIT(22)

/* Crash notification. */
#define HV_CRASH_CTL_CRASH_NOTIFY_MSG		BIT_ULL(62)
#define HV_CRASH_CTL_CRASH_NOTIFY		BIT_ULL(63)

/* Hypercalls. */
#define HVCALL_FLUSH_VIRTUAL_ADDRESS_SPACE	0x0002
#define HVCALL_FLUSH_VIRTUAL_ADDRESS_LIST	0x0003
#define HVCALL_NOTIFY_LONG_SPIN_WAIT		0x0008
#define HVCALL_SEND_IPI				0x000b
#define HVCALL_ENABLE_VP_VTL			0x000f
#define HVCALL_FLUSH_VIRTUAL_ADDRESS_SPACE_EX	0x0013
#define HVCALL_FLUSH_VIRTUAL_ADDRESS_LIST_EX	0x0014
#define HVCALL_SEND_IPI_EX			0x0015
#define HVCALL_GET_PARTITION_ID			0x0046
#define HVCALL_DEPOSIT_MEMORY			0x0048
#define HVCALL_CREATE_VP			0x004e
#define HVCALL_GET_VP_REGISTERS			0x0050
#define HVCALL_SET_VP_REGISTERS			0x0051
#define HVCALL_POST_MESSAGE			0x005c
#define HVCALL_SIGNAL_EVENT			0x005d
#define HVCALL_POST_DEBUG_DATA			0x0069
#define HVCALL_RETRIEVE_DEBUG_DATA		0x006a
#define HVCALL_RESET_DEBUG_SESSION		0x006b
#define HVCALL_ADD_LOGICAL_PROCESSOR		0x0076
#define HVCALL_MAP_DEVICE_INTERRUPT		0x007c
#define HVCALL_UNMAP_DEVICE_INTERRUPT		0x007d
#define HVCALL_RETARGET_INTERRUPT		0x007e
#define HVCALL_START_VP				0x0099
#define HVCALL_GET_VP_ID_FROM_APIC_ID		0x009a
#define HVCALL_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE	0x00af
#define HVCALL_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST	0x00b0
#define HVCALL_MODIFY_SPARSE_GPA_PAGE_HOST_VISIBILITY	0x00db
#define HVCALL_MMIO_READ			0x0106
#define HVCALL_MMIO_WRITE			0x0107

/* Extended hypercalls. */
#define HV_EXT_CALL_QUERY_CAPABILITIES		0x8001
#define HV_EXT_CALL_MEMORY_HEAT_HINT		0x8003

/* Extended capabilities. */
#define HV_EXT_MEMORY_HEAT_HINT_TYPE_COLD_DISCARD	2
#define HV_EXT_CAPABILITY_MEMORY_COLD_DISCARD_HINT	BIT_ULL(8)

/* The caller itself. */
#define HV_VP_INDEX_SELF			((u32)-2)
#define HV_PARTITION_ID_SELF			((u64)-1)

/* The hypercall input value and the result value. */
#define HV_HYPERCALL_VARHEAD_OFFSET		17
#define HV_HYPERCALL_REP_COMP_OFFSET		32
#define HV_HYPERCALL_REP_START_OFFSET		48
#define HV_HYPERCALL_RESULT_MASK		GENMASK_ULL(15, 0)
#define HV_HYPERCALL_FAST_BIT			BIT_ULL(16)
#define HV_HYPERCALL_VARHEAD_MASK		GENMASK_ULL(26, 17)
#define HV_HYPERCALL_NESTED			BIT_ULL(31)
#define HV_HYPERCALL_RSVD0_MASK			GENMASK_ULL(31, 27)
#define HV_HYPERCALL_REP_COMP_1			BIT_ULL(32)
#define HV_HYPERCALL_REP_COMP_MASK		GENMASK_ULL(43, 32)
#define HV_HYPERCALL_RSVD1_MASK			GENMASK_ULL(47, 44)
#define HV_HYPERCALL_REP_START_MASK		GENMASK_ULL(59, 48)
#define HV_HYPERCALL_RSVD2_MASK			GENMASK_ULL(63, 60)
#define HV_HYPERCALL_RSVD_MASK	\
		(HV_HYPERCALL_RSVD0_MASK | HV_HYPERCALL_RSVD1_MASK | HV_HYPERCALL_RSVD2_MASK)

/* Status codes. */
#define HV_STATUS_SUCCESS			0x0000
#define HV_STATUS_INVALID_HYPERCALL_CODE	0x0002
#define HV_STATUS_INVALID_HYPERCALL_INPUT	0x0003
#define HV_STATUS_INVALID_ALIGNMENT		0x0004
#define HV_STATUS_INVALID_PARAMETER		0x0005
#define HV_STATUS_ACCESS_DENIED			0x0006
#define HV_STATUS_OPERATION_DENIED		0x0008
#define HV_STATUS_INSUFFICIENT_MEMORY		0x000b
#define HV_STATUS_INVALID_PORT_ID		0x0011
#define HV_STATUS_INVALID_CONNECTION_ID		0x0012
#define HV_STATUS_INSUFFICIENT_BUFFERS		0x0013
#define HV_STATUS_TIME_OUT			0x0078
#define HV_STATUS_VTL_ALREADY_ENABLED		0x0086

/* Synthetic interrupt controller. */
#define HV_SYNIC_CONTROL_ENABLE			BIT_ULL(0)
#define HV_SYNIC_SIMP_ENABLE			BIT_ULL(0)
#define HV_SYNIC_SIEFP_ENABLE			BIT_ULL(0)
#define HV_SYNIC_FIRST_VALID_VECTOR		0x10
#define HV_MESSAGE_PAYLOAD_QWORD_COUNT		0x1e
#define HV_EVENT_FLAGS_LONG_COUNT		(256 / sizeof(unsigned long))
#define HV_MESSAGE_PAYLOAD_BYTE_COUNT		0xf0
#define HV_SYNIC_SINT_VECTOR_MASK		0xff
#define HV_SYNIC_SINT_MASKED			BIT_ULL(16)
#define HV_SYNIC_SINT_AUTO_EOI			BIT_ULL(17)

/* Virtual processor registers. */
#define HV_REGISTER_HYPERVISOR_VERSION		0x00000100
#define HV_REGISTER_FEATURES			0x00000200
#define HV_REGISTER_ENLIGHTENMENTS		0x00000201
#define HV_REGISTER_GUEST_CRASH_P0		0x00000210
#define HV_REGISTER_GUEST_CRASH_P1		0x00000211
#define HV_REGISTER_GUEST_CRASH_P2		0x00000212
#define HV_REGISTER_GUEST_CRASH_P3		0x00000213
#define HV_REGISTER_GUEST_CRASH_P4		0x00000214
#define HV_REGISTER_GUEST_CRASH_CTL		0x00000215
#define HV_REGISTER_GUEST_OS_ID			0x00090002
#define HV_REGISTER_VP_INDEX			0x00090003
#define HV_REGISTER_TIME_REF_COUNT		0x00090004
#define HV_REGISTER_REFERENCE_TSC		0x00090017
#define HV_REGISTER_SINT0			0x000a0000
#define HV_REGISTER_SCONTROL			0x000a0010
#define HV_REGISTER_SIEFP			0x000a0012
#define HV_REGISTER_SIMP			0x000a0013
#define HV_REGISTER_EOM				0x000a0014
#define HV_REGISTER_STIMER0_CONFIG		0x000b0000
#define HV_REGISTER_STIMER0_COUNT		0x000b0001

/* Others. */
#define HV_MAX_SPARSE_VCPU_BANKS		64
#define HV_VCPUS_PER_SPARSE_BANK		64
#define HV_MAX_FLUSH_REP_COUNT	\
		((HV_HYP_PAGE_SIZE - 2 * sizeof(u64)) / sizeof(union hv_gpa_page_range))
#define HV_MEMORY_HINT_MAX_GPA_PAGE_RANGES	\
		((HV_HYP_PAGE_SIZE - sizeof(struct hv_memory_hint)) / sizeof(union hv_gpa_page_range))
#define HV_MAX_FLUSH_PAGES			2048
#define HV_LINUX_VENDOR_ID			0x8100
#define HV_CLOCK_HZ				(NSEC_PER_SEC / 100)

/*
 * Version of the hypervisor, from CPUID leaf 0x40000002 or, on ARM64, from
 * HvRegisterHypervisorVersion. Features should be tested by their bits and not
 * by the version. HV_HYPERVISOR_VERSION_INFO in the TLFS.
 */
union hv_hypervisor_version_info {
	struct {
		u32 build_number;
		u32 minor_version : 16;
		u32 major_version : 16;
		u32 service_pack;
		u32 service_number : 24;
		u32 service_branch : 8;
	};
	struct {
		u32 eax;
		/* Major and minor version. */
		u32 ebx;
		u32 ecx;
		/* Service branch and number. */
		u32 edx;
	};
};
static_assert(sizeof(union hv_hypervisor_version_info) == 16);
static_assert(offsetof(union hv_hypervisor_version_info, build_number) == 0);
static_assert(offsetof(union hv_hypervisor_version_info, service_pack) == 8);
static_assert(offsetof(union hv_hypervisor_version_info, eax) == 0);
static_assert(offsetof(union hv_hypervisor_version_info, ebx) == 4);
static_assert(offsetof(union hv_hypervisor_version_info, ecx) == 8);
static_assert(offsetof(union hv_hypervisor_version_info, edx) == 12);

/*
 * How the start of a logical processor went. Observed in public code; no
 * published specification has it.
 */
struct hv_lp_startup_status {
	u64 hv_status;
	/* What this and the next five say, no source tells. */
	u64 substatus1;
	u64 substatus2;
	u64 substatus3;
	u64 substatus4;
	u64 substatus5;
	u64 substatus6;
} __packed;
static_assert(sizeof(struct hv_lp_startup_status) == 56);
static_assert(offsetof(struct hv_lp_startup_status, hv_status) == 0);
static_assert(offsetof(struct hv_lp_startup_status, substatus1) == 8);
static_assert(offsetof(struct hv_lp_startup_status, substatus2) == 16);
static_assert(offsetof(struct hv_lp_startup_status, substatus3) == 24);
static_assert(offsetof(struct hv_lp_startup_status, substatus4) == 32);
static_assert(offsetof(struct hv_lp_startup_status, substatus5) == 40);
static_assert(offsetof(struct hv_lp_startup_status, substatus6) == 48);

/*
 * What kind of HV_DEVICE_ID it is; two bits of it. Observed in public code; no
 * published specification has it.
 */
enum hv_device_type {
	HV_DEVICE_TYPE_LOGICAL			= 0,
	HV_DEVICE_TYPE_PCI			= 1,
	HV_DEVICE_TYPE_IOAPIC			= 2,
	HV_DEVICE_TYPE_ACPI			= 3,
};

/* The number of a device in the partition to which it is attached. */
typedef u64 hv_logical_device_id;

/* The requester id by which a PCI device is known on its bus. */
typedef u16 hv_pci_rid;

/* The number of a PCI segment group. */
typedef u16 hv_pci_segment;

/*
 * The bus, device and function number of a PCI device. Observed in public code;
 * no published specification has it.
 */
union hv_pci_bdf {
	u16 as_uint16;
	struct {
		u8 function : 3;
		u8 device : 5;
		u8 bus;
	};
} __packed;
static_assert(sizeof(union hv_pci_bdf) == 2);
static_assert(offsetof(union hv_pci_bdf, as_uint16) == 0);
static_assert(offsetof(union hv_pci_bdf, bus) == 1);

/*
 * The buses behind a PCI bridge. Observed in public code; no published
 * specification has it.
 */
union hv_pci_bus_range {
	u16 as_uint16;
	struct {
		/* The highest of them. */
		u8 subordinate_bus;
		/* The lowest of them. */
		u8 secondary_bus;
	};
} __packed;
static_assert(sizeof(union hv_pci_bus_range) == 2);
static_assert(offsetof(union hv_pci_bus_range, as_uint16) == 0);
static_assert(offsetof(union hv_pci_bus_range, subordinate_bus) == 0);
static_assert(offsetof(union hv_pci_bus_range, secondary_bus) == 1);

/*
 * A value of HV_DEVICE_ID_PCI.SourceShadow. The device uses its own requester
 * id.
 */
#define HV_SOURCE_SHADOW_NONE			0
/*
 * A value of HV_DEVICE_ID_PCI.SourceShadow. A bridge may put another requester
 * id in place of the device's own; ShadowBusRange tells which buses that id may
 * have.
 */
#define HV_SOURCE_SHADOW_BRIDGE_BUS_RANGE	1

/*
 * A device of the machine, or one that is attached to a partition. Observed in
 * public code; no published specification has it.
 */
union hv_device_id {
	u64 as_uint64;
	struct {
		u64 reserved0 : 62;
		u64 device_type : 2;
	};
	struct {
		/* The low 62 bits of the HV_LOGICAL_DEVICE_ID. */
		u64 id : 62;
		u64 device_type : 2;
	} logical;
	struct {
		union {
			/* Or Rid, its requester id. */
			u16 rid;
			/* Or Rid, its requester id. */
			union hv_pci_bdf bdf;
		};
		u16 segment;
		/*
		 * Buses that the requester id may have, if SourceShadow says
		 * so.
		 */
		union hv_pci_bus_range shadow_bus_range;
		/* How many of the function bits vary with phantom functions. */
		u16 phantom_function_bits : 2;
		/*
		 * HV_SOURCE_SHADOW_BRIDGE_BUS_RANGE or HV_SOURCE_SHADOW_NONE.
		 */
		u16 source_shadow : 1;
		u16 rsvdz0 : 11;
		u16 device_type : 2;
	} pci;
	struct {
		u8 ioapic_id;
		u8 rsvdz0;
		u16 rsvdz1;
		u16 rsvdz2;
		u16 rsvdz3 : 14;
		u16 device_type : 2;
	} ioapic;
	struct {
		/* The first of its inputs. */
		u32 input_mapping_base;
		/* How many. */
		u32 input_mapping_count : 30;
		u32 device_type : 2;
	} acpi;
} __packed;
static_assert(sizeof(union hv_device_id) == 8);
static_assert(offsetof(union hv_device_id, as_uint64) == 0);
static_assert(offsetof(union hv_device_id, pci.rid) == 0);
static_assert(offsetof(union hv_device_id, pci.bdf) == 0);
static_assert(offsetof(union hv_device_id, pci.segment) == 2);
static_assert(offsetof(union hv_device_id, pci.shadow_bus_range) == 4);
static_assert(offsetof(union hv_device_id, ioapic.ioapic_id) == 0);
static_assert(offsetof(union hv_device_id, ioapic.rsvdz0) == 1);
static_assert(offsetof(union hv_device_id, ioapic.rsvdz1) == 2);
static_assert(offsetof(union hv_device_id, ioapic.rsvdz2) == 4);
static_assert(offsetof(union hv_device_id, acpi.input_mapping_base) == 0);

/*
 * How an interrupt is triggered. Observed in public code; no published
 * specification has it.
 */
enum hv_interrupt_trigger_mode {
	HV_INTERRUPT_TRIGGER_MODE_EDGE		= 0,
	HV_INTERRUPT_TRIGGER_MODE_LEVEL		= 1,
};

/**
 * struct hv_vpset - A set of virtual processors, in banks of 64
 * @format: Whether banks follow.
 * @valid_bank_mask: Bit n is set where bank n, with the processors from 64 n
 *     on, follows.
 * @bank_contents: One mask for each bit of ValidBanksMask, lowest bank first.
 *
 * As the last part of a hypercall's input it is a fixed part of 16 bytes, and
 * the banks are the variable header. HV_VP_SET in the TLFS.
 */
struct hv_vpset {
	u64 format;
	u64 valid_bank_mask;
	u64 bank_contents[];
} __packed;
static_assert(sizeof(struct hv_vpset) == 16);
static_assert(offsetof(struct hv_vpset, format) == 0);
static_assert(offsetof(struct hv_vpset, valid_bank_mask) == 8);
static_assert(offsetof(struct hv_vpset, bank_contents) == 16);

/*
 * Where the interrupt of a device is to go. HV_DEVICE_INTERRUPT_TARGET in the
 * TLFS.
 */
struct hv_device_interrupt_target {
	u32 vector;
	u32 flags;
	union {
		/* The name is ours. */
		u64 vp_mask;
		struct hv_vpset vp_set;
	};
} __packed;
static_assert(sizeof(struct hv_device_interrupt_target) == 24);
static_assert(offsetof(struct hv_device_interrupt_target, vector) == 0);
static_assert(offsetof(struct hv_device_interrupt_target, flags) == 4);
static_assert(offsetof(struct hv_device_interrupt_target, vp_mask) == 8);
static_assert(offsetof(struct hv_device_interrupt_target, vp_set) == 8);

/*
 * An interrupt of a device and where it is to go. Where the target is a set of
 * processors, the rest of the set follows as variable header. Observed in
 * public code; no published specification has it.
 */
struct hv_device_interrupt_descriptor {
	u32 interrupt_type;
	u32 trigger_mode;
	/* How many vectors, for MSI. */
	u32 vector_count;
	u32 reserved;
	struct hv_device_interrupt_target target;
} __packed;
static_assert(sizeof(struct hv_device_interrupt_descriptor) == 40);
static_assert(offsetof(struct hv_device_interrupt_descriptor, interrupt_type) == 0);
static_assert(offsetof(struct hv_device_interrupt_descriptor, trigger_mode) == 4);
static_assert(offsetof(struct hv_device_interrupt_descriptor, vector_count) == 8);
static_assert(offsetof(struct hv_device_interrupt_descriptor, reserved) == 12);
static_assert(offsetof(struct hv_device_interrupt_descriptor, target) == 16);

/**
 * struct hv_proximity_domain_flags - How binding a proximity domain is
 * @proximity_preferred: Other domains serve as well; if clear, the call fails
 *     instead.
 * @reserved: Reserved.
 * @proximity_info_valid: The domain and the other flag count; if clear, any
 *     domain serves.
 *
 * HV_PROXIMITY_DOMAIN_FLAGS in the TLFS.
 */
struct hv_proximity_domain_flags {
	u32 proximity_preferred : 1;
	u32 reserved : 30;
	u32 proximity_info_valid : 1;
} __packed;
static_assert(sizeof(struct hv_proximity_domain_flags) == 4);

/*
 * From which NUMA node the hypervisor is to take memory.
 * HV_PROXIMITY_DOMAIN_INFO in the TLFS.
 */
struct hv_proximity_domain_info {
	u32 domain_id;
	struct hv_proximity_domain_flags flags;
} __packed;
static_assert(sizeof(struct hv_proximity_domain_info) == 8);
static_assert(offsetof(struct hv_proximity_domain_info, domain_id) == 0);
static_assert(offsetof(struct hv_proximity_domain_info, flags) == 4);

#if IS_ENABLED(CONFIG_X86)
/**
 * struct hv_input_add_logical_processor - The input of
 *     HvCallAddLogicalProcessor
 * @lp_index: The number that the processor gets.
 * @apic_id: The processor.
 * @proximity_domain_info: Where it is.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_input_add_logical_processor {
	u32 lp_index;
	u32 apic_id;
	struct hv_proximity_domain_info proximity_domain_info;
} __packed;
static_assert(sizeof(struct hv_input_add_logical_processor) == 16);
static_assert(offsetof(struct hv_input_add_logical_processor, lp_index) == 0);
static_assert(offsetof(struct hv_input_add_logical_processor, apic_id) == 4);
static_assert(offsetof(struct hv_input_add_logical_processor, proximity_domain_info) == 8);
#endif

#if IS_ENABLED(CONFIG_ARM64)
/**
 * struct hv_input_add_logical_processor - The input of
 *     HvCallAddLogicalProcessor
 * @lp_index: The number that the processor gets.
 * @apic_id: Reserved.
 * @proximity_domain_info: Reserved.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_input_add_logical_processor {
	u32 lp_index;
	u32 apic_id;
	struct hv_proximity_domain_info proximity_domain_info;
} __packed;
static_assert(sizeof(struct hv_input_add_logical_processor) == 16);
static_assert(offsetof(struct hv_input_add_logical_processor, lp_index) == 0);
static_assert(offsetof(struct hv_input_add_logical_processor, apic_id) == 4);
static_assert(offsetof(struct hv_input_add_logical_processor, proximity_domain_info) == 8);
#endif

/**
 * struct hv_output_add_logical_processor - The output of
 *     HvCallAddLogicalProcessor
 * @startup_status: Why the processor did not start.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_output_add_logical_processor {
	struct hv_lp_startup_status startup_status;
} __packed;
static_assert(sizeof(struct hv_output_add_logical_processor) == 56);
static_assert(offsetof(struct hv_output_add_logical_processor, startup_status) == 0);

/*
 * An entry of the redirection table of an I/O APIC, as the x64 architecture
 * defines it. Observed in public code; no published specification has it.
 */
union hv_ioapic_rte {
	u64 as_uint64;
	struct {
		u32 vector : 8;
		u32 delivery_mode : 3;
		/* DestinationId is logical. */
		u32 destination_mode : 1;
		/* The interrupt is on its way. */
		u32 delivery_status : 1;
		/* Active low. */
		u32 interrupt_polarity : 1;
		/* A level-triggered interrupt is accepted and not ended. */
		u32 remote_irr : 1;
		/* Level-triggered. */
		u32 trigger_mode : 1;
		/* No interrupt is sent. */
		u32 interrupt_mask : 1;
		u32 reserved1 : 15;
		u32 reserved2 : 24;
		/* APIC id. */
		u32 destination_id : 8;
	};
	struct {
		u32 low_uint32;
		u32 high_uint32;
	};
} __packed;
static_assert(sizeof(union hv_ioapic_rte) == 8);
static_assert(offsetof(union hv_ioapic_rte, as_uint64) == 0);
static_assert(offsetof(union hv_ioapic_rte, low_uint32) == 0);
static_assert(offsetof(union hv_ioapic_rte, high_uint32) == 4);

#if IS_ENABLED(CONFIG_X86)
/* An interrupt of a device. HV_INTERRUPT_ENTRY in the TLFS. */
struct hv_interrupt_entry {
	u32 source;
	u32 reserved1;
	union {
		/* For HvInterruptSourceMsi. */
		union hv_msi_entry msi_entry;
		union hv_ioapic_rte ioapic_rte;
	};
} __packed;
static_assert(sizeof(struct hv_interrupt_entry) == 16);
static_assert(offsetof(struct hv_interrupt_entry, source) == 0);
static_assert(offsetof(struct hv_interrupt_entry, reserved1) == 4);
static_assert(offsetof(struct hv_interrupt_entry, msi_entry) == 8);
static_assert(offsetof(struct hv_interrupt_entry, ioapic_rte) == 8);
#endif

#if IS_ENABLED(CONFIG_ARM64)
/*
 * An interrupt of a device. Observed in public code; no published specification
 * has it.
 */
struct hv_interrupt_entry {
	u32 source;
	u32 reserved1;
	union {
		/* For HvInterruptSourceMsi. */
		union hv_msi_entry msi_entry;
		union hv_ioapic_rte ioapic_rte;
	};
} __packed;
static_assert(sizeof(struct hv_interrupt_entry) == 24);
static_assert(offsetof(struct hv_interrupt_entry, source) == 0);
static_assert(offsetof(struct hv_interrupt_entry, reserved1) == 4);
static_assert(offsetof(struct hv_interrupt_entry, msi_entry) == 8);
static_assert(offsetof(struct hv_interrupt_entry, ioapic_rte) == 8);
#endif

/*
 * The fixed part of the input of HvCallMapDeviceInterrupt, before BaseIrtIndex
 * came. Observed in public code; no published specification has it.
 */
struct hv_input_map_device_interrupt {
	u64 partition_id;
	u64 device_id;
	/* No source gives the bits. */
	u64 flags;
	struct hv_interrupt_entry logical_interrupt_entry;
	struct hv_device_interrupt_descriptor interrupt_descriptor;
} __packed;
static_assert(offsetof(struct hv_input_map_device_interrupt, partition_id) == 0);
static_assert(offsetof(struct hv_input_map_device_interrupt, device_id) == 8);
static_assert(offsetof(struct hv_input_map_device_interrupt, flags) == 16);
static_assert(offsetof(struct hv_input_map_device_interrupt, logical_interrupt_entry) == 24);
#if IS_ENABLED(CONFIG_X86)
static_assert(sizeof(struct hv_input_map_device_interrupt) == 80);
static_assert(offsetof(struct hv_input_map_device_interrupt, interrupt_descriptor) == 40);
#endif
#if IS_ENABLED(CONFIG_ARM64)
static_assert(sizeof(struct hv_input_map_device_interrupt) == 88);
static_assert(offsetof(struct hv_input_map_device_interrupt, interrupt_descriptor) == 48);
#endif

/**
 * struct hv_output_map_device_interrupt - The output of
 *     HvCallMapDeviceInterrupt without an extended status
 * @interrupt_entry: What the device has to send.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_output_map_device_interrupt {
	struct hv_interrupt_entry interrupt_entry;
} __packed;
static_assert(offsetof(struct hv_output_map_device_interrupt, interrupt_entry) == 0);
#if IS_ENABLED(CONFIG_X86)
static_assert(sizeof(struct hv_output_map_device_interrupt) == 16);
#endif
#if IS_ENABLED(CONFIG_ARM64)
static_assert(sizeof(struct hv_output_map_device_interrupt) == 24);
#endif

/*
 * The input of HvCallUnmapDeviceInterrupt, before Flags came. Observed in
 * public code; no published specification has it.
 */
struct hv_input_unmap_device_interrupt {
	u64 partition_id;
	u64 device_id;
	struct hv_interrupt_entry interrupt_entry;
} __packed;
static_assert(offsetof(struct hv_input_unmap_device_interrupt, partition_id) == 0);
static_assert(offsetof(struct hv_input_unmap_device_interrupt, device_id) == 8);
static_assert(offsetof(struct hv_input_unmap_device_interrupt, interrupt_entry) == 16);
#if IS_ENABLED(CONFIG_X86)
static_assert(sizeof(struct hv_input_unmap_device_interrupt) == 32);
#endif
#if IS_ENABLED(CONFIG_ARM64)
static_assert(sizeof(struct hv_input_unmap_device_interrupt) == 40);
#endif

/*
 * A range of guest physical memory; bit 11 says which form it has.
 * HV_GPA_PAGE_RANGE in the TLFS.
 */
union hv_gpa_page_range {
	/* Where LargePage is set. The name is ours. */
	u64 address_space;
	struct {
		/* Pages beyond the first. */
		u64 additional_pages : 11;
		/* Clear in this form. */
		u64 largepage : 1;
		/* The first page. */
		u64 basepfn : 52;
	} page;
	struct {
		u64 reserved : 12;
		/* Pages of 1 GiB if set, of 2 MiB if clear. */
		u64 page_size : 1;
		u64 reserved1 : 8;
		/* Bits 63 to 21 of the address of the first page. */
		u64 base_large_pfn : 43;
	};
};
static_assert(sizeof(union hv_gpa_page_range) == 8);
static_assert(offsetof(union hv_gpa_page_range, address_space) == 0);

/**
 * struct hv_memory_hint - The header of HvExtCallMemoryHeatHint, in front of
 *     the list of ranges
 * @type: The hint for all ranges of the list.
 * @reserved: Reserved.
 * @ranges: Reserved.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_memory_hint {
	u64 type : 2;
	u64 reserved : 62;
	union hv_gpa_page_range ranges[];
} __packed;
static_assert(sizeof(struct hv_memory_hint) == 8);
static_assert(offsetof(struct hv_memory_hint, ranges) == 8);

/*
 * Where the interrupt of a device comes from. HV_INTERRUPT_SOURCE in the TLFS.
 */
enum hv_interrupt_source {
	HV_INTERRUPT_SOURCE_MSI			= 1,
	HV_INTERRUPT_SOURCE_IOAPIC		= 2,
	HV_INTERRUPT_SOURCE_GICD		= 3,
};

/* The mask of HV_DEVICE_INTERRUPT_TARGET_FLAGS.Multicast. */
#define HV_DEVICE_INTERRUPT_TARGET_MULTICAST	1
/* The mask of HV_DEVICE_INTERRUPT_TARGET_FLAGS.ProcessorSet. */
#define HV_DEVICE_INTERRUPT_TARGET_PROCESSOR_SET	2

/**
 * struct hv_send_ipi - The input of HvCallSendSyntheticClusterIpi
 * @vector: 0x10 to 0xFF.
 * @reserved: Reserved.
 * @cpu_mask: One bit for each of the processors 0 to 63.
 *
 * HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI in the TLFS.
 */
struct hv_send_ipi {
	u32 vector;
	u32 reserved;
	u64 cpu_mask;
} __packed;
static_assert(sizeof(struct hv_send_ipi) == 16);
static_assert(offsetof(struct hv_send_ipi, vector) == 0);
static_assert(offsetof(struct hv_send_ipi, reserved) == 4);
static_assert(offsetof(struct hv_send_ipi, cpu_mask) == 8);

/*
 * The fixed part of the input of HvCallSendSyntheticClusterIpiEx.
 * HV_INPUT_SEND_SYNTHETIC_CLUSTER_IPI_EX in the TLFS.
 */
struct hv_send_ipi_ex {
	/* 0x10 to 0xFF. */
	u32 vector;
	u32 reserved;
	struct hv_vpset vp_set;
} __packed;
static_assert(sizeof(struct hv_send_ipi_ex) == 24);
static_assert(offsetof(struct hv_send_ipi_ex, vector) == 0);
static_assert(offsetof(struct hv_send_ipi_ex, reserved) == 4);
static_assert(offsetof(struct hv_send_ipi_ex, vp_set) == 8);

#if IS_ENABLED(CONFIG_X86)
/**
 * struct hv_retarget_device_interrupt - The fixed part of the input of
 *     HvCallRetargetDeviceInterrupt
 * @partition_id: HV_PARTITION_ID_SELF; by the PDFs nothing else.
 * @device_id: The logical device id that the host assigned, unique within the
 *     guest.
 * @int_entry: The interrupt.
 * @reserved2: Reserved.
 * @int_target: Reserved.
 *
 * HV_INPUT_RETARGET_DEVICE_INTERRUPT in the TLFS.
 */
struct hv_retarget_device_interrupt {
	u64 partition_id;
	u64 device_id;
	struct hv_interrupt_entry int_entry;
	u64 reserved2;
	struct hv_device_interrupt_target int_target;
} __packed __aligned(8);
static_assert(sizeof(struct hv_retarget_device_interrupt) == 64);
static_assert(offsetof(struct hv_retarget_device_interrupt, partition_id) == 0);
static_assert(offsetof(struct hv_retarget_device_interrupt, device_id) == 8);
static_assert(offsetof(struct hv_retarget_device_interrupt, int_entry) == 16);
static_assert(offsetof(struct hv_retarget_device_interrupt, reserved2) == 32);
static_assert(offsetof(struct hv_retarget_device_interrupt, int_target) == 40);
#endif

#if IS_ENABLED(CONFIG_ARM64)
/**
 * struct hv_retarget_device_interrupt - The fixed part of the input of
 *     HvCallRetargetDeviceInterrupt, where the entry is longer than on x64
 * @partition_id: HV_PARTITION_ID_SELF; by the PDFs nothing else.
 * @device_id: The logical device id that the host assigned, unique within the
 *     guest.
 * @int_entry: The interrupt.
 * @reserved2: Reserved.
 * @int_target: Reserved.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_retarget_device_interrupt {
	u64 partition_id;
	u64 device_id;
	struct hv_interrupt_entry int_entry;
	u64 reserved2;
	struct hv_device_interrupt_target int_target;
} __packed __aligned(8);
static_assert(sizeof(struct hv_retarget_device_interrupt) == 72);
static_assert(offsetof(struct hv_retarget_device_interrupt, partition_id) == 0);
static_assert(offsetof(struct hv_retarget_device_interrupt, device_id) == 8);
static_assert(offsetof(struct hv_retarget_device_interrupt, int_entry) == 16);
static_assert(offsetof(struct hv_retarget_device_interrupt, reserved2) == 40);
static_assert(offsetof(struct hv_retarget_device_interrupt, int_target) == 48);
#endif

/*
 * The most bytes that HvCallMemoryMappedIoRead and HvCallMemoryMappedIoWrite
 * transfer.
 */
#define HV_HYPERCALL_MMIO_MAX_DATA_LENGTH	0x40

/**
 * struct hv_deposit_memory - The header of the input of HvCallDepositMemory
 * @partition_id: The partition whose pool grows.
 * @gpa_page_list: Reserved.
 *
 * HV_INPUT_DEPOSIT_MEMORY in the TLFS.
 */
struct hv_deposit_memory {
	u64 partition_id;
	u64 gpa_page_list[];
} __packed;
static_assert(sizeof(struct hv_deposit_memory) == 8);
static_assert(offsetof(struct hv_deposit_memory, partition_id) == 0);
static_assert(offsetof(struct hv_deposit_memory, gpa_page_list) == 8);

/**
 * struct hv_mmio_read_input - The input of HvCallMemoryMappedIoRead
 * @gpa: The first byte.
 * @size: Bytes.
 * @reserved: Reserved.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_mmio_read_input {
	u64 gpa;
	u32 size;
	u32 reserved;
} __packed;
static_assert(sizeof(struct hv_mmio_read_input) == 16);
static_assert(offsetof(struct hv_mmio_read_input, gpa) == 0);
static_assert(offsetof(struct hv_mmio_read_input, size) == 8);
static_assert(offsetof(struct hv_mmio_read_input, reserved) == 12);

/**
 * struct hv_mmio_read_output - The output of HvCallMemoryMappedIoRead
 * @data: As many bytes as were asked for.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_mmio_read_output {
	u8 data[64];
} __packed;
static_assert(sizeof(struct hv_mmio_read_output) == 64);
static_assert(offsetof(struct hv_mmio_read_output, data) == 0);

/**
 * struct hv_mmio_write_input - The input of HvCallMemoryMappedIoWrite
 * @gpa: The first byte.
 * @size: Bytes.
 * @reserved: Reserved.
 * @data: The bytes beyond AccessWidth are ignored.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_mmio_write_input {
	u64 gpa;
	u32 size;
	u32 reserved;
	u8 data[64];
} __packed;
static_assert(sizeof(struct hv_mmio_write_input) == 80);
static_assert(offsetof(struct hv_mmio_write_input, gpa) == 0);
static_assert(offsetof(struct hv_mmio_write_input, size) == 8);
static_assert(offsetof(struct hv_mmio_write_input, reserved) == 12);
static_assert(offsetof(struct hv_mmio_write_input, data) == 16);

/* The mask of HV_FLUSH_FLAGS.AllProcessors. */
#define HV_FLUSH_ALL_PROCESSORS			1
/* The mask of HV_FLUSH_FLAGS.AllVirtualAddressSpaces. */
#define HV_FLUSH_ALL_VIRTUAL_ADDRESS_SPACES	2
/* The mask of HV_FLUSH_FLAGS.NonGlobalMappingsOnly. */
#define HV_FLUSH_NON_GLOBAL_MAPPINGS_ONLY	4
/* The mask of HV_FLUSH_FLAGS.UseExtendedRangeFormat. */
#define HV_FLUSH_USE_EXTENDED_RANGE_FORMAT	8
/* The value of PageSize for pages of 2 MiB. */
#define HV_GPA_PAGE_RANGE_PAGE_SIZE_2MB		0
/* The value of PageSize for pages of 1 GiB. */
#define HV_GPA_PAGE_RANGE_PAGE_SIZE_1GB		1

/**
 * struct hv_tlb_flush - The header of the input of
 *     HvCallFlushVirtualAddressList
 * @address_space: Ignored with AllVirtualAddressSpaces.
 * @flags: Without NonGlobalMappingsOnly.
 * @processor_mask: One bit for each of the processors 0 to 63, at least one;
 *     ignored with AllProcessors.
 * @gva_list: Reserved.
 *
 * HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST in the TLFS.
 */
struct hv_tlb_flush {
	u64 address_space;
	u64 flags;
	u64 processor_mask;
	u64 gva_list[];
} __packed;
static_assert(sizeof(struct hv_tlb_flush) == 24);
static_assert(offsetof(struct hv_tlb_flush, address_space) == 0);
static_assert(offsetof(struct hv_tlb_flush, flags) == 8);
static_assert(offsetof(struct hv_tlb_flush, processor_mask) == 16);
static_assert(offsetof(struct hv_tlb_flush, gva_list) == 24);

/**
 * struct hv_tlb_flush_ex - The fixed part of the input of
 *     HvCallFlushVirtualAddressListEx
 * @address_space: Ignored with AllVirtualAddressSpaces.
 * @flags: Without NonGlobalMappingsOnly.
 * @hv_vp_set: Ignored with AllProcessors.
 * @gva_list: Reserved.
 *
 * HV_INPUT_FLUSH_VIRTUAL_ADDRESS_LIST_EX in the TLFS.
 */
struct hv_tlb_flush_ex {
	u64 address_space;
	u64 flags;
	struct hv_vpset hv_vp_set;
	u64 gva_list[];
} __packed;
static_assert(sizeof(struct hv_tlb_flush_ex) == 32);
static_assert(offsetof(struct hv_tlb_flush_ex, address_space) == 0);
static_assert(offsetof(struct hv_tlb_flush_ex, flags) == 8);
static_assert(offsetof(struct hv_tlb_flush_ex, hv_vp_set) == 16);
static_assert(offsetof(struct hv_tlb_flush_ex, gva_list) == 32);

/**
 * struct hv_guest_mapping_flush - The input of
 *     HvCallFlushGuestPhysicalAddressSpace
 * @address_space: The second-level address space: EPT pointer on Intel, nCR3 on
 *     AMD.
 * @flags: Reserved, zero.
 *
 * HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_SPACE in the TLFS.
 */
struct hv_guest_mapping_flush {
	u64 address_space;
	u64 flags;
} __packed;
static_assert(sizeof(struct hv_guest_mapping_flush) == 16);
static_assert(offsetof(struct hv_guest_mapping_flush, address_space) == 0);
static_assert(offsetof(struct hv_guest_mapping_flush, flags) == 8);

/**
 * struct hv_guest_mapping_flush_list - The header of the input of
 *     HvCallFlushGuestPhysicalAddressList
 * @address_space: The second-level address space: EPT pointer on Intel, nCR3 on
 *     AMD.
 * @flags: Reserved, zero.
 * @gpa_list: Reserved.
 *
 * HV_INPUT_FLUSH_GUEST_PHYSICAL_ADDRESS_LIST in the TLFS.
 */
struct hv_guest_mapping_flush_list {
	u64 address_space;
	u64 flags;
	union hv_gpa_page_range gpa_list[510];
};
static_assert(sizeof(struct hv_guest_mapping_flush_list) == 4096);
static_assert(offsetof(struct hv_guest_mapping_flush_list, address_space) == 0);
static_assert(offsetof(struct hv_guest_mapping_flush_list, flags) == 8);
static_assert(offsetof(struct hv_guest_mapping_flush_list, gpa_list) == 16);

/*
 * What part of a NUMA node a subnode is. Inputs of hypercalls hold it in a
 * byte. Observed in public code; no published specification has it.
 */
enum {
	HvSubnodeAny				= 0x00000000,
	HvSubnodeSocket				= 0x00000001,
	HvSubnodeCluster			= 0x00000002,
	HvSubnodeAmdNode			= 0x00000002,
	HvSubnodeL3				= 0x00000003,
	HvSubnodeCount				= 0x00000004,
	HvSubnodeInvalid			= 0xffffffff,
};

/*
 * The output of HvCallGetPartitionId. HV_OUTPUT_GET_PARTITION_ID in the TLFS.
 */
struct hv_get_partition_id {
	u64 partition_id;
} __packed;
static_assert(sizeof(struct hv_get_partition_id) == 8);
static_assert(offsetof(struct hv_get_partition_id, partition_id) == 0);

/* The input of HvCallCreateVp. HV_INPUT_CREATE_VP in the TLFS. */
struct hv_create_vp {
	u64 partition_id;
	/* Of the new processor. Index 0 is the boot processor. */
	u32 vp_index;
	u8 padding[3];
	/* HV_SUBNODE_TYPE. */
	u8 subnode_type;
	/* Zero where SubnodeType is. */
	u64 subnode_id;
	/* Where the hypervisor's own data about the processor is to lie. */
	struct hv_proximity_domain_info proximity_domain_info;
	/* Zero. */
	u64 flags;
} __packed;
static_assert(sizeof(struct hv_create_vp) == 40);
static_assert(offsetof(struct hv_create_vp, partition_id) == 0);
static_assert(offsetof(struct hv_create_vp, vp_index) == 8);
static_assert(offsetof(struct hv_create_vp, padding) == 12);
static_assert(offsetof(struct hv_create_vp, subnode_type) == 15);
static_assert(offsetof(struct hv_create_vp, subnode_id) == 16);
static_assert(offsetof(struct hv_create_vp, proximity_domain_info) == 24);
static_assert(offsetof(struct hv_create_vp, flags) == 32);

/* Synthetic interrupt sources of a virtual processor. */
#define HV_SYNIC_SINT_COUNT			0x10
/* Synthetic timers of a virtual processor. */
#define HV_SYNIC_STIMER_COUNT			4
/* The version that the SVERSION register of the first hypervisor reports. */
#define HV_SYNIC_VERSION_1			1
/* Bytes of a message, header and payload together. */
#define HV_MESSAGE_SIZE				0x100
/* Event flags of one interrupt source. */
#define HV_EVENT_FLAGS_COUNT			0x800

/*
 * What a message is about. Types with the highest bit set come from the
 * hypervisor; all others but zero belong to the partitions that exchange them.
 * HV_MESSAGE_TYPE in the TLFS.
 */
enum hv_message_type {
	HVMSG_NONE				= 0x00000000,
	HVMSG_UNMAPPED_GPA			= 0x80000000,
	HVMSG_GPA_INTERCEPT			= 0x80000001,
	HVMSG_MMIO_INTERCEPT			= 0x80000002,
	HVMSG_UNACCEPTED_GPA			= 0x80000003,
	HVMSG_GPA_ATTRIBUTE_INTERCEPT		= 0x80000004,
	HVMSG_ENABLE_PARTITION_VTL_INTERCEPT	= 0x80000005,
	HVMSG_TIMER_EXPIRED			= 0x80000010,
	HVMSG_INVALID_VP_REGISTER_VALUE		= 0x80000020,
	HVMSG_UNRECOVERABLE_EXCEPTION		= 0x80000021,
	HVMSG_UNSUPPORTED_FEATURE		= 0x80000022,
	HVMSG_TLB_PAGE_SIZE_MISMATCH		= 0x80000023,
	HVMSG_IOMMU_FAULT			= 0x80000024,
	HVMSG_APIC_EOI				= 0x80000030,
	HVMSG_FERR_ASSERTED			= 0x80000031,
	HVMSG_OPAQUE_INTERCEPT			= 0x8000003f,
	HVMSG_EVENTLOG_BUFFERCOMPLETE		= 0x80000040,
	HVMSG_HYPERCALL_INTERCEPT		= 0x80000050,
	HVMSG_SYNIC_EVENT_INTERCEPT		= 0x80000060,
	HVMSG_SYNIC_SINT_INTERCEPT		= 0x80000061,
	HVMSG_SYNIC_SINT_DELIVERABLE		= 0x80000062,
	HVMSG_ASYNC_CALL_COMPLETION		= 0x80000070,
	HVMSG_INSUFFICIENT_MEMORY		= 0x80000071,
	HVMSG_MIRRORING_NOTIFICATION		= 0x80000072,
	HVMSG_RESTART_COMPLETION_NOTIFICATION	= 0x80000073,
	HVMSG_SCHEDULER_VP_SIGNAL_BITSET	= 0x80000100,
	HVMSG_SCHEDULER_VP_SIGNAL_PAIR		= 0x80000101,
	HVMSG_X64_IOPORT_INTERCEPT		= 0x80010000,
	HVMSG_X64_MSR_INTERCEPT			= 0x80010001,
	HVMSG_X64_CPUID_INTERCEPT		= 0x80010002,
	HVMSG_X64_EXCEPTION_INTERCEPT		= 0x80010003,
	HVMSG_X64_APIC_EOI			= 0x80010004,
	HVMSG_X64_LEGACY_FP_ERROR		= 0x80010005,
	HVMSG_X64_IOMMU_PRQ			= 0x80010005,
	HVMSG_REGISTER_INTERCEPT		= 0x80010006,
	HVMSG_X64_HALT				= 0x80010007,
	HVMSG_X64_INTERRUPTION_DELIVERABLE	= 0x80010008,
	HVMSG_X64_SIPI_INTERCEPT		= 0x80010009,
	HVMSG_X64_RDTSC_INTERCEPT		= 0x8001000a,
	HVMSG_X64_APIC_SMI_INTERCEPT		= 0x8001000b,
	HVMSG_ARM64_RESET_INTERCEPT		= 0x8001000c,
	HVMSG_X64_APIC_INIT_SIPI_INTERCEPT	= 0x8001000d,
	HVMSG_X64_APIC_WRITE_INTERCEPT		= 0x8001000e,
	HVMSG_X64_PROXY_INTERRUPT_INTERCEPT	= 0x8001000f,
	HVMSG_X64_ISOLATION_CTRL_REG_INTERCEPT	= 0x80010010,
	HVMSG_X64_SNP_GUEST_REQUEST_INTERCEPT	= 0x80010011,
	HVMSG_X64_EXCEPTION_TRAP_INTERCEPT	= 0x80010012,
	HVMSG_X64_SEV_VMGEXIT_INTERCEPT		= 0x80010013,
	HVMSG_X64_MSR_LIST_INTERCEPT		= 0x80010015,
};

/* Flags in the header of a message. HV_MESSAGE_FLAGS in the TLFS. */
union hv_message_flags {
	u8 asu8;
	struct {
		/*
		 * More messages wait; after emptying the slot write EOM. The
		 * hypervisor may set it at any time.
		 */
		u8 msg_pending : 1;
		u8 reserved : 7;
	} __packed;
};
static_assert(sizeof(union hv_message_flags) == 1);
static_assert(offsetof(union hv_message_flags, asu8) == 0);

/*
 * The identity of a port, the receiving end of a channel, within the partition
 * that owns the port. HV_PORT_ID in the TLFS.
 */
union hv_port_id {
	u32 asu32;
	struct {
		/*
		 * Chosen by the creator of the port; unique in its partition.
		 */
		u32 id : 24;
		u32 reserved : 8;
	} __packed u;
};
static_assert(sizeof(union hv_port_id) == 4);
static_assert(offsetof(union hv_port_id, asu32) == 0);

/* The first sixteen bytes of a message. HV_MESSAGE_HEADER in the TLFS. */
struct hv_message_header {
	/* Zero where the slot is empty. */
	u32 message_type;
	/* Bytes of payload that are valid, without the header. */
	u8 payload_size;
	union hv_message_flags message_flags;
	u8 reserved[2];
	union {
		/* Partition of the intercepted virtual processor. */
		u64 sender;
		/* Port through which a guest posted the message. */
		union hv_port_id port;
	};
} __packed;
static_assert(sizeof(struct hv_message_header) == 16);
static_assert(offsetof(struct hv_message_header, message_type) == 0);
static_assert(offsetof(struct hv_message_header, payload_size) == 4);
static_assert(offsetof(struct hv_message_header, message_flags) == 5);
static_assert(offsetof(struct hv_message_header, reserved) == 6);
static_assert(offsetof(struct hv_message_header, sender) == 8);
static_assert(offsetof(struct hv_message_header, port) == 8);

/*
 * A message as it lies in its slot of the message page. The alignment is that
 * of the headers, whose payloads hold 128-bit registers. HV_MESSAGE in the
 * TLFS.
 */
struct hv_message {
	struct hv_message_header header;
	union {
		/*
		 * As the type of the message says; PayloadSize bytes of it are
		 * valid.
		 */
		u64 payload[30];
	} u;
} __packed;
static_assert(sizeof(struct hv_message) == 256);
static_assert(offsetof(struct hv_message, header) == 0);
static_assert(offsetof(struct hv_message, u.payload) == 16);

/**
 * struct hv_message_page - The page of a virtual processor, the SIM page, with
 *     a message slot for each interrupt source
 * @sint_message: One slot for each source.
 *
 * HV_MESSAGE_PAGE in the TLFS.
 */
struct hv_message_page {
	struct hv_message sint_message[16];
} __packed;
static_assert(sizeof(struct hv_message_page) == 4096);
static_assert(offsetof(struct hv_message_page, sint_message) == 0);

/**
 * union hv_synic_event_flags - The event flags of one interrupt source
 * @flags: The flags by bytes; flag 0 is bit 0 of the first.
 *
 * Flag n is bit n % 8 of byte n / 8; the hypervisor sets flags and the guest
 * clears them, both atomically. HV_SYNIC_EVENT_FLAGS in the TLFS.
 */
union hv_synic_event_flags {
	unsigned long flags[HV_EVENT_FLAGS_LONG_COUNT];
};
static_assert(sizeof(union hv_synic_event_flags) == 256);
static_assert(offsetof(union hv_synic_event_flags, flags) == 0);

/*
 * Contents of the SynIC control register; zero after creation and reset of the
 * virtual processor. HV_SYNIC_SCONTROL in the TLFS.
 */
union hv_synic_scontrol {
	u64 as_uint64;
	struct {
		/*
		 * Messages and event flags can be directed to this virtual
		 * processor.
		 */
		u64 enable : 1;
		u64 reserved : 63;
	} __packed;
};
static_assert(sizeof(union hv_synic_scontrol) == 8);
static_assert(offsetof(union hv_synic_scontrol, as_uint64) == 0);

/*
 * Contents of the register that places the page of event flags,
 * HV_SYNIC_EVENT_FLAGS_PAGE; zero after creation and reset of the virtual
 * processor. HV_SYNIC_SIEFP in the TLFS.
 */
union hv_synic_siefp {
	u64 as_uint64;
	struct {
		/* The page is present and receives event flags. */
		u64 siefp_enabled : 1;
		u64 preserved : 11;
		/* Guest physical page number, bits 63 to 12 of the address. */
		u64 base_siefp_gpa : 52;
	} __packed;
};
static_assert(sizeof(union hv_synic_siefp) == 8);
static_assert(offsetof(union hv_synic_siefp, as_uint64) == 0);

/*
 * Contents of the register that places the page of messages, HV_MESSAGE_PAGE;
 * zero after creation and reset of the virtual processor. HV_SYNIC_SIMP in the
 * TLFS.
 */
union hv_synic_simp {
	u64 as_uint64;
	struct {
		/* The page is present and receives messages. */
		u64 simp_enabled : 1;
		u64 preserved : 11;
		/* Guest physical page number, bits 63 to 12 of the address. */
		u64 base_simp_gpa : 52;
	} __packed;
};
static_assert(sizeof(union hv_synic_simp) == 8);
static_assert(offsetof(union hv_synic_simp, as_uint64) == 0);

#if IS_ENABLED(CONFIG_X86)
/*
 * Contents of the register of one interrupt source. A source is masked when its
 * virtual processor is created, and its settings should not change once it is
 * unmasked. HV_SYNIC_SINT in the TLFS.
 */
union hv_synic_sint {
	u64 as_uint64;
	struct {
		/* Vector to assert, 16 to 255; others fault. */
		u64 vector : 8;
		u64 reserved1 : 8;
		/* Asserts no interrupt. */
		u64 masked : 1;
		/*
		 * Delivery implies the end of interrupt; the handler must not
		 * signal it.
		 */
		u64 auto_eoi : 1;
		/* Receives as if it were unmasked and asserts no interrupt. */
		u64 polling : 1;
		u64 reserved2 : 45;
	} __packed;
};
static_assert(sizeof(union hv_synic_sint) == 8);
static_assert(offsetof(union hv_synic_sint, as_uint64) == 0);
#endif

#if IS_ENABLED(CONFIG_ARM64)
/*
 * Contents of the register of one interrupt source. A source is masked when its
 * virtual processor is created, and its settings should not change once it is
 * unmasked. HV_SYNIC_SINT in the TLFS.
 */
union hv_synic_sint {
	u64 as_uint64;
	struct {
		u64 vector : 8;
		u64 reserved1 : 8;
		/* Asserts no interrupt. */
		u64 masked : 1;
		/*
		 * Delivery implies the end of interrupt; the handler must not
		 * signal it.
		 */
		u64 auto_eoi : 1;
		/* Receives as if it were unmasked and asserts no interrupt. */
		u64 polling : 1;
		u64 reserved2 : 45;
	} __packed;
};
static_assert(sizeof(union hv_synic_sint) == 8);
static_assert(offsetof(union hv_synic_sint, as_uint64) == 0);
#endif

/*
 * Contents of the register that places the reference TSC page; zero after
 * creation of the partition. HV_REGISTER_REFERENCE_TSC in the TLFS.
 */
union hv_reference_tsc_msr {
	u64 as_uint64;
	struct {
		/* The page overlays guest physical memory. */
		u64 enable : 1;
		u64 reserved : 11;
		/* Guest physical page number of the overlay. */
		u64 pfn : 52;
	} __packed;
};
static_assert(sizeof(union hv_reference_tsc_msr) == 8);
static_assert(offsetof(union hv_reference_tsc_msr, as_uint64) == 0);

/*
 * The page from which a guest computes the reference time without an intercept:
 * the high 64 bits of the 128-bit product of TSC and TscScale, plus TscOffset.
 * The guest reads TscSequence before and after, and repeats if it has changed.
 * HV_REFERENCE_TSC_PAGE in the TLFS.
 */
struct ms_hyperv_tsc_page {
	/*
	 * Changes with the scale or the offset;
	 * HV_REFERENCE_TSC_SEQUENCE_INVALID if the page is of no use.
	 */
	volatile u32 tsc_sequence;
	u32 reserved1;
	/* Units of 100 nanoseconds per TSC tick, times 2 to the 64th. */
	volatile u64 tsc_scale;
	/* In units of 100 nanoseconds. */
	volatile s64 tsc_offset;
} __packed;
static_assert(sizeof(struct ms_hyperv_tsc_page) == 24);
static_assert(offsetof(struct ms_hyperv_tsc_page, tsc_sequence) == 0);
static_assert(offsetof(struct ms_hyperv_tsc_page, reserved1) == 4);
static_assert(offsetof(struct ms_hyperv_tsc_page, tsc_scale) == 8);
static_assert(offsetof(struct ms_hyperv_tsc_page, tsc_offset) == 16);

/*
 * Contents of the configuration register of a synthetic timer; zero after
 * creation and reset of the virtual processor. A timer must be disabled before
 * anything else in it changes. HV_X64_MSR_STIMER_CONFIG_CONTENTS in the TLFS.
 */
union hv_stimer_config {
	u64 as_uint64;
	struct {
		/*
		 * The timer runs; the expiration of a one-shot timer clears it.
		 */
		u64 enable : 1;
		/*
		 * The count is a period; if clear, the time of a single
		 * expiration.
		 */
		u64 periodic : 1;
		/*
		 * An expiration that is late is skipped if the next one is
		 * near.
		 */
		u64 lazy : 1;
		/* Writing a count that is not zero sets Enable. */
		u64 auto_enable : 1;
		/*
		 * Interrupt to assert in direct mode; on ARM64 hvdef reserves
		 * the upper three bits.
		 */
		u64 apic_vector : 8;
		/*
		 * Expiration asserts an interrupt instead of sending a message.
		 */
		u64 direct_mode : 1;
		u64 reserved_z0 : 3;
		/*
		 * Interrupt source that receives the message; zero disables a
		 * timer that is not in direct mode.
		 */
		u64 sintx : 4;
		u64 reserved_z1 : 44;
	} __packed;
};
static_assert(sizeof(union hv_stimer_config) == 8);
static_assert(offsetof(union hv_stimer_config, as_uint64) == 0);

/*
 * Payload of the message that a synthetic timer sends when it expires.
 * HV_TIMER_MESSAGE_PAYLOAD in the TLFS.
 */
struct hv_timer_message_payload {
	/* The timer that expired, 0 to 3. */
	u32 timer_index;
	u32 reserved;
	/* Reference time at which it was to expire. */
	u64 expiration_time;
	/* Reference time at which the message was placed into its slot. */
	u64 delivery_time;
} __packed;
static_assert(sizeof(struct hv_timer_message_payload) == 24);
static_assert(offsetof(struct hv_timer_message_payload, timer_index) == 0);
static_assert(offsetof(struct hv_timer_message_payload, reserved) == 4);
static_assert(offsetof(struct hv_timer_message_payload, expiration_time) == 8);
static_assert(offsetof(struct hv_timer_message_payload, delivery_time) == 16);

/* What the rest of an HV_VP_SET means. */
enum HV_GENERIC_SET_FORMAT {
	HV_GENERIC_SET_SPARSE_4K		= 0,
	HV_GENERIC_SET_ALL			= 1,
	HV_GENERIC_SET_INVALID			= 2,
};

/*
 * The value of a virtual processor register. Values of less than 128 bits are
 * extended with zeros. HV_REGISTER_VALUE in the TLFS.
 */
struct hv_get_vp_registers_output {
	union {
		struct {
			u32 a;
			u32 b;
			u32 c;
			u32 d;
		} __packed as32;
		struct {
			/* Bits 63 to 0. */
			u64 low;
			/* Bits 127 to 64. */
			u64 high;
		} __packed as64;
	};
};
static_assert(sizeof(struct hv_get_vp_registers_output) == 16);
static_assert(offsetof(struct hv_get_vp_registers_output, as32.a) == 0);
static_assert(offsetof(struct hv_get_vp_registers_output, as32.b) == 4);
static_assert(offsetof(struct hv_get_vp_registers_output, as32.c) == 8);
static_assert(offsetof(struct hv_get_vp_registers_output, as32.d) == 12);
static_assert(offsetof(struct hv_get_vp_registers_output, as64.low) == 0);
static_assert(offsetof(struct hv_get_vp_registers_output, as64.high) == 8);

/*
 * The header of the input of HvCallGetVpRegisters. HV_INPUT_GET_VP_REGISTERS in
 * the TLFS.
 */
struct hv_get_vp_registers_input {
	struct {
		u64 partitionid;
		u32 vpindex;
		/* The trust level whose registers are meant. */
		u8 inputvtl;
		u8 padding[3];
	} header;
	struct input {
		u32 name0;
		u32 name1;
	} element[];
} __packed;
static_assert(sizeof(struct hv_get_vp_registers_input) == 16);
static_assert(offsetof(struct hv_get_vp_registers_input, header.partitionid) == 0);
static_assert(offsetof(struct hv_get_vp_registers_input, header.vpindex) == 8);
static_assert(offsetof(struct hv_get_vp_registers_input, header.inputvtl) == 12);
static_assert(offsetof(struct hv_get_vp_registers_input, header.padding) == 13);
static_assert(offsetof(struct hv_get_vp_registers_input, element) == 16);

/*
 * The header of the input of HvCallSetVpRegisters. HV_INPUT_SET_VP_REGISTERS in
 * the TLFS.
 */
struct hv_set_vp_registers_input {
	struct {
		u64 partitionid;
		u32 vpindex;
		/* The trust level whose registers are meant. */
		u8 inputvtl;
		u8 padding[3];
	} header;
	struct {
		u32 name;
		u32 padding1;
		u64 padding2;
		u64 valuelow;
		u64 valuehigh;
	} element[];
} __packed;
static_assert(sizeof(struct hv_set_vp_registers_input) == 16);
static_assert(offsetof(struct hv_set_vp_registers_input, header.partitionid) == 0);
static_assert(offsetof(struct hv_set_vp_registers_input, header.vpindex) == 8);
static_assert(offsetof(struct hv_set_vp_registers_input, header.inputvtl) == 12);
static_assert(offsetof(struct hv_set_vp_registers_input, header.padding) == 13);
static_assert(offsetof(struct hv_set_vp_registers_input, element) == 16);

#endif /* _ASM_GENERIC_HYPERV_TLFS_H */
