/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef static_assert
#define static_assert(condition) _Static_assert(condition, #condition)
#endif
