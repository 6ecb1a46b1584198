/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef NSEC_PER_SEC
#define NSEC_PER_SEC 1000000000L
#endif
