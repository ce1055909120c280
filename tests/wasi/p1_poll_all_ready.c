// One answer reports every ready subscription: a program that handled only the first one would starve the others.
// dir: sandbox
// reference: differs: wasmtime reports one file at a time
// reference-shows: left 3, right 5
#include "poll.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_subscription_t in[] = {
        on_read(1, file),
        on_write(2, file),
        on_clock(3, __WASI_CLOCKID_MONOTONIC, UINT64_C(3600000) * MILLISECOND, 0),
        on_write(4, STDERR),
        on_clock(5, __WASI_CLOCKID_REALTIME, 0, 0),
        on_write(6, STDOUT),
    };
    __wasi_event_t events[6];
    EQUAL(poll_(in, events, 6), 5);
    for (uint64_t userdata = 1; userdata <= 6; userdata++) CHECK(!find(events, 5, userdata) == (userdata == 3));
    return 0;
}
