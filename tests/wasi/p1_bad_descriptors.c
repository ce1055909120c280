// Every function that takes a descriptor returns BADF for one that is not open, also for very large numbers.
// dir: sandbox
#include "check.h"

static void check_all(fd_t bad) {
    uint8_t byte = 0;
    __wasi_iovec_t in = {&byte, 1};
    __wasi_ciovec_t out = {&byte, 1};
    size_t size;
    __wasi_filesize_t offset;
    __wasi_fdstat_t fdstat;
    __wasi_filestat_t filestat;
    __wasi_prestat_t prestat;
    __wasi_roflags_t roflags;
    fd_t fd;
    ANY(__wasi_fd_advise(bad, 0, 1, 0), BADF);
    ANY(__wasi_fd_allocate(bad, 0, 1), BADF);
    ANY(__wasi_fd_close(bad), BADF);
    ANY(__wasi_fd_datasync(bad), BADF);
    ANY(__wasi_fd_fdstat_get(bad, &fdstat), BADF);
    ANY(__wasi_fd_fdstat_set_flags(bad, 0), BADF);
    ANY(__wasi_fd_fdstat_set_rights(bad, 0, 0), BADF);
    ANY(__wasi_fd_filestat_get(bad, &filestat), BADF);
    ANY(__wasi_fd_filestat_set_size(bad, 0), BADF);
    ANY(__wasi_fd_filestat_set_times(bad, 0, 0, 0), BADF);
    ANY(__wasi_fd_pread(bad, &in, 1, 0, &size), BADF);
    ANY(__wasi_fd_prestat_get(bad, &prestat), BADF);
    ANY(__wasi_fd_prestat_dir_name(bad, &byte, 1), BADF, NOTDIR);
    ANY(__wasi_fd_pwrite(bad, &out, 1, 0, &size), BADF);
    ANY(__wasi_fd_read(bad, &in, 1, &size), BADF);
    ANY(__wasi_fd_readdir(bad, &byte, 1, 0, &size), BADF);
    ANY(__wasi_fd_renumber(bad, STDIN), BADF);
    ANY(__wasi_fd_seek(bad, 0, __WASI_WHENCE_SET, &offset), BADF);
    ANY(__wasi_fd_sync(bad), BADF);
    ANY(__wasi_fd_tell(bad, &offset), BADF);
    ANY(__wasi_fd_write(bad, &out, 1, &size), BADF);
    ANY(p1_path_create_directory(bad, T("x")), BADF);
    ANY(p1_path_filestat_get(bad, 0, T("x"), &filestat), BADF);
    ANY(p1_path_filestat_set_times(bad, 0, T("x"), 0, 0, 0), BADF);
    ANY(p1_path_link(bad, 0, T("x"), DIR, T("y")), BADF);
    ANY(p1_path_link(DIR, 0, T("file"), bad, T("y")), BADF);
    ANY(p1_path_open(bad, 0, T("x"), 0, 0, 0, 0, &fd), BADF);
    ANY(p1_path_readlink(bad, T("x"), &byte, 1, &size), BADF);
    ANY(p1_path_remove_directory(bad, T("x")), BADF);
    ANY(p1_path_rename(bad, T("x"), DIR, T("y")), BADF);
    ANY(p1_path_rename(DIR, T("file"), bad, T("y")), BADF);
    ANY(p1_path_symlink(T("x"), bad, T("y")), BADF);
    ANY(p1_path_unlink_file(bad, T("x")), BADF);
    ANY(__wasi_sock_accept(bad, 0, &fd), BADF);
    ANY(__wasi_sock_recv(bad, &in, 1, 0, &size, &roflags), BADF);
    ANY(__wasi_sock_send(bad, &out, 1, 0, &size), BADF);
    ANY(__wasi_sock_shutdown(bad, __WASI_SDFLAGS_RD), BADF);
}

int main(void) {
    put(DIR, "file", "text");
    fd_t closed = open_(DIR, "file", 0, R, 0);
    OK(__wasi_fd_close(closed));
    check_all(closed);
    check_all(1000);
    check_all(1000000);
    check_all(0x7fffffff);
    check_all(0x80000000);
    check_all(UINT32_MAX);
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
