// Operations for directories only fail for a file.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    put(DIR, "other", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0), fd;
    uint8_t buffer[64];
    size_t size;
    __wasi_filestat_t stat;
    ANY(__wasi_fd_readdir(file, buffer, sizeof buffer, 0, &size), NOTDIR, BADF, NOTCAPABLE);
    fd_t files[] = {file, STDIN, STDERR};
    for (int i = 0; i < 3; i++) {
        ANY(p1_path_open(files[i], 0, T("x"), 0, R, 0, 0, &fd), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_open(files[i], 0, T("."), 0, R, 0, 0, &fd), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_open(files[i], 0, T("x"), CREAT, RW, 0, 0, &fd), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_create_directory(files[i], T("x")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_filestat_get(files[i], 0, T("x"), &stat), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_filestat_set_times(files[i], 0, T("x"), 0, 0, 0), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_readlink(files[i], T("x"), buffer, sizeof buffer, &size), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_remove_directory(files[i], T("x")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_unlink_file(files[i], T("x")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_symlink(T("y"), files[i], T("x")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_rename(files[i], T("x"), DIR, T("y")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_rename(DIR, T("other"), files[i], T("y")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_link(files[i], 0, T("x"), DIR, T("y")), NOTDIR, BADF, NOTCAPABLE);
        ANY(p1_path_link(DIR, 0, T("other"), files[i], T("y")), NOTDIR, BADF, NOTCAPABLE);
    }
    CHECK(!exists(DIR, "y") && !exists(DIR, "x") && exists(DIR, "other"));
    return 0;
}
