/* The input of HvCallMapDeviceInterrupt as Linux 6.12 has it: another version, and no mistake. */
#include <stdint.h>

struct hv_interrupt_entry {
	uint32_t source;
	uint32_t reserved1;
	uint64_t data;
} __attribute__((packed));

struct hv_vpset {
	uint64_t format;
	uint64_t valid_bank_mask;
	uint64_t bank_contents[];
} __attribute__((packed));

struct hv_device_interrupt_target {
	uint32_t vector;
	uint32_t flags;
	union {
		uint64_t vp_mask;
		struct hv_vpset vp_set;
	};
} __attribute__((packed));

struct hv_device_interrupt_descriptor {
	uint32_t interrupt_type;
	uint32_t trigger_mode;
	uint32_t vector_count;
	uint32_t reserved;
	struct hv_device_interrupt_target target;
} __attribute__((packed));

struct hv_input_map_device_interrupt {
	uint64_t partition_id;
	uint64_t device_id;
	uint64_t flags;
	struct hv_interrupt_entry logical_interrupt_entry;
	struct hv_device_interrupt_descriptor interrupt_descriptor;
} __attribute__((packed));
