// Endless recursion in a thread traps, on the stack of each thread.
// run-each: 3 -> trap
#include "threads.h"

static struct thread threads[3];
static uint32_t never;

// The native stack ends first: this uses none of the guest's.
__attribute__((noinline)) static uint32_t recur(uint32_t depth) {
    if (load(&never) != 0) return 0;
    return recur(depth + 1) * 3 + 1;
}

static void overflow(void *argument) {
    (void)argument;
    store(&never, recur(0));
}

static void idle(void *argument) {
    (void)argument;
    wait32(&never, 0, -1);
}

P1(args_sizes_get) int args_sizes_get(size_t *, size_t *);
P1(args_get) int args_get(char **, char *);

static int run(void) {
    size_t count, bytes;
    char *args[2], text[256];
    EQUAL(args_sizes_get(&count, &bytes), 0);
    CHECK(count == 2 && bytes <= sizeof text);
    EQUAL(args_get(args, text), 0);
    for (int i = 0; i < 3; i++) start(&threads[i], args[1][0] - '0' == i ? overflow : idle, 0);
    wait32(&never, 0, -1);
    return 0;
}
