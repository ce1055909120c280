// Preopened directories report their names from descriptor 3 on; every other descriptor is BADF, which ends the search
// of a libc.
// dir: sandbox
// dir: second
#include "check.h"

static void check_name(fd_t fd, const char *expected) {
    size_t size = strlen(expected);
    __wasi_prestat_t prestat;
    OK(__wasi_fd_prestat_get(fd, &prestat));
    EQUAL(prestat.tag, __WASI_PREOPENTYPE_DIR);
    EQUAL(prestat.u.dir.pr_name_len, size);
    uint8_t name[32];
    memset(name, 0xaa, sizeof name);
    OK(__wasi_fd_prestat_dir_name(fd, name, size));
    CHECK(memcmp(name, expected, size) == 0);
    EQUAL(name[size], 0xaa);
    // Room for more is no error, and stays as it was.
    OK(__wasi_fd_prestat_dir_name(fd, name, sizeof name));
    EQUAL(name[size], 0xaa);
    memset(name, 0xaa, sizeof name);
    ANY(__wasi_fd_prestat_dir_name(fd, name, size - 1), NAMETOOLONG);
    ANY(__wasi_fd_prestat_dir_name(fd, name, 0), NAMETOOLONG);
    EQUAL(name[0], 0xaa);
}

int main(void) {
    check_name(DIR, "/sandbox");
    check_name(DIR2, "/second");
    __wasi_prestat_t prestat;
    uint8_t name[32];
    make_directory(DIR, "directory");
    fd_t others[] = {STDIN, STDOUT, STDERR, 9999, open_(DIR, "file", CREAT, RW, 0), open_directory(DIR, "directory")};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        ANY(__wasi_fd_prestat_get(others[i], &prestat), BADF);
        ANY(__wasi_fd_prestat_dir_name(others[i], name, sizeof name), BADF, NOTDIR);
    }
    return 0;
}
