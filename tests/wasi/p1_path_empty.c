// The empty path is NOENT, as in POSIX.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t fd;
    __wasi_filestat_t stat;
    size_t size;
    char buffer[8];
    ANY(p1_path_open(DIR, 0, T(""), 0, R, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T(""), CREAT, RW, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T(""), DIRECTORY, 0, 0, 0, &fd), NOENT);
    ANY(p1_path_create_directory(DIR, T("")), NOENT);
    ANY(p1_path_filestat_get(DIR, 0, T(""), &stat), NOENT);
    ANY(p1_path_filestat_get(DIR, FOLLOW, T(""), &stat), NOENT);
    ANY(p1_path_filestat_set_times(DIR, 0, T(""), 0, 0, 0), NOENT);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("")), NOENT);
    ANY(p1_path_link(DIR, 0, T(""), DIR, T("new")), NOENT);
    ANY(p1_path_readlink(DIR, T(""), buffer, sizeof buffer, &size), NOENT);
    ANY(p1_path_remove_directory(DIR, T("")), NOENT);
    ANY(p1_path_rename(DIR, T("file"), DIR, T("")), NOENT);
    ANY(p1_path_rename(DIR, T(""), DIR, T("new")), NOENT);
    ANY(p1_path_symlink(T("file"), DIR, T("")), NOENT);
    ANY(p1_path_symlink(T(""), DIR, T("new")), NOENT);
    ANY(p1_path_unlink_file(DIR, T("")), NOENT);
    CHECK(!exists(DIR, "new"));
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
