/* The register page as Linux had it until 2026: the eight bytes before the XMM registers are missing. */
#include <stdint.h>

struct hv_vp_register_page {
	uint16_t version;
	uint8_t isvalid;
	uint8_t rsvdz;
	uint32_t dirty;
	uint64_t gp_registers[16];
	uint64_t rip;
	uint64_t rflags;
	uint8_t xmm_registers[6][16];
	uint8_t segment_registers[6][16];
	uint64_t cr0;
	uint64_t cr3;
	uint64_t cr4;
	uint64_t cr8;
	uint64_t efer;
	uint64_t dr7;
	uint64_t pending_interruption;
	uint64_t interrupt_state;
	uint64_t instruction_emulation_hints;
	uint64_t xfem;
	uint8_t reserved1[0x100];
	uint64_t interrupt_vectors;
} __attribute__((packed));
