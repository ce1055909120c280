// A thread reads from a descriptor that another thread closes: the read keeps its file, even if the number is used for
// another file meanwhile.
// dir: work
// host-setup: fifo work/fifo
// host-setup: file work/other secret
// reference: differs: wasmtime does not use the number again while the thread reads
// reference-shows: other should be reader
#include "threads.h"

#define READ UINT64_C(0x2)
#define WRITE UINT64_C(0x40)
static struct thread thread;
static uint32_t reader, writer, arrived;
static char got[8];
static size_t got_size;

static void read_fifo(void *argument) {
    (void)argument;
    struct slice slice = {got, sizeof got};
    count(&arrived);
    EQUAL(fd_read(reader, &slice, 1, &got_size), 0);
}

static uint32_t open_file(const char *name, uint64_t rights) {
    uint32_t fd;
    EQUAL(path_open(DIR, 0, name, length(name), 0, rights, 0, 0, &fd), 0);
    return fd;
}

static int run(void) {
    for (int round = 0; round < 5; round++) {
        // For both directions, so that the open of neither waits for the other.
        writer = open_file("fifo", READ | WRITE);
        reader = open_file("fifo", READ);
        arrived = 0;
        start(&thread, read_fifo, 0);
        await(&arrived, 1);
        sleep_for(30 * MS);
        EQUAL(fd_close(reader), 0);
        uint32_t other = open_file("other", READ);
        EQUAL(other, reader);
        print(writer, "fifo");
        join(&thread);
        EQUAL(got_size, 4);
        CHECK(got[0] == 'f' && got[3] == 'o');
        struct slice slice = {got, sizeof got};
        EQUAL(fd_read(other, &slice, 1, &got_size), 0);
        EQUAL(got_size, 6);
        EQUAL(got[0], 's');
        EQUAL(fd_close(other), 0);
        EQUAL(fd_close(writer), 0);
    }
    return 0;
}
