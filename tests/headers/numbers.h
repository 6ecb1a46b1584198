/* Macros and enums: right ones, a wrong one, a name that is used for another number, and no number. */
#define HV_X64_MSR_SIMP 0x40000083
#define HV_X64_MSR_SIEFP (HV_X64_MSR_SIMP + 1)
#define HV_REGISTER_VP_INDEX 0x40000002
#define HV_STATUS_INVALID_PARAMETER hv_status_value
#define HV_MESSAGE_SIZE 256

enum hv_message_type {
	HVMSG_NONE = 0,
	HVMSG_TIMER_EXPIRED = 0x80000010,
	HVMSG_OF_OURS = 0x12345,
};
