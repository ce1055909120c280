// A thread that waits in `fd_read` or `poll_oneoff` does not block others that use descriptors, the clock or random
// numbers.
// stdin: silent
// stdout: ok\n
#include "threads.h"

static struct thread threads[3];
static uint32_t arrived, done;

struct subscription {
    uint64_t userdata;
    uint8_t tag;
    uint32_t fd;
    uint32_t padding;
    uint64_t timeout;
    uint64_t precision;
    uint16_t flags;
};

static void read_nothing(void *argument) {
    (void)argument;
    char byte;
    struct slice slice = {&byte, 1};
    size_t size;
    count(&arrived);
    fd_read(STDIN, &slice, 1, &size);
    fail(__FILE_NAME__, __LINE__, "read", size);
}

static void poll_nothing(void *argument) {
    (void)argument;
    struct subscription subscription = {.tag = 1, .fd = STDIN};
    _Alignas(8) char event[32];
    size_t size;
    count(&arrived);
    poll_oneoff(&subscription, event, 1, &size);
    fail(__FILE_NAME__, __LINE__, "ready", size);
}

static void poll_clock(void *argument) {
    (void)argument;
    struct subscription subscription = {.tag = 0, .fd = MONOTONIC, .timeout = 50 * MS};
    _Alignas(8) char event[32];
    size_t size;
    count(&arrived);
    EQUAL(poll_oneoff(&subscription, event, 1, &size), 0);
    EQUAL(size, 1);
    count(&done);
}

static int run(void) {
    uint64_t bytes[4];
    start(&threads[0], read_nothing, 0);
    start(&threads[1], poll_nothing, 0);
    start(&threads[2], poll_clock, 0);
    await(&arrived, 3);
    sleep_for(20 * MS);
    EQUAL(random_get(bytes, sizeof bytes), 0);
    CHECK((bytes[0] | bytes[1] | bytes[2] | bytes[3]) != 0);
    CHECK(now() != 0);
    print(STDOUT, "ok\n");
    await(&done, 1);
    // Closing does not wait for the reader either.
    EQUAL(fd_close(STDIN), 0);
    return 0;
}
