// `wasi_unstable`: functions that are equal in preview 1 behave in the same way.
// dir: sandbox
// args: one two
// env: NAME=value
// build: --arg0 program
#include "p0.h"

int main(void) {
    size_t count, size;
    uint8_t *pointers[3], bytes[64];
    OK(p0_args_sizes_get(&count, &size));
    CHECK(count == 3 && size == 16);
    OK(p0_args_get(pointers, bytes));
    CHECK(memcmp(bytes, "program\0one\0two", 16) == 0);
    OK(p0_environ_sizes_get(&count, &size));
    CHECK(count == 1 && size == 11);
    OK(p0_environ_get(pointers, bytes));
    CHECK(strcmp((char *)pointers[0], "NAME=value") == 0);
    uint64_t time;
    OK(p0_clock_res_get(__WASI_CLOCKID_REALTIME, &time));
    CHECK(time > 0);
    OK(p0_clock_time_get(__WASI_CLOCKID_REALTIME, 0, &time));
    CHECK(time > UINT64_C(1700000000000000000));
    OK(p0_random_get(bytes, sizeof bytes));
    OK(p0_sched_yield());

    __wasi_prestat_t prestat;
    OK(p0_fd_prestat_get(DIR, &prestat));
    EQUAL(prestat.u.dir.pr_name_len, 8);
    OK(p0_fd_prestat_dir_name(DIR, bytes, 8));
    CHECK(memcmp(bytes, "/sandbox", 8) == 0);

    OK(p0_path_create_directory(DIR, T("directory")));
    fd_t file, other;
    OK(p0_path_open(DIR, 0, T("directory/file"), CREAT, RW, 0, 0, &file));
    __wasi_ciovec_t out = {(const uint8_t *)"text", 4};
    __wasi_iovec_t in = {bytes, sizeof bytes};
    OK(p0_fd_pwrite(file, &out, 1, 2, &count));
    OK(p0_fd_read(file, &in, 1, &count));
    CHECK(count == 6 && memcmp(bytes, "\0\0text", 6) == 0);
    OK(p0_fd_pread(file, &in, 1, 3, &count));
    CHECK(count == 3 && memcmp(bytes, "ext", 3) == 0);
    OK(p0_fd_filestat_set_size(file, 4));
    OK(p0_fd_sync(file));
    OK(p0_fd_datasync(file));
    OK(p0_fd_advise(file, 0, 0, __WASI_ADVICE_SEQUENTIAL));
    OK(p0_fd_fdstat_set_flags(file, APPEND));
    __wasi_fdstat_t fdstat;
    OK(p0_fd_fdstat_get(file, &fdstat));
    EQUAL(fdstat.fs_flags, APPEND);

    OK(p0_path_symlink(T("file"), DIR, T("directory/link")));
    OK(p0_path_readlink(DIR, T("directory/link"), bytes, sizeof bytes, &count));
    CHECK(count == 4 && memcmp(bytes, "file", 4) == 0);
    OK(p0_path_filestat_set_times(DIR, FOLLOW, T("directory/link"), 1, 1, __WASI_FSTFLAGS_MTIM_NOW));
    OK(p0_path_rename(DIR, T("directory/link"), DIR, T("link")));
    OK(p0_fd_readdir(DIR, bytes, sizeof bytes, 0, &count));
    EQUAL(count, sizeof bytes);
    OK(p0_path_unlink_file(DIR, T("link")));
    OK(p0_path_unlink_file(DIR, T("directory/file")));
    OK(p0_path_remove_directory(DIR, T("directory")));

    OK(p0_path_open(DIR, 0, T("."), DIRECTORY, ANY_DIRECTORY, 0, 0, &other));
    OK(p0_fd_renumber(file, other));
    OK(p0_fd_fdstat_get(other, &fdstat));
    EQUAL(fdstat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
    OK(p0_fd_close(other));
    ANY(p0_fd_close(other), BADF);
    return 0;
}
