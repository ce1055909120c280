// Each thread has its own globals, with their start values: the stack pointer, the base of thread-local variables, and
// all others. Memory is shared, and its start contents are not written again when a thread starts.
#include "threads.h"

enum { THREADS = 16, ROUNDS = 200 };
static struct thread threads[THREADS];
static uint32_t arrived, common = 5;
static _Thread_local uint32_t number = 41;
static _Thread_local uintptr_t own_stack;

__asm__(".globaltype own_global, i64\n"
        "own_global:\n");
static inline uint64_t own_global(void) {
    uint64_t value;
    __asm__ volatile("global.get own_global\n local.set %0" : "=r"(value));
    return value;
}
static inline void set_own_global(uint64_t value) {
    __asm__ volatile("local.get %0\n global.set own_global" : : "r"(value));
}

// Deep enough to be somewhere on the stack, and never the same for two threads.
__attribute__((noinline)) static uintptr_t stack_here(int depth) {
    volatile char here[64];
    here[0] = (char)depth;
    uintptr_t address = (uintptr_t)here;
    return depth == 0 ? address : stack_here(depth - 1) + (uintptr_t)(here[0] - depth);
}

static void work(void *argument) {
    uint32_t me = (uint32_t)(uintptr_t)argument;
    EQUAL(number, 41);
    EQUAL(own_global(), 0);
    EQUAL(load(&common), 6);
    number = me;
    set_own_global(UINT64_C(1000000000000) + me);
    own_stack = stack_here(3);
    CHECK(own_stack - (uintptr_t)threads[me].stack < STACK_BYTES);
    CHECK((char *)&number >= threads[me].tls_bytes && (char *)&number < threads[me].tls_bytes + 256);
    // All are here at once, so that one state for all would show.
    count(&arrived);
    await(&arrived, THREADS);
    for (int round = 0; round < ROUNDS; round++) {
        EQUAL(number, me);
        EQUAL(own_global(), UINT64_C(1000000000000) + me);
        CHECK(own_stack == stack_here(3));
        sched_yield();
    }
}

static int run(void) {
    EQUAL(common, 5);
    common = 6;
    number = 77;
    set_own_global(7);
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    EQUAL(number, 77);
    EQUAL(own_global(), 7);
    EQUAL(common, 6);
    return 0;
}
