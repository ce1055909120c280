// A file opened for synchronous writing reports these flags, or the call is NOTSUP. The flags are never ignored.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "");
    int flags[] = {DSYNC, SYNC, RSYNC, DSYNC | RSYNC, SYNC | APPEND};
    for (int i = 0; i < 5; i++) {
        fd_t fd;
        int error = p1_path_open(DIR, 0, T("file"), 0, RW, 0, flags[i], &fd);
        ANY(error, SUCCESS, NOTSUP);
        if (error) continue;
        __wasi_fdstat_t fdstat;
        OK(__wasi_fd_fdstat_get(fd, &fdstat));
        EQUAL(fdstat.fs_flags & flags[i], flags[i]);
        write_all(fd, "text", 4);
        OK(__wasi_fd_close(fd));
    }
    return 0;
}
