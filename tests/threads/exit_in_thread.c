// `proc_exit` in one thread ends all threads, also those that wait.
// stdin: silent
// status: 7
#include "threads.h"

static struct thread threads[4];
static uint32_t never, arrived;

static void wait_forever(void *argument) {
    (void)argument;
    count(&arrived);
    wait32(&never, 0, -1);
    fail(__FILE_NAME__, __LINE__, "woken", 0);
}

static void spin(void *argument) {
    (void)argument;
    count(&arrived);
    while (load(&never) == 0) {}
}

static void read_nothing(void *argument) {
    (void)argument;
    char byte;
    struct slice slice = {&byte, 1};
    size_t size;
    count(&arrived);
    fd_read(STDIN, &slice, 1, &size);
    fail(__FILE_NAME__, __LINE__, "read", size);
}

static void leave(void *argument) {
    (void)argument;
    await(&arrived, 3);
    sleep_for(20 * MS);
    proc_exit(7);
}

static int run(void) {
    start(&threads[0], wait_forever, 0);
    start(&threads[1], spin, 0);
    start(&threads[2], read_nothing, 0);
    start(&threads[3], leave, 0);
    wait32(&never, 0, -1);
    return 1;
}
