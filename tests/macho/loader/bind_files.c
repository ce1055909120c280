/* Files: opening, reading, writing, metadata, and the changes to directories that go by path. Flags, structures and errors are
 * translated in both directions; where the kernels answer differently, the guest gets macOS's answer. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <unistd.h>

#include "darwin.h"
#include "loader.h"

int host_directory(int descriptor) {
    return descriptor == DARWIN_AT_FDCWD ? AT_FDCWD : descriptor;
}

/* ---- flags of open files ---- */

static const struct {
    int darwin, host;
} OPEN_FLAGS[] = {
    {DARWIN_O_NONBLOCK, O_NONBLOCK},   {DARWIN_O_APPEND, O_APPEND}, {DARWIN_O_SYNC, O_SYNC},       {DARWIN_O_NOFOLLOW, O_NOFOLLOW},
    {DARWIN_O_CREAT, O_CREAT},         {DARWIN_O_TRUNC, O_TRUNC},   {DARWIN_O_EXCL, O_EXCL},       {DARWIN_O_NOCTTY, O_NOCTTY},
    {DARWIN_O_DIRECTORY, O_DIRECTORY}, {DARWIN_O_DSYNC, O_DSYNC},   {DARWIN_O_CLOEXEC, O_CLOEXEC}, {DARWIN_O_ASYNC, O_ASYNC},
    /* A descriptor of the link itself, or one that is for watching only. */
    {DARWIN_O_SYMLINK, O_PATH | O_NOFOLLOW}, {DARWIN_O_EVTONLY, O_PATH},
};

static int host_open_flags(int flags) {
    int host = flags & DARWIN_O_ACCMODE, known = DARWIN_O_ACCMODE | DARWIN_O_NOFOLLOW_ANY;
    for (size_t index = 0; index < sizeof OPEN_FLAGS / sizeof *OPEN_FLAGS; index++) {
        known |= OPEN_FLAGS[index].darwin;
        if (flags & OPEN_FLAGS[index].darwin) host |= OPEN_FLAGS[index].host;
    }
    if (flags & ~known) give_up("open: unknown flags %#x", flags & ~known);
    return host;
}

static int darwin_open_flags(int flags) {
    int darwin = flags & O_ACCMODE;
    static const int KEPT[] = {DARWIN_O_NONBLOCK, DARWIN_O_APPEND, DARWIN_O_SYNC, DARWIN_O_DSYNC, DARWIN_O_ASYNC};
    for (size_t kept = 0; kept < sizeof KEPT / sizeof *KEPT; kept++) {
        int host = host_open_flags(KEPT[kept]);
        if ((flags & host) == host) darwin |= KEPT[kept];
    }
    /* O_SYNC of Linux contains its O_DSYNC. */
    return darwin & DARWIN_O_SYNC ? darwin & ~DARWIN_O_DSYNC : darwin;
}

/* Opens as macOS does. Without flags that need it, openat is the system call, so that a test may run where openat2 is filtered. */
long darwin_openat(int directory, const char *path, int flags, int mode) {
    int host_flags = host_open_flags(flags), host = host_directory(directory);
    long descriptor;
    if (flags & DARWIN_O_NOFOLLOW_ANY) {
        struct open_how how = {.flags = host_flags, .mode = flags & DARWIN_O_CREAT ? mode & 07777 : 0, .resolve = RESOLVE_NO_SYMLINKS};
        descriptor = syscall(SYS_openat2, host, path, &how, sizeof how);
    } else {
        descriptor = openat(host, path, host_flags, mode);
    }
    if (descriptor == -1 && errno == ENXIO) {
        /* A socket: macOS says so in another way. A pipe without readers has ENXIO there too. */
        struct stat stat;
        int saved = errno;
        if (fstatat(host, path, &stat, 0) == 0 && S_ISSOCK(stat.st_mode)) return darwin_fail(DARWIN_EOPNOTSUPP);
        errno = saved;
    }
    return darwin_result(descriptor);
}

long darwin_open(const char *path, int flags, int mode) {
    return darwin_openat(DARWIN_AT_FDCWD, path, flags, mode);
}

/* ---- fcntl and ioctl ---- */

/* fcntl(2), F_PREALLOCATE: room beyond the end, which does not move. */
struct darwin_fstore {
    uint32_t flags;
    int32_t position_mode;
    int64_t offset, length, allocated;
};

static long preallocate(int descriptor, struct darwin_fstore *store) {
    enum { F_PEOFPOSMODE = 3, F_VOLPOSMODE = 4 };
    struct stat stat;
    if (fstat(descriptor, &stat) != 0) return darwin_result(-1);
    if (!S_ISREG(stat.st_mode)) return darwin_fail(DARWIN_EINVAL);
    int64_t start = store->position_mode == F_PEOFPOSMODE ? stat.st_size : store->offset;
    if (store->position_mode != F_PEOFPOSMODE && store->position_mode != F_VOLPOSMODE) return darwin_fail(DARWIN_EINVAL);
    if (store->length < 0 || start < 0) return darwin_fail(DARWIN_EINVAL);
    store->allocated = 0;
    if (store->length == 0) return 0;
    if (fallocate(descriptor, FALLOC_FL_KEEP_SIZE, start, store->length) != 0) return darwin_result(-1);
    store->allocated = store->length;
    return 0;
}

static long path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    long bytes = readlink(link, path, PATH_MAX - 1);
    if (bytes >= 0) path[bytes] = 0;
    return darwin_result(bytes < 0 ? -1 : 0);
}

long darwin_fcntl(int descriptor, int command, uint64_t argument) {
    switch (command) {
    case DARWIN_F_DUPFD: return darwin_result(fcntl(descriptor, F_DUPFD, (int)argument));
    case DARWIN_F_DUPFD_CLOEXEC: return darwin_result(fcntl(descriptor, F_DUPFD_CLOEXEC, (int)argument));
    case DARWIN_F_GETFD: return darwin_result(fcntl(descriptor, F_GETFD));
    case DARWIN_F_SETFD: return darwin_result(fcntl(descriptor, F_SETFD, (int)argument));
    case DARWIN_F_GETFL: {
        int flags = fcntl(descriptor, F_GETFL);
        return flags == -1 ? darwin_result(-1) : darwin_open_flags(flags);
    }
    case DARWIN_F_SETFL: {
        /* The access mode and what only open looks at are ignored by both kernels. */
        int settable = DARWIN_O_NONBLOCK | DARWIN_O_APPEND | DARWIN_O_ASYNC;
        return darwin_result(fcntl(descriptor, F_SETFL, host_open_flags((int)argument & settable)));
    }
    case DARWIN_F_FULLFSYNC:
    case DARWIN_F_BARRIERFSYNC: return darwin_result(fsync(descriptor));
    case DARWIN_F_PREALLOCATE: return preallocate(descriptor, (struct darwin_fstore *)argument);
    case DARWIN_F_GETPATH: return path_of(descriptor, (char *)argument);
    case DARWIN_F_RDADVISE:
    case DARWIN_F_RDAHEAD:
    case DARWIN_F_NOCACHE:
    case DARWIN_F_SETNOSIGPIPE: return darwin_result(fcntl(descriptor, F_GETFD) == -1 ? -1 : 0);
    default: give_up("fcntl: unknown command %d", command);
    }
}

long darwin_ioctl(int descriptor, uint64_t request, void *argument) {
    /* The direction and size of the argument are part of the number, and 32 bits are all of it. */
    switch ((uint32_t)request) {
    case 0x4004667f: return darwin_result(ioctl(descriptor, FIONREAD, argument));
    case 0x8004667e: return darwin_result(ioctl(descriptor, FIONBIO, argument));
    case 0x20006601: return darwin_result(ioctl(descriptor, FIOCLEX));
    case 0x40087468: return darwin_result(ioctl(descriptor, TIOCGWINSZ, argument));
    default: give_up("ioctl: unknown request %#x", (uint32_t)request);
    }
}

/* ---- metadata ---- */

static struct darwin_timespec time_of(struct timespec time) {
    return (struct darwin_timespec){time.tv_sec, time.tv_nsec};
}

static int32_t device_of(dev_t device) {
    return (int32_t)(major(device) << 24 | (minor(device) & 0xffffff));
}

static long give_stat(long result, const struct stat *host, struct darwin_stat *stat) {
    if (result != 0) return darwin_result(-1);
    *stat = (struct darwin_stat){
        .device = device_of(host->st_dev),
        .mode = (uint16_t)host->st_mode,
        .links = (uint16_t)host->st_nlink,
        .inode = host->st_ino,
        .user = host->st_uid,
        .group = host->st_gid,
        .special_device = device_of(host->st_rdev),
        .accessed = time_of(host->st_atim),
        .modified = time_of(host->st_mtim),
        .changed = time_of(host->st_ctim),
        .born = time_of(host->st_ctim),
        .bytes = host->st_size,
        .blocks = host->st_blocks,
        .block_bytes = (int32_t)host->st_blksize,
    };
    return 0;
}

static long darwin_fstat(int descriptor, struct darwin_stat *stat) {
    struct stat host;
    return give_stat(fstat(descriptor, &host), &host, stat);
}

static int host_at_flags(int flags, int known) {
    if (flags & ~known) give_up("unknown flags of an *at call: %#x", flags & ~known);
    int host = 0;
    if (flags & DARWIN_AT_SYMLINK_NOFOLLOW) host |= AT_SYMLINK_NOFOLLOW;
    if (flags & DARWIN_AT_SYMLINK_FOLLOW) host |= AT_SYMLINK_FOLLOW;
    if (flags & DARWIN_AT_REMOVEDIR) host |= AT_REMOVEDIR;
    if (flags & DARWIN_AT_EACCESS) host |= AT_EACCESS;
    return host;
}

static long darwin_fstatat(int directory, const char *path, struct darwin_stat *stat, int flags) {
    struct stat host;
    int host_flags = host_at_flags(flags, DARWIN_AT_SYMLINK_NOFOLLOW);
    return give_stat(fstatat(host_directory(directory), path, &host, host_flags), &host, stat);
}

static long darwin_stat_path(const char *path, struct darwin_stat *stat) {
    return darwin_fstatat(DARWIN_AT_FDCWD, path, stat, 0);
}

static long darwin_lstat(const char *path, struct darwin_stat *stat) {
    return darwin_fstatat(DARWIN_AT_FDCWD, path, stat, DARWIN_AT_SYMLINK_NOFOLLOW);
}

static long darwin_fstatfs(int descriptor, struct darwin_statfs *darwin) {
    struct statfs host;
    if (fstatfs(descriptor, &host) != 0) return darwin_result(-1);
    *darwin = (struct darwin_statfs){
        .block_bytes = (uint32_t)host.f_bsize,
        .io_bytes = (int32_t)host.f_bsize,
        .blocks = host.f_blocks,
        .blocks_free = host.f_bfree,
        .blocks_available = host.f_bavail,
        .files = host.f_files,
        .files_free = host.f_ffree,
        .type_name = "apfs",
        .mounted_on = "/",
        .mounted_from = "/dev/disk1s1",
    };
    return 0;
}

/* sys/stat.h: macOS has UTIME_NOW and UTIME_OMIT as -1 and -2. */
static const struct timespec *host_times(const struct darwin_timespec *darwin, struct timespec host[2]) {
    if (!darwin) return NULL;
    for (int index = 0; index < 2; index++) {
        int64_t nanoseconds = darwin[index].nanoseconds;
        host[index].tv_sec = darwin[index].seconds;
        /* The host's own two values are nothing special to macOS, which would refuse them. */
        if (nanoseconds == UTIME_NOW || nanoseconds == UTIME_OMIT) nanoseconds = -3;
        host[index].tv_nsec = nanoseconds == -1 ? UTIME_NOW : nanoseconds == -2 ? UTIME_OMIT : nanoseconds;
    }
    return host;
}

static long darwin_utimensat(int directory, const char *path, const struct darwin_timespec *times, int flags) {
    struct timespec host[2];
    int host_flags = host_at_flags(flags, DARWIN_AT_SYMLINK_NOFOLLOW);
    return darwin_result(utimensat(host_directory(directory), path, host_times(times, host), host_flags));
}

static long darwin_futimens(int descriptor, const struct darwin_timespec *times) {
    struct timespec host[2];
    return darwin_result(futimens(descriptor, host_times(times, host)));
}

static long darwin_ftruncate(int descriptor, int64_t bytes) {
    return darwin_result(ftruncate(descriptor, bytes));
}

static long darwin_fsync(int descriptor) {
    return darwin_result(fsync(descriptor));
}

static long darwin_fdatasync(int descriptor) {
    return darwin_result(fdatasync(descriptor));
}

static long darwin_isatty(int descriptor) {
    int result = isatty(descriptor);
    if (!result) darwin_errno = darwin_error_of(errno);
    return result;
}

/* ---- reading and writing: macOS takes no more than INT_MAX bytes in one call, which is an error and not a short transfer ---- */

static long darwin_read(int descriptor, void *buffer, size_t bytes) {
    return bytes > INT_MAX ? darwin_fail(DARWIN_EINVAL) : darwin_result(read(descriptor, buffer, bytes));
}

static long darwin_write(int descriptor, const void *buffer, size_t bytes) {
    return bytes > INT_MAX ? darwin_fail(DARWIN_EINVAL) : darwin_result(write(descriptor, buffer, bytes));
}

static long darwin_pread(int descriptor, void *buffer, size_t bytes, int64_t offset) {
    return bytes > INT_MAX ? darwin_fail(DARWIN_EINVAL) : darwin_result(pread(descriptor, buffer, bytes, offset));
}

static long darwin_pwrite(int descriptor, const void *buffer, size_t bytes, int64_t offset) {
    return bytes > INT_MAX ? darwin_fail(DARWIN_EINVAL) : darwin_result(pwrite(descriptor, buffer, bytes, offset));
}

static int too_long(const struct iovec *vectors, int count) {
    uint64_t total = 0;
    if (count <= 0 || count > 1024) return 1;
    for (int index = 0; index < count; index++) {
        total += vectors[index].iov_len;
        if (vectors[index].iov_len > INT_MAX || total > INT_MAX) return 1;
    }
    return 0;
}

static long darwin_readv(int descriptor, const struct iovec *vectors, int count) {
    return too_long(vectors, count) ? darwin_fail(DARWIN_EINVAL) : darwin_result(readv(descriptor, vectors, count));
}

static long darwin_writev(int descriptor, const struct iovec *vectors, int count) {
    return too_long(vectors, count) ? darwin_fail(DARWIN_EINVAL) : darwin_result(writev(descriptor, vectors, count));
}

static long darwin_preadv(int descriptor, const struct iovec *vectors, int count, int64_t offset) {
    return too_long(vectors, count) ? darwin_fail(DARWIN_EINVAL) : darwin_result(preadv(descriptor, vectors, count, offset));
}

static long darwin_pwritev(int descriptor, const struct iovec *vectors, int count, int64_t offset) {
    return too_long(vectors, count) ? darwin_fail(DARWIN_EINVAL) : darwin_result(pwritev(descriptor, vectors, count, offset));
}

static long darwin_lseek(int descriptor, int64_t offset, int whence) {
    /* SEEK_HOLE and SEEK_DATA have each other's numbers there. */
    if (whence < 0 || whence > SEEK_END) give_up("lseek: unknown whence %d", whence);
    return darwin_result(lseek(descriptor, offset, whence));
}

static long darwin_close(int descriptor) {
    return darwin_result(close(descriptor));
}

static long darwin_dup(int descriptor) {
    return darwin_result(dup(descriptor));
}

static long darwin_dup2(int from, int to) {
    return darwin_result(dup2(from, to));
}

static long darwin_pipe(int ends[2]) {
    return darwin_result(pipe(ends));
}

/* ---- paths ---- */

static long darwin_mkdirat(int directory, const char *path, int mode) {
    return darwin_result(mkdirat(host_directory(directory), path, mode));
}

static long darwin_unlinkat(int directory, const char *path, int flags) {
    long result = unlinkat(host_directory(directory), path, host_at_flags(flags, DARWIN_AT_REMOVEDIR));
    /* unlink(2) of a directory: EPERM by POSIX, of which Linux knows better. */
    return result == -1 && errno == EISDIR ? darwin_fail(DARWIN_EPERM) : darwin_result(result);
}

static long darwin_unlink(const char *path) {
    return darwin_unlinkat(DARWIN_AT_FDCWD, path, 0);
}

static long darwin_linkat(int from, const char *old, int to, const char *new, int flags) {
    int host_flags = host_at_flags(flags, DARWIN_AT_SYMLINK_FOLLOW);
    return darwin_result(linkat(host_directory(from), old, host_directory(to), new, host_flags));
}

static long darwin_symlinkat(const char *target, int directory, const char *path) {
    return darwin_result(symlinkat(target, host_directory(directory), path));
}

static long darwin_readlinkat(int directory, const char *path, char *buffer, size_t bytes) {
    return darwin_result(readlinkat(host_directory(directory), path, buffer, bytes));
}

static long darwin_renameat(int from, const char *old, int to, const char *new) {
    return darwin_result(renameat(host_directory(from), old, host_directory(to), new));
}

static long darwin_faccessat(int directory, const char *path, int mode, int flags) {
    return darwin_result(faccessat(host_directory(directory), path, mode, host_at_flags(flags, DARWIN_AT_EACCESS)));
}

#if defined(__aarch64__)
/* variadic_arm64.S */
long variadic_open(const char *path, int flags, ...);
long variadic_openat(int directory, const char *path, int flags, ...);
long variadic_fcntl(int descriptor, int command, ...);
long variadic_ioctl(int descriptor, uint64_t request, ...);
#define INODE64(name) name
#else
/* In registers, like all arguments. */
#define variadic_open darwin_open
#define variadic_openat darwin_openat
#define variadic_fcntl darwin_fcntl
#define variadic_ioctl darwin_ioctl
/* The names without it mean an older layout, which programs of today do not ask for. */
#define INODE64(name) name "$INODE64"
#endif

const struct binding bindings_files[] = {
    {"_open", variadic_open},
    {"_openat", variadic_openat},
    {"_fcntl", variadic_fcntl},
    {"_ioctl", variadic_ioctl},
    {INODE64("_fstat"), darwin_fstat},
    {INODE64("_fstatat"), darwin_fstatat},
    {INODE64("_stat"), darwin_stat_path},
    {INODE64("_lstat"), darwin_lstat},
    {INODE64("_fstatfs"), darwin_fstatfs},
    {"_utimensat", darwin_utimensat},
    {"_futimens", darwin_futimens},
    {"_ftruncate", darwin_ftruncate},
    {"_fsync", darwin_fsync},
    {"_fdatasync", darwin_fdatasync},
    {"_isatty", darwin_isatty},
    {"_read", darwin_read},
    {"_write", darwin_write},
    {"_pread", darwin_pread},
    {"_pwrite", darwin_pwrite},
    {"_readv", darwin_readv},
    {"_writev", darwin_writev},
    {"_preadv", darwin_preadv},
    {"_pwritev", darwin_pwritev},
    {"_lseek", darwin_lseek},
    {"_close", darwin_close},
    {"_close$NOCANCEL", darwin_close},
    {"_dup", darwin_dup},
    {"_dup2", darwin_dup2},
    {"_pipe", darwin_pipe},
    {"_mkdirat", darwin_mkdirat},
    {"_unlinkat", darwin_unlinkat},
    {"_unlink", darwin_unlink},
    {"_linkat", darwin_linkat},
    {"_symlinkat", darwin_symlinkat},
    {"_readlinkat", darwin_readlinkat},
    {"_renameat", darwin_renameat},
    {"_faccessat", darwin_faccessat},
    {NULL, NULL},
};
