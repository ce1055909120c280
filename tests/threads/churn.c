// A hundred thousand threads, a few at a time, in an address space with room for fifty: the memory of ended threads is
// given back.
// limit: -v 9600000
// emulated: none: the limit is the emulator's too
#include "threads.h"

enum { AT_ONCE = 4, ROUNDS = 25000 };
static struct thread threads[AT_ONCE];
static uint32_t total;

static void work(void *argument) {
    (void)argument;
    add(&total, 1);
}

static int run(void) {
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < AT_ONCE; i++) {
            // The last ones have said that they are done, and may still be about to leave.
            while (try_start(&threads[i], work, 0) < 0) sched_yield();
        }
        for (int i = 0; i < AT_ONCE; i++) join(&threads[i]);
    }
    EQUAL(total, AT_ONCE * ROUNDS);
    return 0;
}
