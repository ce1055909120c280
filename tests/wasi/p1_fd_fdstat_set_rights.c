// "This can only be used to remove rights, and returns `errno::notcapable` if called in a way that would attempt to add rights."
// dir: sandbox
// reference: differs: wasmtime says NOTSUP of every change of rights
// reference-shows: before.fs_rights_inheriting), came NOTSUP
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_fdstat_t before, after;
    OK(__wasi_fd_fdstat_get(file, &before));
    // The same again is allowed, and changes nothing.
    OK(__wasi_fd_fdstat_set_rights(file, before.fs_rights_base, before.fs_rights_inheriting));
    OK(__wasi_fd_fdstat_get(file, &after));
    EQUAL(after.fs_rights_base, before.fs_rights_base);
    EQUAL(after.fs_rights_inheriting, before.fs_rights_inheriting);

    // Without the right to write nothing is written, and the rest goes on.
    size_t count;
    write_all(file, "text", 4);
    rights_t fewer = before.fs_rights_base & ~(__WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE);
    OK(__wasi_fd_fdstat_set_rights(file, fewer, 0));
    OK(__wasi_fd_fdstat_get(file, &after));
    EQUAL(after.fs_rights_base, fewer);
    EQUAL(after.fs_rights_inheriting, 0);
    ANY(write_some(file, "more", 4, &count), NOTCAPABLE);
    ANY(__wasi_fd_filestat_set_size(file, 0), NOTCAPABLE);
    CHECK(holds(DIR, "file", "text"));

    // And there is no way back.
    ANY(__wasi_fd_fdstat_set_rights(file, before.fs_rights_base, 0), NOTCAPABLE);
    ANY(__wasi_fd_fdstat_set_rights(file, fewer, __WASI_RIGHTS_FD_READ), NOTCAPABLE);
    OK(__wasi_fd_fdstat_get(file, &after));
    EQUAL(after.fs_rights_base, fewer);
    ANY(write_some(file, "more", 4, &count), NOTCAPABLE);

    // A directory that may not create files anymore does not, and gives its children no more than it may inherit.
    OK(__wasi_fd_fdstat_get(DIR, &before));
    OK(__wasi_fd_fdstat_set_rights(DIR, before.fs_rights_base & ~__WASI_RIGHTS_PATH_CREATE_FILE,
                                   before.fs_rights_inheriting & ~__WASI_RIGHTS_FD_WRITE));
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("new"), CREAT, R, 0, 0, &fd), NOTCAPABLE);
    CHECK(!exists(DIR, "new"));
    ANY(p1_path_open(DIR, 0, T("file"), 0, RW, 0, 0, &fd), NOTCAPABLE);
    OK(p1_path_open(DIR, 0, T("file"), 0, R, 0, 0, &fd));
    ANY(__wasi_fd_fdstat_set_rights(9999, 0, 0), BADF);
    return 0;
}
