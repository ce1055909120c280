// Threads start threads, 126 in all, and each waits for the threads that it started. Ids are unique.
#include "threads.h"

enum { DEPTH = 6, THREADS = (1 << (DEPTH + 1)) - 2 };
static struct thread threads[THREADS];
static uint32_t leaves;

// Those of thread n are 2n + 2 and 2n + 3; the first thread is none of them and starts 0 and 1.
static void grow(uint32_t first, int depth);

static void work(void *argument) {
    uint32_t number = (uint32_t)(uintptr_t)argument;
    int depth = 1;
    for (uint32_t end = 2; number >= end; end = 2 * end + 2) depth++;
    grow(2 * number + 2, depth);
}

static void grow(uint32_t first, int depth) {
    if (depth == DEPTH) {
        add(&leaves, 1);
        return;
    }
    for (uint32_t i = first; i < first + 2; i++) start(&threads[i], work, (void *)(uintptr_t)i);
    for (uint32_t i = first; i < first + 2; i++) join(&threads[i]);
}

static int run(void) {
    grow(0, 0);
    EQUAL(leaves, 1 << DEPTH);
    for (int i = 0; i < THREADS; i++)
        for (int j = 0; j < i; j++) CHECK(threads[i].id != threads[j].id);
    return 0;
}
