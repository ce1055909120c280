// A thread accesses a page while another thread makes it accessible: the access traps or reads the new page, and
// nothing else happens.
// run-each: 20 -> 0|trap
#include "threads.h"

static struct thread thread;
static uint32_t ready, go;

static void touch(void *argument) {
    volatile uint32_t *word = argument;
    count(&ready);
    while (load(&go) == 0) {}
    *word = 1;
}

static int run(void) {
    uint32_t page = (uint32_t)__builtin_wasm_memory_size(0);
    start(&thread, touch, (void *)(page << 16));
    await(&ready, 1);
    uint64_t time = now() % 64;
    store(&go, 1);
    for (volatile uint64_t i = 0; i < time * 8; i++) {}
    EQUAL(__builtin_wasm_memory_grow(0, 1), page);
    join(&thread);
    EQUAL(*(uint32_t *)(page << 16), 1);
    return 0;
}
