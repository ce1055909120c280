// A misaligned pointer traps, is FAULT or INVAL, or works; it never writes anywhere else, and never ends the process by a signal.
// "If a misaligned pointer is passed to a function, the function shall trap"; other engines are more lenient, and so may we be.
// dir: sandbox
// host-setup: file sandbox/file text
// run-each: 20 -> 0|trap
#include "check.h"

P1(poll_oneoff) int p1_poll_oneoff(void *, void *, size_t, void *);

static uint8_t area[256];

static int call(int number, fd_t file, uint8_t *odd) {
    __wasi_iovec_t in = {area + 128, 4};
    __wasi_ciovec_t out = {(const uint8_t *)"text", 4};
    __wasi_subscription_t subscription = {.u.tag = __WASI_EVENTTYPE_CLOCK};
    __wasi_event_t event;
    size_t size;
    switch (number) {
        case 0: return __wasi_args_sizes_get((size_t *)odd, &size);
        case 1: return __wasi_environ_sizes_get(&size, (size_t *)odd);
        case 2: return __wasi_clock_res_get(1, (uint64_t *)odd);
        case 3: return __wasi_clock_time_get(1, 0, (uint64_t *)odd);
        case 4: return __wasi_fd_fdstat_get(file, (void *)odd);
        case 5: return __wasi_fd_filestat_get(file, (void *)odd);
        case 6: return __wasi_fd_prestat_get(DIR, (void *)odd);
        case 7: memcpy(odd, &in, sizeof in); return __wasi_fd_read(file, (void *)odd, 1, &size);
        case 8: return __wasi_fd_read(file, &in, 1, (void *)odd);
        case 9: memcpy(odd, &out, sizeof out); return __wasi_fd_write(file, (void *)odd, 1, &size);
        case 10: return __wasi_fd_write(file, &out, 1, (void *)odd);
        case 11: return __wasi_fd_seek(file, 0, __WASI_WHENCE_SET, (void *)odd);
        case 12: return __wasi_fd_tell(file, (void *)odd);
        case 13: return p1_path_filestat_get(DIR, 0, T("file"), (void *)odd);
        case 14: return p1_path_open(DIR, 0, T("file"), 0, R, 0, 0, (void *)odd);
        case 15: memcpy(odd, &subscription, sizeof subscription); return p1_poll_oneoff(odd, &event, 1, &size);
        case 16: return p1_poll_oneoff(&subscription, odd, 1, &size);
        case 17: return p1_poll_oneoff(&subscription, &event, 1, odd);
        case 18: return __wasi_fd_readdir(DIR, area + 128, 64, 0, (void *)odd);
        case 19: return __wasi_args_get((void *)odd, area + 128);
    }
    fail(__FILE__, __LINE__, "a number of a call", NULL);
}

int main(void) {
    uint8_t *argv[2], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    int number = 0;
    for (const uint8_t *digit = argv[1]; *digit; digit++) number = number * 10 + *digit - '0';
    fd_t file = open_(DIR, "file", 0, RW, 0);
    memset(area, 0xaa, sizeof area);
    ANY(call(number, file, area + 33), SUCCESS, FAULT, INVAL);
    // The largest result has 64 bytes.
    for (int i = 0; i < 33; i++) EQUAL(area[i], 0xaa);
    for (int i = 33 + 64; i < 128; i++) EQUAL(area[i], 0xaa);
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
