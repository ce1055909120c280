// An unknown flag is INVAL and nothing happens, not even the effect of known flags in the same call.
// dir: sandbox
// reference: differs: wasmtime traps
// reference-shows: Invalid flag value Fdflags
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0), fd = 77;
    uint64_t modified = stat_fd(file).mtim;

    ANY(__wasi_fd_fdstat_set_flags(file, 1 << 5), INVAL);
    ANY(__wasi_fd_fdstat_set_flags(file, APPEND | 1 << 15), INVAL);
    __wasi_fdstat_t fdstat;
    OK(__wasi_fd_fdstat_get(file, &fdstat));
    EQUAL(fdstat.fs_flags, 0);

    ANY(__wasi_fd_filestat_set_times(file, 0, 0, __WASI_FSTFLAGS_MTIM | 1 << 4), INVAL);
    ANY(p1_path_filestat_set_times(DIR, 0, T("file"), 0, 0, __WASI_FSTFLAGS_MTIM | 1 << 15), INVAL);
    EQUAL(stat_fd(file).mtim, modified);

    ANY(p1_path_open(DIR, 0, T("file"), TRUNC | 1 << 4, RW, 0, 0, &fd), INVAL);
    ANY(p1_path_open(DIR, 0, T("file"), TRUNC, RW, 0, 1 << 5, &fd), INVAL);
    ANY(p1_path_open(DIR, 1 << 1, T("file"), TRUNC, RW, 0, 0, &fd), INVAL);
    ANY(p1_path_open(DIR, 1 << 1, T("new"), CREAT, RW, 0, 0, &fd), INVAL);
    EQUAL(fd, 77);
    CHECK(holds(DIR, "file", "text"));
    CHECK(!exists(DIR, "new"));

    __wasi_filestat_t stat;
    ANY(p1_path_filestat_get(DIR, 1 << 1, T("file"), &stat), INVAL);
    ANY(p1_path_link(DIR, 1 << 1, T("file"), DIR, T("new")), INVAL);
    CHECK(!exists(DIR, "new"));
    return 0;
}
