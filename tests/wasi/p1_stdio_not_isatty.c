// Pipes are not terminals.
// stdin: silent
#include "check.h"

int main(void) {
    for (fd_t stream = STDIN; stream <= STDERR; stream++) {
        __wasi_fdstat_t stat;
        OK(__wasi_fd_fdstat_get(stream, &stat));
        CHECK(stat.fs_filetype != __WASI_FILETYPE_CHARACTER_DEVICE);
        CHECK(stat.fs_rights_base & (stream == STDIN ? __WASI_RIGHTS_FD_READ : __WASI_RIGHTS_FD_WRITE));
    }
    return 0;
}
