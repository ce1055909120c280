// Clocks: relative and absolute, realtime and monotonic; no event comes early, and the earliest of several comes first.
#include "poll.h"

enum { ABSOLUTE = __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME };
static const __wasi_clockid_t clocks[] = {__WASI_CLOCKID_REALTIME, __WASI_CLOCKID_MONOTONIC};

int main(void) {
    __wasi_event_t events[3];
    for (int i = 0; i < 2; i++) {
        uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
        __wasi_subscription_t in[3] = {on_clock(77, clocks[i], 5 * MILLISECOND, 0)};
        memset(events, 0xaa, sizeof events);
        EQUAL(poll_(in, events, 1), 1);
        EQUAL(events[0].userdata, 77);
        EQUAL(events[0].error, SUCCESS);
        EQUAL(events[0].type, __WASI_EVENTTYPE_CLOCK);
        CHECK(now(__WASI_CLOCKID_MONOTONIC) - start >= 5 * MILLISECOND);

        start = now(__WASI_CLOCKID_MONOTONIC);
        in[0] = on_clock(78, clocks[i], now(clocks[i]) + 5 * MILLISECOND, ABSOLUTE);
        EQUAL(poll_(in, events, 1), 1);
        EQUAL(events[0].userdata, 78);
        // The clock of the wall is compared with itself.
        CHECK(now(clocks[i]) >= in[0].u.u.clock.timeout);

        // In the past, and right now: at once.
        start = now(__WASI_CLOCKID_MONOTONIC);
        in[0] = on_clock(79, clocks[i], 1, ABSOLUTE);
        EQUAL(poll_(in, events, 1), 1);
        in[0] = on_clock(79, clocks[i], 0, 0);
        EQUAL(poll_(in, events, 1), 1);
        CHECK(now(__WASI_CLOCKID_MONOTONIC) - start < UINT64_C(5000) * MILLISECOND);

        // Only the earliest of these is due within the hour.
        in[0] = on_clock(1, clocks[i], UINT64_C(3600000) * MILLISECOND, 0);
        in[1] = on_clock(2, clocks[i], 5 * MILLISECOND, 0);
        in[2] = on_clock(3, clocks[1 - i], UINT64_MAX, 0);
        EQUAL(poll_(in, events, 3), 1);
        EQUAL(events[0].userdata, 2);
    }
    return 0;
}
