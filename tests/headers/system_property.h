/* The input of HvCallGetSystemProperty as Linux had it: no reserved field before the argument. */
#include <stdint.h>

struct hv_input_get_system_property {
	uint32_t property_id;
	union {
		uint32_t as_uint32;
		uint32_t hv_processor_feature;
	};
} __attribute__((packed));
