/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef PAGE_SIZE
#define PAGE_SIZE 4096UL
#endif
