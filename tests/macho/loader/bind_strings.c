/* What compilers call by themselves: copying, filling and comparing memory. */
#define _GNU_SOURCE
#include <string.h>

#include "loader.h"

static void zero(void *address, size_t bytes) {
    memset(address, 0, bytes);
}

static void fill(char *address, const void *pattern, size_t width, size_t bytes) {
    for (size_t at = 0; at < bytes; at += width) memcpy(address + at, pattern, bytes - at < width ? bytes - at : width);
}

/* string.h of macOS: LLVM makes these of loops there. */
static void memset_pattern4(void *address, const void *pattern, size_t bytes) {
    fill(address, pattern, 4, bytes);
}

static void memset_pattern8(void *address, const void *pattern, size_t bytes) {
    fill(address, pattern, 8, bytes);
}

static void memset_pattern16(void *address, const void *pattern, size_t bytes) {
    fill(address, pattern, 16, bytes);
}

const struct binding bindings_strings[] = {
    {"_memcpy", memcpy},
    {"_memmove", memmove},
    {"_memset", memset},
    {"_memcmp", memcmp},
    {"_bcmp", memcmp},
    {"_bzero", zero},
    {"___bzero", zero},
    {"_memset_pattern4", memset_pattern4},
    {"_memset_pattern8", memset_pattern8},
    {"_memset_pattern16", memset_pattern16},
    {"_strlen", strlen},
    {NULL, NULL},
};
