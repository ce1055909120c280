// The functions of `wasi_unstable`, snapshot 0, where they differ from preview 1: the numbers of `whence`, and the layouts of
// `filestat` and of the subscription to a clock. The rest is the same under another module name.
#ifndef WASMC_TESTS_P0_H
#define WASMC_TESTS_P0_H

#include "check.h"

#define P0(name) __attribute__((import_module("wasi_unstable"), import_name(#name), warn_unused_result))

// "Seek relative to the current position, to the end, to the start": in this order.
enum { P0_CUR = 0, P0_END = 1, P0_SET = 2 };

// The count of links has 32 bits, and that moves what follows.
typedef struct {
    uint64_t dev, ino;
    uint8_t filetype;
    uint32_t nlink;
    uint64_t size, atim, mtim, ctim;
} p0_filestat_t;
_Static_assert(sizeof(p0_filestat_t) == 56 && __builtin_offsetof(p0_filestat_t, nlink) == 20, "layout of snapshot 0");
_Static_assert(__builtin_offsetof(p0_filestat_t, size) == 24, "layout of snapshot 0");

// A clock has an identifier of the user's before all else.
typedef struct {
    uint64_t userdata;
    uint8_t tag;
    union {
        struct {
            uint64_t identifier;
            uint32_t id;
            uint64_t timeout, precision;
            uint16_t flags;
        } clock;
        uint32_t fd;
    } u;
} p0_subscription_t;
_Static_assert(sizeof(p0_subscription_t) == 56 && __builtin_offsetof(p0_subscription_t, u.clock.timeout) == 32, "layout of snapshot 0");

P0(args_get) int p0_args_get(uint8_t **, uint8_t *);
P0(args_sizes_get) int p0_args_sizes_get(size_t *, size_t *);
P0(clock_res_get) int p0_clock_res_get(uint32_t, uint64_t *);
P0(clock_time_get) int p0_clock_time_get(uint32_t, uint64_t, uint64_t *);
P0(environ_get) int p0_environ_get(uint8_t **, uint8_t *);
P0(environ_sizes_get) int p0_environ_sizes_get(size_t *, size_t *);
P0(fd_advise) int p0_fd_advise(fd_t, uint64_t, uint64_t, uint32_t);
P0(fd_close) int p0_fd_close(fd_t);
P0(fd_datasync) int p0_fd_datasync(fd_t);
P0(fd_fdstat_get) int p0_fd_fdstat_get(fd_t, __wasi_fdstat_t *);
P0(fd_fdstat_set_flags) int p0_fd_fdstat_set_flags(fd_t, uint32_t);
P0(fd_filestat_get) int p0_fd_filestat_get(fd_t, p0_filestat_t *);
P0(fd_filestat_set_size) int p0_fd_filestat_set_size(fd_t, uint64_t);
P0(fd_filestat_set_times) int p0_fd_filestat_set_times(fd_t, uint64_t, uint64_t, uint32_t);
P0(fd_pread) int p0_fd_pread(fd_t, const __wasi_iovec_t *, size_t, uint64_t, size_t *);
P0(fd_prestat_dir_name) int p0_fd_prestat_dir_name(fd_t, uint8_t *, size_t);
P0(fd_prestat_get) int p0_fd_prestat_get(fd_t, __wasi_prestat_t *);
P0(fd_pwrite) int p0_fd_pwrite(fd_t, const __wasi_ciovec_t *, size_t, uint64_t, size_t *);
P0(fd_read) int p0_fd_read(fd_t, const __wasi_iovec_t *, size_t, size_t *);
P0(fd_readdir) int p0_fd_readdir(fd_t, uint8_t *, size_t, uint64_t, size_t *);
P0(fd_renumber) int p0_fd_renumber(fd_t, fd_t);
P0(fd_seek) int p0_fd_seek(fd_t, int64_t, uint32_t, uint64_t *);
P0(fd_sync) int p0_fd_sync(fd_t);
P0(fd_tell) int p0_fd_tell(fd_t, uint64_t *);
P0(fd_write) int p0_fd_write(fd_t, const __wasi_ciovec_t *, size_t, size_t *);
P0(path_create_directory) int p0_path_create_directory(fd_t, const char *, size_t);
P0(path_filestat_get) int p0_path_filestat_get(fd_t, uint32_t, const char *, size_t, p0_filestat_t *);
P0(path_filestat_set_times) int p0_path_filestat_set_times(fd_t, uint32_t, const char *, size_t, uint64_t, uint64_t, uint32_t);
P0(path_link) int p0_path_link(fd_t, uint32_t, const char *, size_t, fd_t, const char *, size_t);
P0(path_open) int p0_path_open(fd_t, uint32_t, const char *, size_t, uint32_t, rights_t, rights_t, uint32_t, fd_t *);
P0(path_readlink) int p0_path_readlink(fd_t, const char *, size_t, void *, size_t, size_t *);
P0(path_remove_directory) int p0_path_remove_directory(fd_t, const char *, size_t);
P0(path_rename) int p0_path_rename(fd_t, const char *, size_t, fd_t, const char *, size_t);
P0(path_symlink) int p0_path_symlink(const char *, size_t, fd_t, const char *, size_t);
P0(path_unlink_file) int p0_path_unlink_file(fd_t, const char *, size_t);
P0(poll_oneoff) int p0_poll_oneoff(const p0_subscription_t *, __wasi_event_t *, size_t, size_t *);
P0(random_get) int p0_random_get(void *, size_t);
P0(sched_yield) int p0_sched_yield(void);

#endif
