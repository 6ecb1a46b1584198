/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef HV_STAND_IN_LINUX_BITS_H
#define HV_STAND_IN_LINUX_BITS_H

#define BIT(number) (1UL << (number))
#define BIT_ULL(number) (1ULL << (number))
#define GENMASK_ULL(high, low) ((~0ULL >> (63 - (high))) & (~0ULL << (low)))
#define GENMASK(high, low) ((unsigned long)GENMASK_ULL(high, low))

#endif
