/* The ARM64 event as the mshv headers had it: three reserved bytes after the header are missing. */
#include <stdint.h>

struct hv_arm64_pending_synthetic_exception_event {
	uint8_t header;
	uint32_t exception_type;
	uint64_t context;
} __attribute__((packed));
