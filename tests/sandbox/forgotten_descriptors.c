// Descriptors that the host's shell left open (the test opens one) are not available to the guest, which has only its
// streams and directories.
// dir: sandbox
#include "check.h"

int main(void) {
    for (fd_t fd = DIR + 1; fd < 4096; fd++) {
        __wasi_fdstat_t stat;
        char byte;
        size_t count;
        ANY(__wasi_fd_fdstat_get(fd, &stat), BADF);
        ANY(read_some(fd, &byte, 1, &count), BADF);
        fd_t opened;
        ANY(p1_path_open(fd, 0, T("."), 0, 0, 0, 0, &opened), BADF);
    }
    return 0;
}
