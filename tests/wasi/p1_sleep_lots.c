// A thousand very short sleeps, one after the other, end soon and never early.
#include "poll.h"

int main(void) {
    uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
    for (int i = 0; i < 1000; i++) {
        __wasi_subscription_t in = on_clock(i, __WASI_CLOCKID_MONOTONIC, 1000, 0);
        __wasi_event_t event;
        uint64_t before = now(__WASI_CLOCKID_MONOTONIC);
        EQUAL(poll_(&in, &event, 1), 1);
        CHECK(now(__WASI_CLOCKID_MONOTONIC) - before >= 1000);
        EQUAL(event.userdata, i);
    }
    CHECK(now(__WASI_CLOCKID_MONOTONIC) - start < UINT64_C(20000) * MILLISECOND);
    return 0;
}
