// A file grows with zeros and shrinks; its position does not change.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    write_all(file, "0123456789", 10);
    OK(__wasi_fd_filestat_set_size(file, 4));
    EQUAL(stat_fd(file).size, 4);
    __wasi_filesize_t position;
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, 10);
    OK(__wasi_fd_filestat_set_size(file, 8));
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    char buffer[16];
    EQUAL(read_all(file, buffer, sizeof buffer), 8);
    CHECK(memcmp(buffer, "0123\0\0\0\0", 8) == 0);
    OK(__wasi_fd_filestat_set_size(file, 0));
    EQUAL(stat_fd(file).size, 0);
    // Six GiB of nothing.
    OK(__wasi_fd_filestat_set_size(file, UINT64_C(6) << 30));
    EQUAL(stat_fd(file).size, UINT64_C(6) << 30);
    ANY(__wasi_fd_filestat_set_size(DIR, 0), BADF, ISDIR, INVAL, NOTCAPABLE);
    return 0;
}
