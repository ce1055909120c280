// NONBLOCK has no effect on a regular file: reads and writes work as before.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, NONBLOCK);
    write_all(file, "some text", 9);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 5, __WASI_WHENCE_SET, &position));
    char buffer[8];
    EQUAL(read_all(file, buffer, sizeof buffer), 4);
    CHECK(memcmp(buffer, "text", 4) == 0);
    // A directory can be opened so, too.
    fd_t fd;
    OK(p1_path_open(DIR, 0, T("."), DIRECTORY, 0, 0, NONBLOCK, &fd));
    OK(__wasi_fd_close(fd));
    OK(p1_path_open(DIR, 0, T("."), 0, 0, 0, NONBLOCK, &fd));
    return 0;
}
