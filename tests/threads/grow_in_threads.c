// Threads grow the same memory: each new page is reported to one of them.
#include "threads.h"

enum { THREADS = 16, PAGES = 40 };
static struct thread threads[THREADS];
static uint8_t owners[2048];
static uint32_t highest;

static void work(void *argument) {
    uint32_t me = (uint32_t)(uintptr_t)argument + 1;
    for (int i = 0; i < PAGES; i++) {
        uint32_t page = (uint32_t)__builtin_wasm_memory_grow(0, 1);
        CHECK(page < sizeof owners);
        EQUAL(add(&owners[page], me), 0);
        CHECK((uint32_t)__builtin_wasm_memory_size(0) > page);
        volatile uint32_t *word = (uint32_t *)(page << 16);
        EQUAL(*word, 0);
        *word = me;
        uint32_t found = load(&highest);
        while (found < page &&
               !__atomic_compare_exchange_n(&highest, &found, page, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {}
    }
}

static int run(void) {
    uint32_t start_pages = (uint32_t)__builtin_wasm_memory_size(0);
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    EQUAL(highest, start_pages + THREADS * PAGES - 1);
    EQUAL(__builtin_wasm_memory_size(0), start_pages + THREADS * PAGES);
    for (uint32_t page = start_pages; page <= highest; page++) EQUAL(*(uint32_t *)(page << 16), owners[page]);
    // Beyond what the import allows, nothing is left.
    EQUAL((uint32_t)__builtin_wasm_memory_grow(0, 65536), UINT32_MAX);
    return 0;
}
