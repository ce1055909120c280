// When `_start` returns the program ends, and all other threads end with it.
#include "threads.h"

static struct thread threads[3];
static uint32_t never, arrived;

static void wait_forever(void *argument) {
    (void)argument;
    count(&arrived);
    for (;;) wait32(&never, 0, -1);
}

static void spin(void *argument) {
    (void)argument;
    count(&arrived);
    while (load(&never) == 0) {}
}

static int run(void) {
    start(&threads[0], wait_forever, 0);
    start(&threads[1], spin, 0);
    start(&threads[2], spin, 0);
    await(&arrived, 3);
    return 0;
}
