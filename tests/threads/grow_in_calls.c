// Memory grows in one thread while other threads are in host calls that use it, or read its size; with guard pages and
// with explicit checks.
// build:
// build: --bounds-checks=explicit
// reference: differs: wasmtime traps at a buffer that ends beyond the memory
// reference-shows: Pointer out of bounds
// dir: work
// host-setup: file work/file 0123456789abcdef
#include "threads.h"

enum { THREADS = 6, PAGES = 300, PAGE = 65536, PLACE = 1024 };
static struct thread threads[THREADS];
static uint32_t running = 1, arrived, calls, fd;

static void write_end(void *argument) {
    (void)argument;
    count(&arrived);
    while (load(&running)) {
        // The last bytes of what there is now, which is soon in the middle.
        uint32_t pages = (uint32_t)__builtin_wasm_memory_size(0);
        volatile char *end = (char *)(pages * PAGE - 16);
        end[0] = 1;
        EQUAL(random_get((void *)end, 16), 0);
        // And beyond: it may have grown since.
        int error = random_get((void *)(end + 8), 16);
        CHECK(error == 0 || error == 21);
        add(&calls, 1);
    }
}

static void read_file(void *argument) {
    (void)argument;
    count(&arrived);
    while (load(&running)) {
        char *end = (char *)((uint32_t)__builtin_wasm_memory_size(0) * PAGE - 16);
        struct slice slice = {end, 16};
        size_t size;
        int error = fd_read(fd, &slice, 1, &size);
        CHECK(error == 0);
    }
}

static int run(void) {
    EQUAL(path_open(DIR, 0, "file", 4, 0, 0x2, 0, 0, &fd), 0);
    uint32_t start_pages = (uint32_t)__builtin_wasm_memory_size(0);
    for (int i = 0; i < THREADS; i++) start(&threads[i], i % 2 ? write_end : read_file, 0);
    uint32_t grown = 0;
    await(&arrived, THREADS);
    for (uint32_t i = 0; i < PAGES; i++) {
        // Every now and then, until a few calls have been made.
        for (uint32_t seen = load(&calls); i % 8 == 0 && load(&calls) - seen < 5;) sched_yield();
        uint32_t old = (uint32_t)__builtin_wasm_memory_grow(0, 1);
        if (old == UINT32_MAX) break;
        EQUAL(old, start_pages + i);
        volatile uint32_t *new = (uint32_t *)(old * PAGE + PLACE);
        // The others write at the ends of pages, and a few bytes beyond.
        EQUAL(*new, 0);
        *new = i;
        grown++;
    }
    EQUAL(grown, PAGES);
    store(&running, 0);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    for (uint32_t i = 0; i < grown; i++) EQUAL(*(uint32_t *)((start_pages + i) * PAGE + PLACE), i);
    return 0;
}
