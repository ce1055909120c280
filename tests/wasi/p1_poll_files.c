// Regular files are always ready for reading and for writing, also beside clocks.
// dir: sandbox
#include "poll.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t reader = open_(DIR, "file", 0, R, 0), writer = open_(DIR, "file", 0, W, 0);
    __wasi_subscription_t in[] = {
        on_read(1, reader),
        on_clock(2, __WASI_CLOCKID_MONOTONIC, UINT64_C(3600000) * MILLISECOND, 0),
        on_write(3, writer),
    };
    __wasi_event_t events[3];
    bool read = false, written = false;
    // An engine may tell of one and of the other only when asked again.
    for (int i = 0; i < 2 && !(read && written); i++) {
        if (read) in[0] = in[2];
        size_t count = poll_(in, events, read || written ? 2 : 3);
        CHECK(!find(events, count, 2));
        const __wasi_event_t *event = find(events, count, 1);
        if (event) {
            read = true;
            EQUAL(event->error, SUCCESS);
            EQUAL(event->type, __WASI_EVENTTYPE_FD_READ);
            CHECK(event->fd_readwrite.nbytes > 0);
        }
        event = find(events, count, 3);
        if (event) {
            written = true;
            EQUAL(event->error, SUCCESS);
            EQUAL(event->type, __WASI_EVENTTYPE_FD_WRITE);
        }
    }
    CHECK(read && written);
    // At the end of a file there is nothing to wait for, either.
    char buffer[8];
    EQUAL(read_all(reader, buffer, sizeof buffer), 4);
    in[0] = on_read(1, reader);
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 1);
    return 0;
}
