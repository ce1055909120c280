// Pipes and sockets in the file system: opened or refused without waiting for another process, and reported with their
// types.
// dir: sandbox
// host-setup: fifo sandbox/fifo
// host-setup: socket sandbox/socket
// reference: none: wasmtime opens a FIFO and waits for the other end for ever
#include "check.h"

int main(void) {
    rights_t rights[] = {R, W, RW, 0};
    for (int i = 0; i < 4; i++) {
        fd_t fd;
        if (p1_path_open(DIR, 0, T("fifo"), 0, rights[i], 0, 0, &fd) == SUCCESS) {
            EQUAL(stat_fd(fd).filetype, stat_path(DIR, 0, "fifo").filetype);
            char byte;
            size_t count;
            // With nobody at the other end there is nothing to read, and nothing to wait for.
            if (rights[i] == R) ANY(read_some(fd, &byte, 1, &count), SUCCESS, AGAIN);
            OK(__wasi_fd_close(fd));
        }
        ANY(p1_path_open(DIR, 0, T("fifo"), DIRECTORY, rights[i], 0, 0, &fd), NOTDIR);
        ANY(p1_path_open(DIR, 0, T("socket"), 0, rights[i], 0, 0, &fd), NXIO, NOTSUP, ACCES, PERM, INVAL, __WASI_ERRNO_NODEV);
    }
    CHECK(stat_path(DIR, 0, "fifo").filetype != __WASI_FILETYPE_REGULAR_FILE);
    CHECK(stat_path(DIR, 0, "socket").filetype != __WASI_FILETYPE_REGULAR_FILE);
    CHECK(exists(DIR, "fifo"));
    return 0;
}
