// Synchronizing with the disk works for files that are open for writing and for reading.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    OK(__wasi_fd_sync(file));
    write_all(file, "text", 4);
    OK(__wasi_fd_datasync(file));
    OK(__wasi_fd_sync(file));
    fd_t reader = open_(DIR, "file", 0, R, 0);
    OK(__wasi_fd_datasync(reader));
    OK(__wasi_fd_sync(reader));
    ANY(__wasi_fd_sync(DIR), SUCCESS, BADF, NOTCAPABLE);
    ANY(__wasi_fd_datasync(DIR), SUCCESS, BADF, NOTCAPABLE);
    return 0;
}
