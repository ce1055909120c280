// A link to a missing file: the link itself exists, its target does not; creating a file through it creates the target.
// dir: sandbox
// host-setup: symlink sandbox/link target
#include "check.h"

int main(void) {
    fd_t fd;
    __wasi_filestat_t stat;
    ANY(p1_path_open(DIR, 0, T("link"), 0, R, 0, 0, &fd), LOOP, NOENT);
    ANY(p1_path_open(DIR, 0, T("link"), DIRECTORY, R, 0, 0, &fd), LOOP, NOENT, NOTDIR);
    ANY(p1_path_open(DIR, FOLLOW, T("link"), 0, R, 0, 0, &fd), NOENT);
    ANY(p1_path_filestat_get(DIR, FOLLOW, T("link"), &stat), NOENT);
    OK(p1_path_filestat_get(DIR, 0, T("link"), &stat));
    EQUAL(stat.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    ANY(p1_path_create_directory(DIR, T("link")), EXIST);
    CHECK(!exists(DIR, "target"));
    OK(p1_path_open(DIR, FOLLOW, T("link"), CREAT, RW, 0, 0, &fd));
    CHECK(exists(DIR, "target"));
    EQUAL(stat_fd(fd).ino, stat_path(DIR, 0, "target").ino);
    remove_file(DIR, "link");
    CHECK(exists(DIR, "target"));
    return 0;
}
