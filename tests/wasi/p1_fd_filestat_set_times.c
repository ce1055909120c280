// Times are set to the nanosecond, one without the other, or to now. Two requests for the same time are INVAL and
// change nothing.
// dir: sandbox
#include "check.h"

enum {
    ATIM = __WASI_FSTFLAGS_ATIM,
    ATIM_NOW = __WASI_FSTFLAGS_ATIM_NOW,
    MTIM = __WASI_FSTFLAGS_MTIM,
    MTIM_NOW = __WASI_FSTFLAGS_MTIM_NOW,
};
static const uint64_t FIRST = UINT64_C(1234567890123456789), SECOND = UINT64_C(1000000000000000001);

static void check_times(fd_t fd) {
    OK(__wasi_fd_filestat_set_times(fd, FIRST, SECOND, ATIM | MTIM));
    EQUAL(stat_fd(fd).atim, FIRST);
    EQUAL(stat_fd(fd).mtim, SECOND);
    OK(__wasi_fd_filestat_set_times(fd, SECOND, 1, ATIM));
    EQUAL(stat_fd(fd).atim, SECOND);
    EQUAL(stat_fd(fd).mtim, SECOND);
    OK(__wasi_fd_filestat_set_times(fd, 1, FIRST, MTIM));
    EQUAL(stat_fd(fd).atim, SECOND);
    EQUAL(stat_fd(fd).mtim, FIRST);
    OK(__wasi_fd_filestat_set_times(fd, 1, 1, 0));
    ANY(__wasi_fd_filestat_set_times(fd, 1, 1, ATIM | ATIM_NOW), INVAL);
    ANY(__wasi_fd_filestat_set_times(fd, 1, 1, MTIM | MTIM_NOW), INVAL);
    ANY(__wasi_fd_filestat_set_times(fd, 1, 1, MTIM | ATIM | ATIM_NOW), INVAL);
    EQUAL(stat_fd(fd).atim, SECOND);
    EQUAL(stat_fd(fd).mtim, FIRST);

    uint64_t before = now(__WASI_CLOCKID_REALTIME) - 100000000;
    OK(__wasi_fd_filestat_set_times(fd, 1, 1, MTIM_NOW));
    CHECK(stat_fd(fd).mtim > before);
    EQUAL(stat_fd(fd).atim, SECOND);
    OK(__wasi_fd_filestat_set_times(fd, 1, FIRST, ATIM_NOW | MTIM));
    CHECK(stat_fd(fd).atim > before);
    EQUAL(stat_fd(fd).mtim, FIRST);
    OK(__wasi_fd_filestat_set_times(fd, 0, 0, ATIM | MTIM));
    EQUAL(stat_fd(fd).mtim, 0);
}

int main(void) {
    put(DIR, "file", "text");
    check_times(open_(DIR, "file", 0, RW, 0));
    check_times(open_(DIR, "file", 0, R, 0));
    make_directory(DIR, "directory");
    check_times(open_directory(DIR, "directory"));
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
