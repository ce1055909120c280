// The process is stopped and continued while it waits for input and for a clock: the guest sees no difference.
// driver: stop-and-continue
// dir: sandbox
// stdin: silent
#include "poll.h"

int main(void) {
    put(DIR, "ready", "");
    __wasi_subscription_t in[] = {on_read(1, STDIN), on_clock(2, __WASI_CLOCKID_MONOTONIC, UINT64_C(30000) * MILLISECOND, 0)};
    __wasi_event_t events[2];
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 1);
    EQUAL(events[0].error, SUCCESS);
    char buffer[8];
    size_t count;
    OK(read_some(STDIN, buffer, sizeof buffer, &count));
    CHECK(count > 0 && buffer[0] == 'g');
    return 0;
}
