// A trap in one thread ends the program as a trap.
// status: trap
#include "threads.h"

static struct thread thread;
static uint32_t never;

static void work(void *argument) {
    (void)argument;
    __builtin_trap();
}

static int run(void) {
    start(&thread, work, 0);
    wait32(&never, 0, -1);
    return 0;
}
