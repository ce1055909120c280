// The clocks of the process and of the thread either exist and advance, or the call returns INVAL, which
// `clock_res_get` specifies for unsupported clocks.
// reference: differs: wasmtime says BADF of clocks that it does not have
// reference-shows: error, came BADF
#include "check.h"

int main(void) {
    for (__wasi_clockid_t clock = __WASI_CLOCKID_PROCESS_CPUTIME_ID; clock <= __WASI_CLOCKID_THREAD_CPUTIME_ID; clock++) {
        __wasi_timestamp_t time, resolution;
        int error = __wasi_clock_res_get(clock, &resolution);
        ANY(error, SUCCESS, INVAL);
        ANY(__wasi_clock_time_get(clock, 0, &time), error);
        if (error) continue;
        CHECK(resolution > 0);
        // It moves with work, and stays below an hour in this short program.
        uint64_t later = time;
        for (volatile int spin = 0; later == time; spin++) later = now(clock);
        CHECK(later > time && later < UINT64_C(3600000000000));
    }
    return 0;
}
