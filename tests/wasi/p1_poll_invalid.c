// No subscription at all is INVAL. A bad descriptor or clock is an error of its event or of the call; the other
// subscriptions still end.
// dir: sandbox
#include "poll.h"

static void check_bad(__wasi_subscription_t bad, uint16_t expected) {
    __wasi_subscription_t in[] = {on_clock(1, __WASI_CLOCKID_MONOTONIC, UINT64_C(3600000) * MILLISECOND, 0), bad};
    __wasi_event_t events[2];
    size_t count;
    int error = __wasi_poll_oneoff(in, events, 2, &count);
    ANY(error, SUCCESS, expected);
    if (error) return;
    // "If non-zero, an error that occurred while processing the subscription request."
    EQUAL(count, 1);
    EQUAL(events[0].userdata, bad.userdata);
    EQUAL(events[0].type, bad.u.tag);
    EQUAL(events[0].error, expected);
}

int main(void) {
    size_t count = 77;
    __wasi_event_t event;
    __wasi_subscription_t none;
    ANY(__wasi_poll_oneoff(&none, &event, 0, &count), INVAL);
    fd_t bad[] = {1000, 1000000, 0x7fffffff, 0x80000000, UINT32_MAX};
    for (int i = 0; i < 5; i++) {
        check_bad(on_read(2, bad[i]), BADF);
        check_bad(on_write(3, bad[i]), BADF);
    }
    return 0;
}
