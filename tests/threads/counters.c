// Sixty-four threads count: under a lock, and with atomic instructions of every width on neighboring bytes of the same
// words.
#include "threads.h"

enum { THREADS = 64, ROUNDS = 3000 };
static struct thread threads[THREADS];
static mutex guard;
static volatile uint64_t guarded;

// Neighbors, so that an instruction that writes more than its own bytes is found out.
static struct {
    uint8_t bytes[4];
    uint16_t halves[2];
    uint32_t word;
    uint64_t long_word;
} added, exchanged, flipped;

// 1 is added by reading, and writing what has not changed since.
#define COUNT(object)                                                                                                   \
    do {                                                                                                               \
        __typeof__(object) old_ = load(&(object));                                                                     \
        while (!__atomic_compare_exchange_n(&(object), &old_, (__typeof__(object))(old_ + 1), false, __ATOMIC_SEQ_CST,   \
                                            __ATOMIC_SEQ_CST)) {}                                                      \
    } while (0)

static void work(void *argument) {
    uint32_t number = (uint32_t)(uintptr_t)argument;
    for (int round = 0; round < ROUNDS; round++) {
        lock(&guard);
        guarded++;
        unlock(&guard);

        add(&added.bytes[number % 4], 1);
        add(&added.halves[number % 2], 1);
        add(&added.word, 1);
        add(&added.long_word, UINT64_C(0x100000001));

        COUNT(exchanged.bytes[number % 4]);
        COUNT(exchanged.halves[number % 2]);
        COUNT(exchanged.word);
        COUNT(exchanged.long_word);

        // Twice is no change, whatever comes in between.
        for (int twice = 0; twice < 2; twice++) {
            __atomic_fetch_xor(&flipped.bytes[number % 4], (uint8_t)(1 << (number % 8)), __ATOMIC_SEQ_CST);
            __atomic_fetch_xor(&flipped.halves[number % 2], (uint16_t)(1 << (number % 16)), __ATOMIC_SEQ_CST);
            __atomic_fetch_xor(&flipped.word, 1u << (number % 32), __ATOMIC_SEQ_CST);
            __atomic_fetch_xor(&flipped.long_word, UINT64_C(1) << number, __ATOMIC_SEQ_CST);
        }
    }
}

static int run(void) {
    lock(&guard);
    flipped.bytes[2] = 0x5a;
    flipped.halves[1] = 0x1234;
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    // All of them at once.
    sleep_for(20 * MS);
    unlock(&guard);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    uint32_t total = THREADS * ROUNDS;
    EQUAL(guarded, total);
    EQUAL(added.word, total);
    EQUAL(added.long_word, total * UINT64_C(0x100000001));
    EQUAL(exchanged.word, total);
    EQUAL(exchanged.long_word, total);
    for (int i = 0; i < 4; i++) {
        EQUAL(added.bytes[i], (uint8_t)(total / 4));
        EQUAL(exchanged.bytes[i], (uint8_t)(total / 4));
        EQUAL(flipped.bytes[i], i == 2 ? 0x5a : 0);
    }
    for (int i = 0; i < 2; i++) {
        EQUAL(added.halves[i], (uint16_t)(total / 2));
        EQUAL(exchanged.halves[i], (uint16_t)(total / 2));
        EQUAL(flipped.halves[i], i == 1 ? 0x1234 : 0);
    }
    EQUAL(flipped.word, 0);
    EQUAL(flipped.long_word, 0);
    return 0;
}
