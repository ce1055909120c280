// A pipe that is open and empty is not ready: only the clock's event comes.
// stdin: silent
#include "poll.h"

int main(void) {
    __wasi_subscription_t in[] = {on_read(1, STDIN), on_clock(2, __WASI_CLOCKID_MONOTONIC, 20 * MILLISECOND, 0)};
    __wasi_event_t events[2];
    uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 2);
    CHECK(now(__WASI_CLOCKID_MONOTONIC) - start >= 20 * MILLISECOND);
    return 0;
}
