// Files are not terminals, whether opened by the guest or given as standard input.
// dir: sandbox
// host-setup: file input text
// stdin: file input
#include "check.h"

int main(void) {
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(open_(DIR, "file", CREAT, RW, 0), &stat));
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
    OK(__wasi_fd_fdstat_get(STDIN, &stat));
    CHECK(stat.fs_filetype != __WASI_FILETYPE_CHARACTER_DEVICE);
    char buffer[8];
    EQUAL(read_all(STDIN, buffer, sizeof buffer), 4);
    CHECK(memcmp(buffer, "text", 4) == 0);
    return 0;
}
