// Clocks: realtime is about now, monotonic never goes back, and every precision is accepted.
#include "check.h"

int main(void) {
    // 2024-01-01 and 2100-01-01.
    uint64_t realtime = now(__WASI_CLOCKID_REALTIME);
    CHECK(realtime > UINT64_C(1704067200000000000) && realtime < UINT64_C(4102444800000000000));
    uint64_t last = now(__WASI_CLOCKID_MONOTONIC);
    for (int i = 0; i < 1000; i++) {
        uint64_t next = now(__WASI_CLOCKID_MONOTONIC);
        CHECK(next >= last);
        last = next;
    }
    __wasi_timestamp_t time;
    OK(__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, UINT64_MAX, &time));
    OK(__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &time));
    return 0;
}
