// A descriptor reports its type, its flags, and only the rights that it has.
// dir: sandbox
#include "check.h"

static __wasi_fdstat_t fdstat(fd_t fd) {
    __wasi_fdstat_t result;
    memset(&result, 0xaa, sizeof result);
    OK(__wasi_fd_fdstat_get(fd, &result));
    return result;
}

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_fdstat_t stat = fdstat(file);
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat.fs_flags, 0);
    EQUAL(stat.fs_rights_base & RW, RW);

    stat = fdstat(open_(DIR, "file", 0, R, 0));
    EQUAL(stat.fs_rights_base & R, R);
    EQUAL(stat.fs_rights_base & __WASI_RIGHTS_FD_WRITE, 0);
    stat = fdstat(open_(DIR, "file", 0, W, 0));
    EQUAL(stat.fs_rights_base & W, W);
    EQUAL(stat.fs_rights_base & __WASI_RIGHTS_FD_READ, 0);

    EQUAL(fdstat(open_(DIR, "file", 0, RW, APPEND)).fs_flags, APPEND);
    EQUAL(fdstat(open_(DIR, "file", 0, RW, NONBLOCK)).fs_flags, NONBLOCK);
    EQUAL(fdstat(open_(DIR, "file", 0, RW, APPEND | NONBLOCK)).fs_flags, APPEND | NONBLOCK);

    make_directory(DIR, "directory");
    fd_t directories[] = {DIR, open_directory(DIR, "directory")};
    for (int i = 0; i < 2; i++) {
        stat = fdstat(directories[i]);
        EQUAL(stat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
        EQUAL(stat.fs_flags, 0);
        EQUAL(stat.fs_rights_base & ANY_DIRECTORY, ANY_DIRECTORY);
        EQUAL(stat.fs_rights_base & (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE), 0);
    }
    // What a libc asks for when it opens a file below.
    stat = fdstat(DIR);
    rights_t wanted = RW | ANY_DIRECTORY;
    EQUAL(stat.fs_rights_inheriting & wanted, wanted);
    return 0;
}
