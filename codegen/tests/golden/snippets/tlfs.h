/* Index of the virtual processor; read-only. */
#define HvRegisterVpIndex			0x00090003U
/*
 * A synthetic timer that is not in direct mode expired; hvdef names it
 * HvMessageTypeTimerExpired.
 */
#define HvMessageTimerExpired			0x80000010U
/*
 * Queues a message for delivery to the partition that owns the port of a
 * connection. Success means that it is queued, not that it is received.
 */
#define HvCallPostMessage			0x005c

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

/* Places the page of messages of a virtual processor. */
#define HV_X64_MSR_SIMP				0x40000083

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
