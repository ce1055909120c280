// Reading and writing at an explicit offset does not move the position; a gap before the offset is zeros.
// dir: sandbox
#include "check.h"

static size_t pwrite_(fd_t fd, const char *text, uint64_t offset) {
    __wasi_ciovec_t vector = {(const uint8_t *)text, strlen(text)};
    size_t count;
    OK(__wasi_fd_pwrite(fd, &vector, 1, offset, &count));
    return count;
}

static size_t pread_(fd_t fd, void *buffer, size_t size, uint64_t offset) {
    __wasi_iovec_t vector = {buffer, size};
    size_t count;
    OK(__wasi_fd_pread(fd, &vector, 1, offset, &count));
    return count;
}

static uint64_t tell(fd_t fd) {
    __wasi_filesize_t position;
    OK(__wasi_fd_tell(fd, &position));
    return position;
}

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    EQUAL(pwrite_(file, "world", 6), 5);
    EQUAL(tell(file), 0);
    EQUAL(stat_fd(file).size, 11);
    EQUAL(pwrite_(file, "hello", 0), 5);
    EQUAL(tell(file), 0);
    char buffer[16];
    memset(buffer, 'x', sizeof buffer);
    EQUAL(pread_(file, buffer, sizeof buffer, 0), 11);
    CHECK(memcmp(buffer, "hello\0worldxxxxx", 16) == 0);
    EQUAL(pread_(file, buffer, 3, 8), 3);
    CHECK(memcmp(buffer, "rld", 3) == 0);
    EQUAL(tell(file), 0);
    EQUAL(pread_(file, buffer, 3, 11), 0);
    EQUAL(pread_(file, buffer, 3, 1000000), 0);
    EQUAL(pread_(file, buffer, 0, 0), 0);

    // A position in the middle stays where it is.
    write_all(file, "HE", 2);
    EQUAL(pwrite_(file, "!", 11), 1);
    EQUAL(pread_(file, buffer, 12, 0), 12);
    EQUAL(tell(file), 2);
    CHECK(memcmp(buffer, "HEllo\0world!", 12) == 0);

    // Beyond four GiB, where 32 bits are too few.
    EQUAL(pwrite_(file, "far", UINT64_C(5) << 30), 3);
    EQUAL(stat_fd(file).size, (UINT64_C(5) << 30) + 3);
    EQUAL(pread_(file, buffer, 8, (UINT64_C(5) << 30) - 2), 5);
    CHECK(memcmp(buffer, "\0\0far", 5) == 0);
    EQUAL(pread_(file, buffer, 1, 0), 1);
    EQUAL(buffer[0], 'H');
    return 0;
}
