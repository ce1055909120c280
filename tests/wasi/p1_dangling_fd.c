// A file or directory that is removed while open stays usable through its descriptor.
// dir: sandbox
#include "check.h"

int main(void) {
    for (int round = 0; round < 3; round++) {
        fd_t file = open_(DIR, "file", CREAT | EXCL, RW, 0);
        remove_file(DIR, "file");
        CHECK(!exists(DIR, "file"));
        write_all(file, "text", 4);
        EQUAL(stat_fd(file).size, 4);
        EQUAL(stat_fd(file).nlink, 0);
        char buffer[8];
        __wasi_filesize_t position;
        OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
        EQUAL(read_all(file, buffer, sizeof buffer), 4);
        OK(__wasi_fd_close(file));

        make_directory(DIR, "directory");
        fd_t directory = open_directory(DIR, "directory");
        remove_directory(DIR, "directory");
        EQUAL(stat_fd(directory).filetype, __WASI_FILETYPE_DIRECTORY);
        fd_t fd;
        ANY(p1_path_open(directory, 0, T("new"), CREAT, RW, 0, 0, &fd), NOENT);
        OK(__wasi_fd_close(directory));
    }
    return 0;
}
