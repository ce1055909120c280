// Threads that read the same standard input get each byte once, and all of them see its end.
// stdin: text 0123456789abcdef0123456789abcdef
// stdout: ok\n
#include "threads.h"

static struct thread threads[4];
static uint32_t bytes, sum, ended;

static void read_to_the_end(void *argument) {
    (void)argument;
    for (;;) {
        char byte;
        struct slice slice = {&byte, 1};
        size_t size;
        EQUAL(fd_read(STDIN, &slice, 1, &size), 0);
        if (size == 0) break;
        EQUAL(size, 1);
        __atomic_fetch_add(&bytes, 1, __ATOMIC_SEQ_CST);
        __atomic_fetch_add(&sum, (uint32_t)byte, __ATOMIC_SEQ_CST);
        sched_yield();
    }
    count(&ended);
}

static int run(void) {
    for (int thread = 0; thread < 4; thread++) start(&threads[thread], read_to_the_end, 0);
    await(&ended, 4);
    EQUAL(load(&bytes), 32);
    // Twice the digits and the letters from a to f.
    EQUAL(load(&sum), 2 * (10 * '0' + 45 + 6 * 'a' + 15));
    print(STDOUT, "ok\n");
    return 0;
}
