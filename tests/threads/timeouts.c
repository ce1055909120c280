// Waits that time out at the same time as notifications: each waiting thread learns once why its wait ended, and the
// counts agree.
#include "threads.h"

enum { THREADS = 16, ROUNDS = 300 };
static struct thread threads[THREADS];
static uint32_t word, woken, timed_out, running = THREADS;

static void work(void *argument) {
    uint32_t number = (uint32_t)(uintptr_t)argument;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        int result = wait32(&word, 0, (round * 7919 + number * 104729) % 200000);
        CHECK(result == WOKEN || result == TIMED_OUT);
        add(result == WOKEN ? &woken : &timed_out, 1);
    }
    add(&running, -1);
}

static int run(void) {
    uint32_t notified = 0;
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    while (load(&running) != 0) {
        notified += notify(&word, 3);
        sched_yield();
    }
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    EQUAL(woken, notified);
    EQUAL(woken + timed_out, THREADS * ROUNDS);
    return 0;
}
