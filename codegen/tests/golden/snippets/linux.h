/* Index of the virtual processor; read-only. */
#define HV_REGISTER_VP_INDEX			0x00090003
/*
 * A synthetic timer that is not in direct mode expired; hvdef names it
 * HvMessageTypeTimerExpired.
 */
#define HVMSG_TIMER_EXPIRED			0x80000010
/*
 * Queues a message for delivery to the partition that owns the port of a
 * connection. Success means that it is queued, not that it is received.
 */
#define HVCALL_POST_MESSAGE			0x005c

/*
 * The identity of a connection, the sending end of a channel, within the
 * partition that sends. HV_CONNECTION_ID in the TLFS.
 */
union hv_connection_id {
	u32 asu32;
	struct {
		/*
		 * Unique in its partition; the hypervisor gives no value a
		 * meaning.
		 */
		u32 id : 24;
		u32 reserved : 8;
	} __packed u;
};
static_assert(sizeof(union hv_connection_id) == 4);
static_assert(offsetof(union hv_connection_id, asu32) == 0);

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
#define HV_SYNIC_SIMP_ENABLE			BIT_ULL(0)

/* Places the page of messages of a virtual processor. */
#define HV_X64_MSR_SIMP				0x40000083
#if IS_ENABLED(CONFIG_X86)
#define HV_MSR_SIMP				0x40000083
#endif

/**
 * struct hv_input_post_message - Input of HvCallPostMessage
 * @connection_id: A connection to a message port.
 * @reserved: Reserved.
 * @message_type: Type for the header of the message; not zero, and without
 *     HV_MESSAGE_TYPE_HYPERVISOR_MASK.
 * @payload_size: Bytes of Message to send, 240 at most.
 * @message: The payload.
 *
 * HV_INPUT_POST_MESSAGE in the TLFS.
 */
struct hv_input_post_message {
	union hv_connection_id connection_id;
	u32 reserved;
	u32 message_type;
	u32 payload_size;
	u8 message[240];
} __packed;
static_assert(sizeof(struct hv_input_post_message) == 256);
static_assert(offsetof(struct hv_input_post_message, connection_id) == 0);
static_assert(offsetof(struct hv_input_post_message, reserved) == 4);
static_assert(offsetof(struct hv_input_post_message, message_type) == 8);
static_assert(offsetof(struct hv_input_post_message, payload_size) == 12);
static_assert(offsetof(struct hv_input_post_message, message) == 16);
