// `wasi_unstable`: subscriptions in its own layout, several in a row.
// dir: sandbox
// reference: differs: wasmtime converts the subscriptions in place to those of preview 1, which are 8 bytes shorter
// reference-shows: p0_poll_oneoff(in, events, 3, &count), came INVAL
#include "p0.h"

enum { MILLISECOND = 1000000, ABSOLUTE = 1 };

int main(void) {
    fd_t file;
    OK(p0_path_open(DIR, 0, T("file"), CREAT, RW, 0, 0, &file));
    p0_subscription_t in[3];
    memset(in, 0, sizeof in);
    in[0].userdata = 10;
    in[0].tag = __WASI_EVENTTYPE_CLOCK;
    in[0].u.clock.identifier = UINT64_C(0x123456789abcdef);
    in[0].u.clock.id = __WASI_CLOCKID_MONOTONIC;
    in[0].u.clock.timeout = 5 * MILLISECOND;
    __wasi_event_t events[3];
    size_t count;
    uint64_t before, after;
    OK(p0_clock_time_get(__WASI_CLOCKID_MONOTONIC, 0, &before));
    OK(p0_poll_oneoff(in, events, 1, &count));
    OK(p0_clock_time_get(__WASI_CLOCKID_MONOTONIC, 0, &after));
    EQUAL(count, 1);
    EQUAL(events[0].userdata, 10);
    EQUAL(events[0].type, __WASI_EVENTTYPE_CLOCK);
    CHECK(after - before >= 5 * MILLISECOND);

    // An absolute time in the past comes at once, however the identifier reads.
    in[0].u.clock.flags = ABSOLUTE;
    in[0].u.clock.timeout = 1;
    OK(p0_poll_oneoff(in, events, 1, &count));
    EQUAL(count, 1);

    in[0].u.clock.flags = 0;
    in[0].u.clock.timeout = UINT64_C(3600000) * MILLISECOND;
    in[1].userdata = 20;
    in[1].tag = __WASI_EVENTTYPE_FD_WRITE;
    in[1].u.fd = file;
    in[2] = in[0];
    in[2].userdata = 30;
    OK(p0_poll_oneoff(in, events, 3, &count));
    EQUAL(count, 1);
    EQUAL(events[0].userdata, 20);
    EQUAL(events[0].type, __WASI_EVENTTYPE_FD_WRITE);
    EQUAL(events[0].error, SUCCESS);
    ANY(p0_poll_oneoff(in, events, 0, &count), INVAL);
    return 0;
}
