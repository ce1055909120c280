// Names of 255 bytes work, longer ones and very long paths are NAMETOOLONG; deep paths and hundreds of `..` work.
// dir: sandbox
#include "check.h"

static char path[70001];

int main(void) {
    fd_t fd;
    memset(path, 'n', sizeof path - 1);
    ANY(p1_path_open(DIR, 0, path, 256, CREAT, RW, 0, 0, &fd), NAMETOOLONG);
    ANY(p1_path_open(DIR, 0, path, 70000, CREAT, RW, 0, 0, &fd), NAMETOOLONG);
    ANY(p1_path_create_directory(DIR, path, 70000), NAMETOOLONG);
    OK(p1_path_open(DIR, 0, path, 255, CREAT, RW, 0, 0, &fd));
    OK(p1_path_unlink_file(DIR, path, 255));

    // 70,000 bytes of short names.
    for (size_t i = 1; i < sizeof path - 1; i += 2) path[i] = '/';
    ANY(p1_path_open(DIR, 0, path, 70000, 0, R, 0, 0, &fd), NAMETOOLONG, NOENT);
    __wasi_filestat_t stat;
    ANY(p1_path_filestat_get(DIR, 0, path, 70000, &stat), NAMETOOLONG, NOENT);

    // 200 levels down, and 200 times up again: back at the start.
    size_t at = 0;
    for (int i = 0; i < 200; i++) {
        path[at++] = 'd';
        OK(p1_path_create_directory(DIR, path, at));
        path[at++] = '/';
    }
    memcpy(path + at, "file", 4);
    OK(p1_path_open(DIR, 0, path, at + 4, CREAT, RW, 0, 0, &fd));
    write_all(fd, "deep", 4);
    for (int i = 0; i < 200; i++, at += 3) memcpy(path + at, "../", 3);
    memcpy(path + at, "top", 3);
    OK(p1_path_open(DIR, 0, path, at + 3, CREAT, RW, 0, 0, &fd));
    CHECK(exists(DIR, "top"));
    memcpy(path + at, "../top", 6);
    ESCAPES(p1_path_open(DIR, 0, path, at + 6, 0, R, 0, 0, &fd));
    // `sub/..` over and over.
    at = 0;
    for (int i = 0; i < 200; i++, at += 5) memcpy(path + at, "d/../", 5);
    memcpy(path + at, "top", 3);
    OK(p1_path_filestat_get(DIR, 0, path, at + 3, &stat));
    return 0;
}
