// A thousand threads one after the other, which takes an emulator long enough.
#include "threads.h"

static struct thread thread;
static uint32_t total;

static void work(void *argument) {
    total += (uint32_t)(uintptr_t)argument;
}

static int run(void) {
    for (uintptr_t round = 0; round < 1000; round++) {
        start(&thread, work, (void *)round);
        join(&thread);
    }
    EQUAL(total, 499500);
    return 0;
}
