// Seeking from the start, the position and the end, beyond the end, and never before the start.
// dir: sandbox
#include "check.h"

static uint64_t seek(fd_t fd, int64_t offset, int whence) {
    __wasi_filesize_t position, told;
    OK(__wasi_fd_seek(fd, offset, whence, &position));
    OK(__wasi_fd_tell(fd, &told));
    EQUAL(told, position);
    return position;
}

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    EQUAL(seek(file, 0, __WASI_WHENCE_CUR), 0);
    write_all(file, "0123456789", 10);
    EQUAL(seek(file, 0, __WASI_WHENCE_CUR), 10);
    EQUAL(seek(file, -4, __WASI_WHENCE_CUR), 6);
    EQUAL(seek(file, 2, __WASI_WHENCE_CUR), 8);
    EQUAL(seek(file, 3, __WASI_WHENCE_SET), 3);
    EQUAL(seek(file, -1, __WASI_WHENCE_END), 9);
    char byte;
    EQUAL(read_all(file, &byte, 1), 1);
    EQUAL(byte, '9');

    // Before the start: INVAL, and the position is kept.
    EQUAL(seek(file, 5, __WASI_WHENCE_SET), 5);
    __wasi_filesize_t position;
    ANY(__wasi_fd_seek(file, -6, __WASI_WHENCE_CUR, &position), INVAL);
    ANY(__wasi_fd_seek(file, -11, __WASI_WHENCE_END, &position), INVAL);
    ANY(__wasi_fd_seek(file, -1, __WASI_WHENCE_SET, &position), INVAL);
    ANY(__wasi_fd_seek(file, INT64_MIN, __WASI_WHENCE_SET, &position), INVAL);
    ANY(__wasi_fd_seek(file, INT64_MIN, __WASI_WHENCE_CUR, &position), INVAL);
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, 5);

    // Past the end: reads give nothing, a write leaves a hole of zeros.
    EQUAL(seek(file, 4, __WASI_WHENCE_END), 14);
    EQUAL(read_all(file, &byte, 1), 0);
    EQUAL(stat_fd(file).size, 10);
    write_all(file, "x", 1);
    EQUAL(stat_fd(file).size, 15);
    seek(file, 9, __WASI_WHENCE_SET);
    char buffer[8];
    EQUAL(read_all(file, buffer, sizeof buffer), 6);
    CHECK(memcmp(buffer, "9\0\0\0\0x", 6) == 0);

    // Two descriptors of one file have two positions.
    fd_t other = open_(DIR, "file", 0, R, 0);
    EQUAL(seek(other, 0, __WASI_WHENCE_CUR), 0);
    EQUAL(seek(file, 0, __WASI_WHENCE_CUR), 15);
    return 0;
}
