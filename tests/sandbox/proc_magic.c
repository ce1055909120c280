// /proc itself as the directory: its magic links lead outside without a path and are refused; its files can be read.
// dir: /proc::/proc:ro
// reference: none: its command line has no read-only directories
#include "check.h"

int main(void) {
    // Links with a text are within, magic ones are not.
    const char *magic[] = {"self/root", "self/cwd", "self/exe", "self/fd/0", "self/fd/9", "self/root/etc/passwd", "self/cwd/."};
    for (size_t i = 0; i < sizeof magic / sizeof *magic; i++) {
        fd_t fd;
        __wasi_filestat_t stat;
        ANY(p1_path_open(DIR, FOLLOW, Z(magic[i]), 0, R, 0, 0, &fd), PERM, NOTCAPABLE, LOOP, NOENT);
        ANY(p1_path_filestat_get(DIR, FOLLOW, Z(magic[i]), &stat), PERM, NOTCAPABLE, LOOP, NOENT);
    }
    char buffer[16];
    fd_t fd = open_(DIR, "self/stat", 0, R, 0);
    CHECK(read_all(fd, buffer, sizeof buffer) > 0);
    return 0;
}
