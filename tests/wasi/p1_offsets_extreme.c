// Offsets and sizes at and beyond the largest of a file: an errno, no wrap-around, and position and contents do not
// change.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 2, __WASI_WHENCE_SET, &position));
    uint8_t byte = 'x';
    __wasi_iovec_t in = {&byte, 1};
    __wasi_ciovec_t out = {&byte, 1};
    size_t count;
    uint64_t far[] = {UINT64_C(1) << 63, (UINT64_C(1) << 63) + 1, UINT64_MAX - 1, UINT64_MAX};
    for (int i = 0; i < 4; i++) {
        ANY(__wasi_fd_pwrite(file, &out, 1, far[i], &count), INVAL, FBIG, OVERFLOW);
        ANY(__wasi_fd_pread(file, &in, 1, far[i], &count), INVAL, FBIG, OVERFLOW, SUCCESS);
        ANY(__wasi_fd_filestat_set_size(file, far[i]), INVAL, FBIG, OVERFLOW);
        ANY(__wasi_fd_advise(file, far[i], 1, 0), INVAL, OVERFLOW, SUCCESS);
        ANY(__wasi_fd_advise(file, 0, far[i], 0), INVAL, OVERFLOW, SUCCESS);
    }
    ANY(__wasi_fd_pwrite(file, &out, 1, INT64_MAX, &count), INVAL, FBIG, OVERFLOW);
    EQUAL(byte, 'x');
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, 2);
    EQUAL(stat_fd(file).size, 4);
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
