// On a terminal the standard streams are character devices without a position, which is how a libc knows a terminal.
// terminal: yes
#include "check.h"

int main(void) {
    for (fd_t stream = STDIN; stream <= STDERR; stream++) {
        __wasi_fdstat_t stat;
        OK(__wasi_fd_fdstat_get(stream, &stat));
        EQUAL(stat.fs_filetype, __WASI_FILETYPE_CHARACTER_DEVICE);
        EQUAL(stat.fs_rights_base & (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL), 0);
    }
    return 0;
}
