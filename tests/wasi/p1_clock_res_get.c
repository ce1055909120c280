// "Implementations are required to provide a non-zero value for supported clocks."
#include "check.h"

int main(void) {
    __wasi_timestamp_t resolution = 0;
    OK(__wasi_clock_res_get(__WASI_CLOCKID_REALTIME, &resolution));
    CHECK(resolution > 0 && resolution <= 1000000000);
    resolution = 0;
    OK(__wasi_clock_res_get(__WASI_CLOCKID_MONOTONIC, &resolution));
    CHECK(resolution > 0 && resolution <= 1000000000);
    return 0;
}
