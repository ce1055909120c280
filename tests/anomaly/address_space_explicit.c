// The same limit with explicit checks, which need no reservation: the program runs, and growing fails at the limit.
// build: --bounds-checks=explicit
// dir: sandbox
// limit: -v 262144
// reference: none: wasmtime itself needs more
#include "check.h"

enum { PAGE = 65536, STEP = 64 };

int main(void) {
    size_t before = __builtin_wasm_memory_size(0), grown = 0;
    while (__builtin_wasm_memory_grow(0, STEP) != SIZE_MAX) {
        grown += STEP;
        CHECK(grown < 4096);
        // The new pages are there, and zero.
        volatile uint8_t *last = (uint8_t *)((before + grown) * PAGE - 1);
        EQUAL(*last, 0);
        *last = 1;
    }
    CHECK(grown > 0);
    EQUAL(__builtin_wasm_memory_size(0), before + grown);
    put(DIR, "file", "text");
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
