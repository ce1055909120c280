// Times by path: of a file, a directory, a link's target, or of the link itself.
// dir: sandbox
// host-setup: file sandbox/file text
// host-setup: dir sandbox/directory
// host-setup: symlink sandbox/link file
#include "check.h"

enum { ATIM = __WASI_FSTFLAGS_ATIM, MTIM = __WASI_FSTFLAGS_MTIM };
static const uint64_t FIRST = UINT64_C(1234567890123456789), SECOND = UINT64_C(1000000000000000001);

int main(void) {
    OK(p1_path_filestat_set_times(DIR, 0, T("file"), FIRST, SECOND, ATIM | MTIM));
    EQUAL(stat_path(DIR, 0, "file").atim, FIRST);
    EQUAL(stat_path(DIR, 0, "file").mtim, SECOND);
    OK(p1_path_filestat_set_times(DIR, 0, T("directory"), 1, FIRST, MTIM));
    EQUAL(stat_path(DIR, 0, "directory").mtim, FIRST);

    uint64_t link = stat_path(DIR, 0, "link").mtim;
    OK(p1_path_filestat_set_times(DIR, FOLLOW, T("link"), 1, FIRST, MTIM));
    EQUAL(stat_path(DIR, 0, "file").mtim, FIRST);
    EQUAL(stat_path(DIR, 0, "link").mtim, link);
    OK(p1_path_filestat_set_times(DIR, 0, T("link"), 1, SECOND, MTIM));
    EQUAL(stat_path(DIR, 0, "link").mtim, SECOND);
    EQUAL(stat_path(DIR, 0, "file").mtim, FIRST);

    ANY(p1_path_filestat_set_times(DIR, 0, T("file"), 1, 1, MTIM | __WASI_FSTFLAGS_MTIM_NOW), INVAL);
    ANY(p1_path_filestat_set_times(DIR, 0, T("file"), 1, 1, ATIM | __WASI_FSTFLAGS_ATIM_NOW), INVAL);
    EQUAL(stat_path(DIR, 0, "file").mtim, FIRST);
    ANY(p1_path_filestat_set_times(DIR, 0, T("missing"), 1, 1, MTIM), NOENT);
    CHECK(!exists(DIR, "missing"));
    return 0;
}
