// A file that is open only for reading cannot be written or truncated; one that is open only for writing cannot be
// read, not even zero bytes.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    uint8_t byte = 0;
    __wasi_iovec_t in = {&byte, 1};
    __wasi_ciovec_t out = {&byte, 1}, nothing = {&byte, 0};
    size_t count;

    fd_t reader = open_(DIR, "file", 0, R, 0);
    NO_RIGHT(__wasi_fd_write(reader, &out, 1, &count));
    NO_RIGHT(__wasi_fd_write(reader, &nothing, 1, &count));
    NO_RIGHT(__wasi_fd_pwrite(reader, &out, 1, 0, &count));
    ANY(__wasi_fd_filestat_set_size(reader, 0), INVAL, BADF, NOTCAPABLE, PERM);
    EQUAL(stat_fd(reader).size, 4);

    fd_t writer = open_(DIR, "file", 0, W, 0);
    NO_RIGHT(__wasi_fd_read(writer, &in, 1, &count));
    NO_RIGHT(__wasi_fd_pread(writer, &in, 1, 0, &count));
    write_all(writer, "T", 1);

    // Opened for nothing in particular: it can be looked at.
    fd_t neither;
    OK(p1_path_open(DIR, 0, T("file"), 0, __WASI_RIGHTS_FD_FILESTAT_GET, 0, 0, &neither));
    NO_RIGHT(__wasi_fd_write(neither, &out, 1, &count));
    EQUAL(stat_fd(neither).size, 4);
    CHECK(holds(DIR, "file", "Text"));
    return 0;
}
