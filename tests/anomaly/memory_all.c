// A memory without a maximum grows to four GiB if the host has the address space, never further, and its last byte is
// usable.
// reference: differs: wasmtime traps when a buffer ends at 2^32 exactly
// reference-shows: Pointer overflow
#include "check.h"

enum { PAGE = 65536, ALL = 65536 };

int main(void) {
    size_t size = __builtin_wasm_memory_size(0);
    EQUAL(__builtin_wasm_memory_grow(0, ALL - size + 1), SIZE_MAX);
    if (__builtin_wasm_memory_grow(0, ALL - size) == SIZE_MAX) return 0;
    EQUAL(__builtin_wasm_memory_size(0), ALL);
    volatile uint8_t *last = (uint8_t *)UINT32_MAX;
    EQUAL(*last, 0);
    *last = 7;
    EQUAL(*last, 7);
    EQUAL(__builtin_wasm_memory_grow(0, 1), SIZE_MAX);
    // A host call on the last bytes.
    OK(__wasi_random_get((uint8_t *)(UINT32_MAX - 15), 16));
    return 0;
}
