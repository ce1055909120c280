// Threads open, read and close files at the same time: each reads the file that it opened.
// dir: work
// host-setup: file work/0 00000000
// host-setup: file work/1 11111111
// host-setup: file work/2 22222222
// host-setup: file work/3 33333333
#include "threads.h"

enum { THREADS = 16, ROUNDS = 300 };
static struct thread threads[THREADS];

static void work(void *argument) {
    char name = (char)('0' + (uintptr_t)argument % 4);
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t fd;
        char bytes[16];
        struct slice slice = {bytes, sizeof bytes};
        size_t size;
        EQUAL(path_open(DIR, 0, &name, 1, 0, 0x2, 0, 0, &fd), 0);
        EQUAL(fd_read(fd, &slice, 1, &size), 0);
        EQUAL(size, 8);
        for (int i = 0; i < 8; i++) EQUAL(bytes[i], name);
        EQUAL(fd_close(fd), 0);
    }
}

static int run(void) {
    for (uintptr_t i = 0; i < THREADS; i++) start(&threads[i], work, (void *)i);
    for (int i = 0; i < THREADS; i++) join(&threads[i]);
    return 0;
}
