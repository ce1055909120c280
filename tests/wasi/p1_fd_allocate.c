// Allocation makes a file at least as large as asked, never smaller, and keeps its bytes.
// dir: sandbox
// reference: differs: wasmtime says NOTSUP
// reference-shows: __wasi_fd_allocate(file, 0, 100), came NOTSUP
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    OK(__wasi_fd_allocate(file, 0, 100));
    EQUAL(stat_fd(file).size, 100);
    OK(__wasi_fd_allocate(file, 10, 10));
    EQUAL(stat_fd(file).size, 100);
    write_all(file, "text", 4);
    OK(__wasi_fd_allocate(file, 90, 20));
    EQUAL(stat_fd(file).size, 110);
    OK(__wasi_fd_allocate(file, 1000, 24));
    EQUAL(stat_fd(file).size, 1024);
    char buffer[1024];
    __wasi_filesize_t position;
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, 4);
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    EQUAL(read_all(file, buffer, sizeof buffer), 1024);
    CHECK(memcmp(buffer, "text", 4) == 0);
    for (int i = 4; i < 1024; i++) EQUAL(buffer[i], 0);

    // As posix_fallocate says: EINVAL for a length of zero, EFBIG for more than a file can hold.
    ANY(__wasi_fd_allocate(file, 0, 0), INVAL);
    ANY(__wasi_fd_allocate(file, INT64_MAX, 1), INVAL, FBIG);
    ANY(__wasi_fd_allocate(file, 1, UINT64_MAX), INVAL, FBIG);
    ANY(__wasi_fd_allocate(file, UINT64_MAX, 1), INVAL, FBIG);
    ANY(__wasi_fd_allocate(file, UINT64_MAX, UINT64_MAX), INVAL, FBIG);
    EQUAL(stat_fd(file).size, 1024);
    NO_RIGHT(__wasi_fd_allocate(open_(DIR, "file", 0, R, 0), 0, 4096));
    EQUAL(stat_fd(file).size, 1024);
    ANY(__wasi_fd_allocate(DIR, 0, 1), BADF, ISDIR, NOTCAPABLE, INVAL);
    return 0;
}
