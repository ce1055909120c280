// Operations for files only fail for a directory, independent of the host.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "directory");
    fd_t directories[] = {DIR, open_directory(DIR, "directory")};
    uint8_t byte = 0;
    __wasi_iovec_t in = {&byte, 1};
    __wasi_ciovec_t out = {&byte, 1};
    size_t count;
    for (int i = 0; i < 2; i++) {
        fd_t fd = directories[i];
        ANY(__wasi_fd_read(fd, &in, 1, &count), BADF, ISDIR, NOTCAPABLE);
        ANY(__wasi_fd_pread(fd, &in, 1, 0, &count), BADF, ISDIR, NOTCAPABLE);
        ANY(__wasi_fd_write(fd, &out, 1, &count), BADF, ISDIR, NOTCAPABLE);
        ANY(__wasi_fd_pwrite(fd, &out, 1, 0, &count), BADF, ISDIR, NOTCAPABLE);
        ANY(__wasi_fd_allocate(fd, 0, 1), BADF, ISDIR, NOTCAPABLE);
        ANY(__wasi_fd_filestat_set_size(fd, 1), BADF, ISDIR, NOTCAPABLE, INVAL);
        ANY(__wasi_fd_fdstat_set_flags(fd, NONBLOCK), BADF, ISDIR, NOTCAPABLE, SUCCESS);
    }
    return 0;
}
