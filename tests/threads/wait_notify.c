// `memory.atomic.wait` and `notify`: their results, how long they take, which threads wake, and in which order.
#include "threads.h"

enum { THREADS = 8 };
static struct thread threads[THREADS];
static uint32_t word, asleep, order, ready;
static uint64_t long_word = UINT64_C(0x500000005);
static uint32_t woken[THREADS];

static void wait_in_turn(void *argument) {
    uint32_t number = (uint32_t)(uintptr_t)argument;
    await(&ready, number);
    add(&ready, 1);
    notify(&ready, -1);
    EQUAL(wait32(&word, 0, -1), WOKEN);
    woken[number] = add(&order, 1);
    count(&asleep);
}

static void wait_long(void *argument) {
    (void)argument;
    EQUAL(wait64(&long_word, UINT64_C(0x500000005), -1), WOKEN);
    count(&asleep);
}

static int run(void) {
    // Alone.
    EQUAL(wait32(&word, 1, -1), NOT_EQUAL);
    EQUAL(wait32(&word, 0, 0), TIMED_OUT);
    EQUAL(wait32(&word, 0, 1), TIMED_OUT);
    EQUAL(wait64(&long_word, 5, -1), NOT_EQUAL);
    EQUAL(wait64(&long_word, UINT64_C(0x600000005), -1), NOT_EQUAL);
    EQUAL(wait64(&long_word, UINT64_C(0x500000005), 0), TIMED_OUT);
    EQUAL(notify(&word, -1), 0);
    uint64_t before = now();
    EQUAL(wait32(&word, 0, 30 * MS), TIMED_OUT);
    CHECK(now() - before >= 30 * MS);

    // Those who came first are woken first, as many as are asked for. Each says when it is about to sleep, and has time for it.
    for (uintptr_t i = 0; i < THREADS; i++) {
        start(&threads[i], wait_in_turn, (void *)i);
        await(&ready, (uint32_t)i + 1);
        sleep_for(50 * MS);
    }
    EQUAL(notify(&word, 0), 0);
    EQUAL(notify(&word + 1, -1), 0);
    EQUAL(notify(&word, 1), 1);
    await(&asleep, 1);
    for (uint32_t i = 1; i < THREADS - 2; i++) {
        EQUAL(notify(&word, 1), 1);
        await(&asleep, i + 1);
    }
    EQUAL(notify(&word, 100), 2);
    for (uint32_t i = 0; i < THREADS; i++) join(&threads[i]);
    for (uint32_t i = 0; i < THREADS - 2; i++) EQUAL(woken[i], i);

    // All at once, and a change to the word alone wakes nobody.
    asleep = 0;
    for (int i = 0; i < THREADS; i++) start(&threads[i], wait_long, 0);
    sleep_for(100 * MS);
    store(&long_word, 0);
    sleep_for(20 * MS);
    EQUAL(load(&asleep), 0);
    EQUAL(notify(&long_word, -1), THREADS);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    return 0;
}
