// Below a read-only directory nothing can be created, removed, renamed, linked or given another time, by path or by
// descriptor, at any depth.
// dir: readonly:ro
// host-setup: file readonly/file "read only"
// host-setup: dir readonly/directory
// host-setup: dir readonly/directory/empty
// host-setup: file readonly/directory/below "below"
// host-setup: symlink readonly/link file
// reference: none: its command line has no read-only directories
#include "check.h"

enum { ATIM = __WASI_FSTFLAGS_ATIM, MTIM = __WASI_FSTFLAGS_MTIM };

static void change(fd_t dir, const char *file, const char *empty) {
    READ_ONLY(p1_path_create_directory(dir, T("new")));
    READ_ONLY(p1_path_remove_directory(dir, Z(empty)));
    READ_ONLY(p1_path_unlink_file(dir, Z(file)));
    READ_ONLY(p1_path_rename(dir, Z(file), dir, T("new")));
    READ_ONLY(p1_path_link(dir, 0, Z(file), dir, T("new")));
    READ_ONLY(p1_path_symlink(T("to"), dir, T("new")));
    READ_ONLY(p1_path_filestat_set_times(dir, 0, Z(file), 1, 1, ATIM | MTIM));
    READ_ONLY(p1_path_filestat_set_times(dir, 0, T("."), 1, 1, MTIM));
    READ_ONLY(__wasi_fd_filestat_set_times(dir, 1, 1, MTIM));
    CHECK(!exists(dir, "new"));
}

int main(void) {
    change(DIR, "file", "directory/empty");
    READ_ONLY(p1_path_filestat_set_times(DIR, FOLLOW, T("link"), 1, 1, MTIM));
    READ_ONLY(p1_path_filestat_set_times(DIR, 0, T("link"), 1, 1, MTIM));
    fd_t directory = open_directory(DIR, "directory");
    change(directory, "below", "empty");
    READ_ONLY(p1_path_rename(DIR, T("file"), directory, T("new")));

    // Descriptors carry no more than their directory gave.
    fd_t file = open_(DIR, "file", 0, R, 0);
    size_t count;
    ANY(write_some(file, "x", 1, &count), BADF, NOTCAPABLE, PERM, ROFS);
    ANY(__wasi_fd_filestat_set_size(file, 0), INVAL, BADF, NOTCAPABLE, PERM, ROFS);
    ANY(__wasi_fd_allocate(file, 0, 100), BADF, NOTCAPABLE, PERM, ROFS, INVAL, NOTSUP);
    READ_ONLY(__wasi_fd_filestat_set_times(file, 1, 1, ATIM | MTIM));
    __wasi_fdstat_t fdstat;
    OK(__wasi_fd_fdstat_get(file, &fdstat));
    EQUAL(fdstat.fs_rights_base & __WASI_RIGHTS_FD_WRITE, 0);
    return 0;
}
