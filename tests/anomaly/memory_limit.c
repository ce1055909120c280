// Growing beyond the limit that the build sets fails with -1 and changes nothing.
// build: --max-memory 8M
// reference: none: another option there
#include "check.h"

enum { PAGE = 65536, LIMIT = (8 << 20) / PAGE };

int main(void) {
    size_t size = __builtin_wasm_memory_size(0);
    CHECK(size < LIMIT);
    EQUAL(__builtin_wasm_memory_grow(0, LIMIT - size + 1), SIZE_MAX);
    EQUAL(__builtin_wasm_memory_grow(0, 65536), SIZE_MAX);
    EQUAL(__builtin_wasm_memory_grow(0, SIZE_MAX), SIZE_MAX);
    EQUAL(__builtin_wasm_memory_size(0), size);
    EQUAL(__builtin_wasm_memory_grow(0, LIMIT - size), size);
    *(volatile uint8_t *)((8 << 20) - 1) = 7;
    EQUAL(__builtin_wasm_memory_grow(0, 1), SIZE_MAX);
    EQUAL(__builtin_wasm_memory_grow(0, 0), LIMIT);
    return 0;
}
