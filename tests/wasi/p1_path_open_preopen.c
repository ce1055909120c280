// A preopened directory opens itself as `.`, with its own rights and with none, but not for writing.
// dir: sandbox
#include "check.h"

int main(void) {
    __wasi_fdstat_t own, other;
    OK(__wasi_fd_fdstat_get(DIR, &own));
    fd_t fd;
    OK(p1_path_open(DIR, 0, T("."), 0, own.fs_rights_base, own.fs_rights_inheriting, 0, &fd));
    OK(__wasi_fd_fdstat_get(fd, &other));
    EQUAL(other.fs_filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(other.fs_rights_base & ~own.fs_rights_base & ANY_DIRECTORY, 0);
    put(fd, "file", "text");
    CHECK(holds(DIR, "file", "text"));
    OK(p1_path_open(DIR, 0, T("."), 0, 0, 0, 0, &fd));
    OK(p1_path_open(DIR, 0, T("."), DIRECTORY, 0, 0, 0, &fd));
    OK(p1_path_open(DIR, 0, T("."), DIRECTORY, __WASI_RIGHTS_FD_READ, 0, 0, &fd));
    EQUAL(stat_fd(fd).ino, stat_fd(DIR).ino);
    // It is not a preopened directory itself.
    __wasi_prestat_t prestat;
    ANY(__wasi_fd_prestat_get(fd, &prestat), BADF);
    return 0;
}
