// A bounded queue with a lock and two conditions: 60 consumers get each item of 4 producers once, and end when told to.
#include "threads.h"

enum { PRODUCERS = 4, CONSUMERS = 60, ITEMS = 3000, ROOM = 16 };
static struct thread threads[PRODUCERS + CONSUMERS];
static mutex guard;
static condition filled, emptied;
static uint32_t queue[ROOM], first, used;
static uint8_t seen[PRODUCERS * ITEMS];
static uint64_t sum;

static void put(uint32_t item) {
    lock(&guard);
    while (used == ROOM) wait_for(&emptied, &guard);
    queue[(first + used++) % ROOM] = item;
    unlock(&guard);
    signal_one(&filled);
}

static uint32_t take(void) {
    lock(&guard);
    while (used == 0) wait_for(&filled, &guard);
    uint32_t item = queue[first];
    first = (first + 1) % ROOM;
    used--;
    unlock(&guard);
    signal_one(&emptied);
    return item;
}

static void produce(void *argument) {
    uint32_t from = (uint32_t)(uintptr_t)argument * ITEMS;
    for (uint32_t i = 0; i < ITEMS; i++) put(from + i + 1);
}

static void consume(void *argument) {
    (void)argument;
    for (uint32_t item; (item = take()) != 0;) {
        add(&seen[item - 1], 1);
        add(&sum, item);
    }
}

static int run(void) {
    for (uintptr_t i = 0; i < CONSUMERS; i++) start(&threads[PRODUCERS + i], consume, 0);
    for (uintptr_t i = 0; i < PRODUCERS; i++) start(&threads[i], produce, (void *)i);
    for (int i = 0; i < PRODUCERS; i++) join(&threads[i]);
    for (int i = 0; i < CONSUMERS; i++) put(0);
    for (int i = 0; i < CONSUMERS; i++) join(&threads[PRODUCERS + i]);
    uint64_t total = PRODUCERS * ITEMS;
    EQUAL(sum, total * (total + 1) / 2);
    for (uint64_t i = 0; i < total; i++) EQUAL(seen[i], 1);
    EQUAL(used, 0);
    return 0;
}
