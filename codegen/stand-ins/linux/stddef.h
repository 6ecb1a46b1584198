/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef HV_STAND_IN_LINUX_STDDEF_H
#define HV_STAND_IN_LINUX_STDDEF_H

#include <stddef.h>

#define DECLARE_FLEX_ARRAY(type, name) \
	struct { \
		struct { } empty_##name; \
		type name[]; \
	}

#endif
