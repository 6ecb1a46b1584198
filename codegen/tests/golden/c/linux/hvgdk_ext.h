/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Hyper-V definitions for the Linux kernel. The extended hypercalls. Generated
 * by hv-codegen from revision 2026-11-23 of hv-spec; do not edit. To make it
 * again: hv-codegen c --dialect linux
 */
#ifndef _HV_HVGDK_EXT_H
#define _HV_HVGDK_EXT_H

#include <linux/bits.h>
#include <linux/build_bug.h>
#include <linux/stddef.h>
#include <linux/time64.h>
#include <linux/types.h>
#include "hvgdk_mini.h"

/*
 * The extended hypercalls, and variants of them, that the hypervisor offers.
 * The documents give bits 1 to 4 other meanings than public code does; the
 * erratum says which and why code is followed. HV_EXT_OUTPUT_QUERY_CAPABILITIES
 * in the TLFS.
 */
union hv_ext_output_query_capabilities {
	u64 as_uint64;
	struct {
		/* HvExtCallGetBootZeroedMemory is there. */
		u64 get_boot_zeroed_memory : 1;
		/* HvExtCallMemoryHeatHint takes the hint that memory is hot. */
		u64 memory_hot_hint : 1;
		/*
		 * HvExtCallMemoryHeatHint takes the hint that memory is cold.
		 */
		u64 memory_cold_hint : 1;
		/* Concerns HvExtCallEpfSetup. */
		u64 epf : 1;
		/*
		 * Concerns the scheduler of the root partition; no source says
		 * more.
		 */
		u64 root_scheduler : 1;
		/*
		 * Concerns the scheduler and quality of service; no source says
		 * more.
		 */
		u64 power_scheduler_qos : 1;
		/* Concerns HvExtCallMemoryHeatHintAsync. */
		u64 async_memory_hint : 1;
		/*
		 * The hint that memory is cold is taken for large pages only.
		 */
		u64 memory_cold_hint_large_only : 1;
		/*
		 * HvExtCallMemoryHeatHint takes the hint that the content of
		 * memory may be dropped.
		 */
		u64 memory_cold_discard_hint : 1;
		u64 reserved : 55;
	} __packed;
};
static_assert(sizeof(union hv_ext_output_query_capabilities) == 8);
#define HV_EXT_CAPABILITY_MEMORY_COLD_DISCARD_HINT	BIT_ULL(8)

/**
 * struct hv_ext_output_boot_zeroed_memory_range - A range of guest physical
 *     pages that are known to hold zeros
 * @start_gpa: Number of the first page of the range, despite the name.
 * @page_count: Pages in the range.
 *
 * HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY_RANGE in the TLFS.
 */
struct hv_ext_output_boot_zeroed_memory_range {
	u64 start_gpa;
	u64 page_count;
} __packed;
static_assert(sizeof(struct hv_ext_output_boot_zeroed_memory_range) == 16);
static_assert(offsetof(struct hv_ext_output_boot_zeroed_memory_range, start_gpa) == 0);
static_assert(offsetof(struct hv_ext_output_boot_zeroed_memory_range, page_count) == 8);

/**
 * struct hv_ext_output_boot_zeroed_memory - Up to 255 ranges of zeroed memory,
 *     those that pay most first
 * @range_count: Ranges that are valid, at most 255.
 * @ranges: The ranges.
 *
 * They may overlap and name memory that is not there.
 * HV_EXT_OUTPUT_BOOT_ZEROED_MEMORY in the TLFS.
 */
struct hv_ext_output_boot_zeroed_memory {
	u64 range_count;
	struct hv_ext_output_boot_zeroed_memory_range ranges[255];
} __packed;
static_assert(sizeof(struct hv_ext_output_boot_zeroed_memory) == 4088);
static_assert(offsetof(struct hv_ext_output_boot_zeroed_memory, range_count) == 0);
static_assert(offsetof(struct hv_ext_output_boot_zeroed_memory, ranges) == 8);

/*
 * What a guest expects of its memory in the time to come. Observed in public
 * code; no published specification has it.
 */
enum {
	HV_EXTMEM_HEAT_HINT_COLD		= 0,
	HV_EXTMEM_HEAT_HINT_HOT			= 1,
	HV_EXTMEM_HEAT_HINT_COLD_DISCARD	= 2,
};
#define HV_EXTMEM_HEAT_HINT_MAX			(HV_EXTMEM_HEAT_HINT_COLD_DISCARD + 1)
#define HV_EXT_MEMORY_HEAT_HINT_TYPE_COLD_DISCARD	2

/**
 * struct hv_memory_hint - The header of HvExtCallMemoryHeatHint, in front of
 *     the list of ranges
 * @heat_type: The hint for all ranges of the list.
 * @reserved: Reserved.
 * @ranges: Reserved.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_memory_hint {
	u64 heat_type : 2;
	u64 reserved : 62;
	union hv_gpa_page_range ranges[];
} __packed;
static_assert(sizeof(struct hv_memory_hint) == 8);
static_assert(offsetof(struct hv_memory_hint, ranges) == 8);

/*
 * The modes of EPF that HvExtCallEpfSetup can ask for. Observed in public code;
 * no published specification has it.
 */
enum hv_ext_epf_mode {
	HV_EXT_EPF_MODE_NT			= 0,
};

/**
 * struct hv_ext_epf_completion_queue - The queue in guest memory that
 *     HvExtCallEpfSetup announces
 * @read_cursor: Where the reader is.
 * @write_cursor: Where the writer is.
 * @queue: The entries.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_ext_epf_completion_queue {
	u64 read_cursor;
	u64 write_cursor;
	u64 queue[];
} __packed;
static_assert(sizeof(struct hv_ext_epf_completion_queue) == 16);
static_assert(offsetof(struct hv_ext_epf_completion_queue, read_cursor) == 0);
static_assert(offsetof(struct hv_ext_epf_completion_queue, write_cursor) == 8);

/**
 * struct hv_ext_input_epf_setup - The version and mode of EPF that a guest
 *     wants, and where its completion queue lies
 * @version: Version of the interface.
 * @mode: Mode of EPF.
 * @completion_queue_gpa_page: Where the HV_EXT_EPF_COMPLETION_QUEUE lies.
 * @completion_queue_page_count: Pages that the queue has.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_ext_input_epf_setup {
	u32 version;
	u32 mode;
	u64 completion_queue_gpa_page;
	u64 completion_queue_page_count;
} __packed;
static_assert(sizeof(struct hv_ext_input_epf_setup) == 24);
static_assert(offsetof(struct hv_ext_input_epf_setup, version) == 0);
static_assert(offsetof(struct hv_ext_input_epf_setup, mode) == 4);
static_assert(offsetof(struct hv_ext_input_epf_setup, completion_queue_gpa_page) == 8);
static_assert(offsetof(struct hv_ext_input_epf_setup, completion_queue_page_count) == 16);

/**
 * struct hv_ext_output_epf_setup - What HvExtCallEpfSetup returns
 * @completion_queue_page_count: Pages of the completion queue, as the
 *     hypervisor says.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_ext_output_epf_setup {
	u64 completion_queue_page_count;
} __packed;
static_assert(sizeof(struct hv_ext_output_epf_setup) == 8);
static_assert(offsetof(struct hv_ext_output_epf_setup, completion_queue_page_count) == 0);

/*
 * The modes in which a guest assists the scheduler of the root partition.
 * Observed in public code; no published specification has it.
 */
enum hv_ext_scheduler_assist_mode {
	HV_EXT_SCHEDULER_ASSIST_MODE_NONE	= 0,
	HV_EXT_SCHEDULER_ASSIST_MODE_NT		= 1,
};

/*
 * By their names, what the guest wants of the scheduler of the root partition.
 * Observed in public code; no published specification has it.
 */
enum hv_ext_scheduler_assist_action {
	HV_EXT_SCHEDULER_ASSIST_SET_DATA_PAGE	= 0,
	HV_EXT_SCHEDULER_ASSIST_UPDATE_BAM_QOS	= 1,
	HV_EXT_SCHEDULER_ASSIST_UPDATE_PRIORITY	= 2,
	HV_EXT_SCHEDULER_ASSIST_REMOVE_SYSTEM_WORK_BOOST	= 3,
	HV_EXT_SCHEDULER_ASSIST_EVENT_SIGNALLED	= 4,
};

/*
 * The priorities of a virtual processor as the guest and the root partition see
 * them. Observed in public code; no published specification has it.
 */
union hv_ext_scheduler_assist_priority_state {
	u32 as_uint32;
	struct {
		/* Priority in the root partition. */
		u32 root_priority : 8;
		/* Priority in the guest. */
		u32 guest_priority : 8;
		u32 reserved0 : 1;
		u32 low_priority_override : 1;
		u32 root_requires_priority_kick : 1;
		u32 hr_timer_active : 1;
		u32 root_processing_assist_data : 1;
		u32 interrupts_disabled : 1;
		u32 reserved1 : 10;
	} __packed;
};
static_assert(sizeof(union hv_ext_scheduler_assist_priority_state) == 4);

/*
 * What a virtual processor and the scheduler of the root partition share, in a
 * page of the guest. Observed in public code; no published specification has
 * it.
 */
struct hv_ext_scheduler_assist_data {
	union hv_ext_scheduler_assist_priority_state priority_state;
	u32 bam_qos_level;
	/* Virtual processor that the action is about. */
	u32 target_vp_index;
	u32 scheduler_assist_action;
	/* A boolean. */
	u8 do_not_preempt;
	u8 reserved0[3];
	u32 system_irql_mask;
	u32 spare2;
	u32 dpc_inserted_count;
	u32 ipi_inserted_count;
	u32 reserved1;
	u64 events_signalled_count;
	u64 events_acknowledged_count;
	u8 reserved2[72];
	/* A boolean; starts a new 128-byte block. */
	u8 root_is_running;
	/* A boolean; the root partition is in HvCallDispatchVp. */
	u8 root_in_hv_call_dispatch_vp;
	u8 reserved3[126];
} __packed;
static_assert(sizeof(struct hv_ext_scheduler_assist_data) == 256);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, priority_state) == 0);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, bam_qos_level) == 4);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, target_vp_index) == 8);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, scheduler_assist_action) == 12);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, do_not_preempt) == 16);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, reserved0) == 17);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, system_irql_mask) == 20);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, spare2) == 24);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, dpc_inserted_count) == 28);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, ipi_inserted_count) == 32);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, reserved1) == 36);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, events_signalled_count) == 40);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, events_acknowledged_count) == 48);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, reserved2) == 56);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, root_is_running) == 128);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, root_in_hv_call_dispatch_vp) == 129);
static_assert(offsetof(struct hv_ext_scheduler_assist_data, reserved3) == 130);

/**
 * struct hv_ext_input_setup_scheduler_assist - The version and mode of the
 *     scheduler assist, and where the shared data lies
 * @version: Version of the interface.
 * @mode: Kind of guest.
 * @scheduler_assist_data_gpa: Guest physical address of the
 *     HV_EXT_SCHEDULER_ASSIST_DATA.
 *
 * Observed in public code; no published specification has it.
 */
struct hv_ext_input_setup_scheduler_assist {
	u32 version;
	u32 mode;
	u64 scheduler_assist_data_gpa;
} __packed;
static_assert(sizeof(struct hv_ext_input_setup_scheduler_assist) == 16);
static_assert(offsetof(struct hv_ext_input_setup_scheduler_assist, version) == 0);
static_assert(offsetof(struct hv_ext_input_setup_scheduler_assist, mode) == 4);
static_assert(offsetof(struct hv_ext_input_setup_scheduler_assist, scheduler_assist_data_gpa) == 8);

#endif /* _HV_HVGDK_EXT_H */
