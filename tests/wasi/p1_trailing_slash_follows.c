// A slash after a link's name makes the path mean the link's target, as if `.` followed: POSIX resolves paths in this
// way.
// dir: sandbox
// reference: differs: wasmtime looks at the link itself
// reference-shows: left 7, right 3
#include "check.h"

int main(void) {
    make_directory(DIR, "directory");
    put(DIR, "file", "text");
    make_symlink("directory", DIR, "to-directory");
    make_symlink("file", DIR, "to-file");
    make_symlink("missing", DIR, "dangling");
    EQUAL(stat_path(DIR, 0, "to-directory/").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "to-directory/.").filetype, __WASI_FILETYPE_DIRECTORY);
    fd_t fd;
    OK(p1_path_open(DIR, 0, T("to-directory/"), DIRECTORY, ANY_DIRECTORY, 0, 0, &fd));
    EQUAL(stat_fd(fd).ino, stat_path(DIR, 0, "directory").ino);
    __wasi_filestat_t stat;
    ANY(p1_path_filestat_get(DIR, 0, T("to-file/"), &stat), NOTDIR);
    ANY(p1_path_filestat_get(DIR, 0, T("dangling/"), &stat), NOENT);
    ANY(p1_path_open(DIR, FOLLOW, T("to-file/"), 0, R, 0, 0, &fd), NOTDIR);
    return 0;
}
