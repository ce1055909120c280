// Results written over the arguments of the same call: the call uses the arguments as they were before.
// dir: sandbox
// host-setup: file sandbox/file 0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz
// host-setup: symlink sandbox/link file
#include "check.h"

static union {
    __wasi_iovec_t vectors[4];
    __wasi_filestat_t stat;
    char path[128];
    size_t words[32];
} area;

int main(void) {
    fd_t file = open_(DIR, "file", 0, R, 0), fd;
    static char back[32];
    size_t count;
    // Reading into the table of vectors itself.
    area.vectors[0] = (__wasi_iovec_t){(uint8_t *)area.path, 8};
    area.vectors[1] = (__wasi_iovec_t){(uint8_t *)area.path + 8, 8};
    area.vectors[2] = (__wasi_iovec_t){(uint8_t *)back, 16};
    OK(__wasi_fd_read(file, area.vectors, 3, &count));
    CHECK(count == 8 || count == 32);
    CHECK(memcmp(area.path, "01234567", 8) == 0);
    if (count == 32) CHECK(memcmp(area.path, "0123456789abcdef", 16) == 0 && memcmp(back, "ghijklmnopqrstuv", 16) == 0);

    // The count into the vectors.
    area.vectors[0] = (__wasi_iovec_t){(uint8_t *)back, 4};
    OK(__wasi_fd_pread(file, area.vectors, 1, 0, &area.words[0]));
    EQUAL(area.words[0], 4);
    CHECK(memcmp(back, "0123", 4) == 0);

    // Attributes over the path that they are of.
    memcpy(area.path, "file", 4);
    OK(p1_path_filestat_get(DIR, 0, area.path, 4, &area.stat));
    EQUAL(area.stat.size, 72);
    memcpy(area.path, "file", 4);
    OK(p1_path_open(DIR, 0, area.path, 4, 0, R, 0, 0, (fd_t *)area.path));
    memcpy(&fd, area.path, sizeof fd);
    EQUAL(stat_fd(fd).size, 72);
    // The text of a link over its path.
    memcpy(area.path, "link", 4);
    OK(p1_path_readlink(DIR, area.path, 4, area.path, 128, &count));
    CHECK(count == 4 && memcmp(area.path, "file", 4) == 0);
    // Both sizes in one place: the last one written stays, whichever that is.
    size_t arguments, bytes, both;
    OK(__wasi_args_sizes_get(&arguments, &bytes));
    OK(__wasi_args_sizes_get(&both, &both));
    CHECK(both == arguments || both == bytes);
    return 0;
}
