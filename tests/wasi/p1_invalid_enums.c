// A value outside an enumeration is INVAL, independent of the other arguments, and nothing happens.
// dir: sandbox
// reference: differs: wasmtime traps
// reference-shows: Invalid enum value Clockid
#include "check.h"

P1(proc_raise) int p1_proc_raise(int);

int main(void) {
    // "For unsupported clocks, return `errno::inval`."
    __wasi_timestamp_t time = 77;
    ANY(__wasi_clock_res_get(4, &time), INVAL);
    ANY(__wasi_clock_res_get(UINT32_MAX, &time), INVAL);
    ANY(__wasi_clock_time_get(4, 0, &time), INVAL);
    ANY(__wasi_clock_time_get(UINT32_MAX, 0, &time), INVAL);
    EQUAL(time, 77);

    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_filesize_t position = 77;
    ANY(__wasi_fd_seek(file, 0, 3, &position), INVAL);
    ANY(__wasi_fd_seek(file, 0, 255, &position), INVAL);
    EQUAL(position, 77);
    ANY(__wasi_fd_advise(file, 0, 0, 6), INVAL);
    ANY(__wasi_fd_advise(file, 0, 0, 255), INVAL);
    ANY(p1_proc_raise(31), INVAL);
    ANY(p1_proc_raise(255), INVAL);

    __wasi_subscription_t subscription = {.userdata = 1, .u.tag = 3};
    __wasi_event_t event;
    size_t count;
    ANY(__wasi_poll_oneoff(&subscription, &event, 1, &count), INVAL);
    subscription.u.tag = 255;
    ANY(__wasi_poll_oneoff(&subscription, &event, 1, &count), INVAL);
    return 0;
}
