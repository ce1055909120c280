// Counts and lengths near 2^32, whose sizes in bytes wrap around: a trap or FAULT (or INVAL, or a short count),
// quickly, and without a host buffer of that size.
// dir: sandbox
// stdin: text hello
// host-setup: file sandbox/file text
// run-each: 18 -> 0|trap
#include "check.h"

P1(poll_oneoff) int p1_poll_oneoff(void *, void *, size_t, size_t *);
static uint8_t buffer[4096];

int main(void) {
    uint8_t *argv[2], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    int number = 0;
    for (const uint8_t *digit = argv[1]; *digit; digit++) number = number * 10 + *digit - '0';
    fd_t file = open_(DIR, "file", 0, RW, 0), fd;
    __wasi_iovec_t in[] = {{buffer, 4}, {buffer, UINT32_MAX}}, all = {buffer, UINT32_MAX};
    __wasi_ciovec_t out[] = {{buffer, 4}, {buffer, UINT32_MAX}}, most = {0, UINT32_MAX};
    size_t size;
    int error;
    switch (number) {
        case 0: error = __wasi_random_get(buffer, UINT32_MAX); break;
        case 1: error = __wasi_random_get(0, UINT32_MAX); break;
        case 2: error = p1_poll_oneoff(buffer, buffer, UINT32_C(1) << 31, &size); break;
        case 3: error = p1_poll_oneoff(buffer, buffer, UINT32_MAX, &size); break;
        // 2^29 vectors are 2^32 bytes: 0 in 32 bits.
        case 4: error = __wasi_fd_read(file, in, UINT32_C(1) << 29, &size); break;
        case 5: error = __wasi_fd_write(STDERR, out, (UINT32_C(1) << 29) + 1, &size); break;
        case 6: error = __wasi_fd_pread(file, in, UINT32_MAX, 0, &size); break;
        case 7: error = __wasi_fd_pwrite(file, out, UINT32_MAX, 0, &size); break;
        case 8: error = __wasi_fd_write(file, &most, 1, &size); break;
        case 9: error = __wasi_fd_readdir(DIR, buffer, UINT32_MAX, 0, &size); break;
        case 10: error = __wasi_fd_prestat_dir_name(DIR, buffer, UINT32_MAX); break;
        case 11: error = p1_path_open(DIR, 0, "file", UINT32_MAX, 0, R, 0, 0, &fd); break;
        case 12: error = p1_path_open(DIR, 0, (char *)0, UINT32_MAX, 0, R, 0, 0, &fd); break;
        case 13: error = p1_path_symlink("file", UINT32_MAX - 100, DIR, T("new")); break;
        case 14: error = p1_path_readlink(DIR, T("file"), buffer, UINT32_MAX, &size); break;
        case 15: error = __wasi_fd_read(STDIN, &all, 1, &size); break;
        // The first buffer is fine, the second is not: nothing must be done by half.
        case 16: error = __wasi_fd_write(file, out, 2, &size); break;
        default: error = __wasi_fd_read(STDIN, in, 2, &size); break;
    }
    if (error == SUCCESS)
        CHECK(number == 10 || ((number == 9 || number >= 15) && size <= sizeof buffer));
    else
        ANY(error, FAULT, INVAL, __WASI_ERRNO_NOMEM, number == 11 || number == 12 || number == 13 ? NAMETOOLONG : FAULT,
            number == 12 ? ILSEQ : FAULT, number == 4 || number == 6 || number == 7 ? OVERFLOW : FAULT);
    return 0;
}
