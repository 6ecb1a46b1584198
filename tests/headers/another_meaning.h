/* A name of ours for something else: told apart from a difference. */
struct hv_message_header {
	const char *subject;
	int priority;
};
