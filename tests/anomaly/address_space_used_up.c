// The program uses up its address space by the page before it opens anything. Its host calls still work: the runtime has a little
// memory of its own from the start, and used to end with an internal error when it could not map any.
// build: --bounds-checks=explicit
// dir: sandbox
// limit: -v 262144
// reference: none: wasmtime itself needs more
#include "check.h"

int main(void) {
    while (__builtin_wasm_memory_grow(0, 1) != SIZE_MAX) {
    }
    put(DIR, "file", "text");
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
