/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Stands in for the kernel's header of this name, so that generated headers compile without a kernel. */
#ifndef HV_STAND_IN_LINUX_TYPES_H
#define HV_STAND_IN_LINUX_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef int64_t s64;

/* As user space has them. */
typedef uint8_t __u8;
typedef uint16_t __u16;
typedef uint32_t __u32;
typedef uint64_t __u64;
typedef int8_t __s8;
typedef int16_t __s16;
typedef int32_t __s32;
typedef int64_t __s64;

#define __packed __attribute__((packed))
#define __aligned(bytes) __attribute__((aligned(bytes)))

#ifdef HV_STAND_IN_ARM64
#define CONFIG_X86 0
#define CONFIG_ARM64 1
#else
#define CONFIG_X86 1
#define CONFIG_ARM64 0
#endif
#define IS_ENABLED(option) option

#endif
