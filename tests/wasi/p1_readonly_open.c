// Below a read-only directory files can be read and their attributes queried; they cannot be created, truncated or
// opened for writing.
// dir: readonly:ro
// host-setup: file readonly/file "read only"
// host-setup: dir readonly/directory
// host-setup: symlink readonly/link file
// reference: none: its command line has no read-only directories
#include "check.h"

int main(void) {
    fd_t fd;
    CHECK(holds(DIR, "file", "read only"));
    CHECK(holds(DIR, "link", "read only"));
    EQUAL(stat_path(DIR, 0, "directory").filetype, __WASI_FILETYPE_DIRECTORY);

    READ_ONLY(p1_path_open(DIR, 0, T("new"), CREAT, RW, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, 0, T("new"), CREAT, R, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, 0, T("new"), CREAT | EXCL, 0, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, 0, T("file"), 0, RW, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, 0, T("file"), 0, W, 0, APPEND, &fd));
    READ_ONLY(p1_path_open(DIR, FOLLOW, T("link"), 0, W, 0, 0, &fd));
    // Emptying is writing, also for one who asks to read only.
    READ_ONLY(p1_path_open(DIR, 0, T("file"), TRUNC, R, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, 0, T("file"), TRUNC, 0, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR, FOLLOW, T("link"), TRUNC, R, 0, 0, &fd));
    CHECK(!exists(DIR, "new") && holds(DIR, "file", "read only"));
    return 0;
}
