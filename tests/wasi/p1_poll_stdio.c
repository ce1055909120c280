// A pipe with data is ready for reading, and the output is ready for writing; at its end the pipe stays ready.
// stdin: text hello
#include "poll.h"

int main(void) {
    __wasi_subscription_t in[] = {
        on_clock(1, __WASI_CLOCKID_MONOTONIC, UINT64_C(20000) * MILLISECOND, 0),
        on_read(2, STDIN),
    };
    __wasi_event_t events[3];
    size_t count = poll_(in, events, 2);
    const __wasi_event_t *event = find(events, count, 2);
    CHECK(event && event->error == SUCCESS);
    CHECK(!find(events, count, 1));
    char buffer[8];
    EQUAL(read_all(STDIN, buffer, sizeof buffer), 5);
    count = poll_(in, events, 2);
    event = find(events, count, 2);
    CHECK(event && event->error == SUCCESS);
    EQUAL(read_all(STDIN, buffer, sizeof buffer), 0);

    in[1] = on_write(3, STDOUT);
    bool out = false, error = false;
    __wasi_subscription_t both[] = {in[0], on_write(3, STDOUT), on_write(4, STDERR)};
    for (int i = 0; i < 100 && !(out && error); i++) {
        count = poll_(both, events, 3);
        CHECK(!find(events, count, 1));
        out = out || find(events, count, 3);
        error = error || find(events, count, 4);
    }
    CHECK(out && error);
    return 0;
}
