// Several threads trap at the same time: one trap is reported, completely and without interruption.
// driver: one-report
// status: trap
// reference: none: its reports look different
#include "threads.h"

enum { THREADS = 32 };
static struct thread threads[THREADS];
static uint32_t arrived, go;

__attribute__((noinline)) static void fall(uint32_t number) {
    await(&go, 1);
    if (number % 3 == 0) __builtin_trap();
    // Beyond any memory.
    *(volatile uint32_t *)(0xfffffff0 - number % 3) = 1;
    fail(__FILE_NAME__, __LINE__, "survived", number);
}

static void work(void *argument) {
    count(&arrived);
    fall((uint32_t)(uintptr_t)argument);
}

static int run(void) {
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    await(&arrived, THREADS);
    count(&go);
    fall(1);
    return 0;
}
