// A thread changes the vectors of a write while others make it: the bytes written come from the memory, or the call is
// an error.
// dir: work
// reference: differs: wasmtime traps at a buffer outside the memory
// reference-shows: Pointer out of bounds
#include "threads.h"

enum { THREADS = 4, ROUNDS = 4000, VECTORS = 40 };
static struct thread threads[THREADS];
static volatile struct {
    uint32_t bytes, count;
} vectors[VECTORS];
static uint32_t running = THREADS, fd;

static void write_them(void *argument) {
    (void)argument;
    for (int round = 0; round < ROUNDS; round++) {
        size_t size;
        int error = fd_write(fd, (const void *)vectors, VECTORS, &size);
        // Success, or one of what no memory and no vector is: fault, inval.
        CHECK(error == 0 || error == 21 || error == 28);
    }
    add(&running, -1);
}

static int run(void) {
    EQUAL(path_open(DIR, 0, "file", 4, 1, 0x42, 0, 0, &fd), 0);
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], write_them, 0);
    uint32_t seed = 1;
    while (load(&running) != 0) {
        seed = seed * 1664525 + 1013904223;
        uint32_t i = (seed >> 16) % VECTORS;
        vectors[i].bytes = seed & 1 ? 0xfffffff0 : 64;
        vectors[i].count = seed & 2 ? 0xffffffff : 0;
        vectors[i].bytes = 64;
        vectors[i].count = seed & 4 ? 0x7fffffff : 3;
        vectors[i].count = 1;
    }
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    return 0;
}
