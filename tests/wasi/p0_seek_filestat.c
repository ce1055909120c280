// `wasi_unstable`: seeking with its own numbers for `whence`, and file attributes in its own layout.
// dir: sandbox
#include "p0.h"

int main(void) {
    fd_t file;
    OK(p0_path_open(DIR, 0, T("file"), CREAT, RW, 0, 0, &file));
    __wasi_ciovec_t out = {(const uint8_t *)"0123456789", 10};
    size_t count;
    OK(p0_fd_write(file, &out, 1, &count));
    EQUAL(count, 10);
    uint64_t position;
    OK(p0_fd_seek(file, 3, P0_SET, &position));
    EQUAL(position, 3);
    OK(p0_fd_seek(file, 2, P0_CUR, &position));
    EQUAL(position, 5);
    OK(p0_fd_seek(file, -1, P0_END, &position));
    EQUAL(position, 9);
    OK(p0_fd_tell(file, &position));
    EQUAL(position, 9);
    ANY(p0_fd_seek(file, -1, P0_SET, &position), INVAL);

    OK(p0_path_link(DIR, 0, T("file"), DIR, T("link")));
    OK(p0_fd_filestat_set_times(file, UINT64_C(1234567890123456789), UINT64_C(1000000000000000001),
                                __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
    p0_filestat_t stats[2], by_path;
    memset(stats, 0xaa, sizeof stats);
    memset(&by_path, 0xaa, sizeof by_path);
    OK(p0_fd_filestat_get(file, stats));
    EQUAL(stats[0].filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stats[0].nlink, 2);
    EQUAL(stats[0].size, 10);
    EQUAL(stats[0].atim, UINT64_C(1234567890123456789));
    EQUAL(stats[0].mtim, UINT64_C(1000000000000000001));
    CHECK(stats[0].ctim > UINT64_C(1700000000000000000));
    EQUAL(stats[1].dev, UINT64_C(0xaaaaaaaaaaaaaaaa));
    OK(p0_path_filestat_get(DIR, 0, T("link"), &by_path));
    EQUAL(by_path.ino, stats[0].ino);
    EQUAL(by_path.nlink, 2);
    EQUAL(by_path.size, 10);
    EQUAL(by_path.mtim, stats[0].mtim);
    return 0;
}
