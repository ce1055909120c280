// The common part of the guest programs of tests/wasi, tests/sandbox and tests/anomaly: raw calls, checks that print
// where they failed, and short names for frequent operations. No stdio, so that a program imports only the functions
// that it tests.
//
// A failed check prints `file:line: expectation, and the actual value` on stderr and exits with status 1.
#ifndef WASMC_TESTS_CHECK_H
#define WASMC_TESTS_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <wasi/api.h>

typedef __wasi_fd_t fd_t;
typedef __wasi_rights_t rights_t;

// The wrappers of wasi-libc take C strings; the raw functions take a length, and only they can pass a NUL or half a string.
#define P1(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name), warn_unused_result))
P1(path_create_directory) int p1_path_create_directory(fd_t, const char *, size_t);
P1(path_filestat_get) int p1_path_filestat_get(fd_t, int, const char *, size_t, __wasi_filestat_t *);
P1(path_filestat_set_times)
int p1_path_filestat_set_times(fd_t, int, const char *, size_t, uint64_t, uint64_t, int);
P1(path_link) int p1_path_link(fd_t, int, const char *, size_t, fd_t, const char *, size_t);
P1(path_open) int p1_path_open(fd_t, int, const char *, size_t, int, rights_t, rights_t, int, fd_t *);
P1(path_readlink) int p1_path_readlink(fd_t, const char *, size_t, void *, size_t, size_t *);
P1(path_remove_directory) int p1_path_remove_directory(fd_t, const char *, size_t);
P1(path_rename) int p1_path_rename(fd_t, const char *, size_t, fd_t, const char *, size_t);
P1(path_symlink) int p1_path_symlink(const char *, size_t, fd_t, const char *, size_t);
P1(path_unlink_file) int p1_path_unlink_file(fd_t, const char *, size_t);

// The first directory of the test's `dir:` lines, and the second.
enum { STDIN = 0, STDOUT = 1, STDERR = 2, DIR = 3, DIR2 = 4 };
// Lookup, open and descriptor flags under short names.
enum { FOLLOW = __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW };
enum {
    CREAT = __WASI_OFLAGS_CREAT,
    DIRECTORY = __WASI_OFLAGS_DIRECTORY,
    EXCL = __WASI_OFLAGS_EXCL,
    TRUNC = __WASI_OFLAGS_TRUNC,
};
enum {
    APPEND = __WASI_FDFLAGS_APPEND,
    DSYNC = __WASI_FDFLAGS_DSYNC,
    NONBLOCK = __WASI_FDFLAGS_NONBLOCK,
    RSYNC = __WASI_FDFLAGS_RSYNC,
    SYNC = __WASI_FDFLAGS_SYNC,
};

// All that a file can be asked for but reading and writing; a libc asks for these with every open.
#define ANY_FILE                                                                                                      \
    (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL | __WASI_RIGHTS_FD_FDSTAT_SET_FLAGS | __WASI_RIGHTS_FD_ADVISE |      \
     __WASI_RIGHTS_FD_FILESTAT_GET | __WASI_RIGHTS_FD_FILESTAT_SET_TIMES | __WASI_RIGHTS_FD_SYNC |                     \
     __WASI_RIGHTS_FD_DATASYNC | __WASI_RIGHTS_POLL_FD_READWRITE)
#define R (ANY_FILE | __WASI_RIGHTS_FD_READ)
#define W (ANY_FILE | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_ALLOCATE | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE)
#define RW (R | W)
// All that a directory can be asked for.
#define ANY_DIRECTORY                                                                                                 \
    (__WASI_RIGHTS_PATH_CREATE_DIRECTORY | __WASI_RIGHTS_PATH_CREATE_FILE | __WASI_RIGHTS_PATH_LINK_SOURCE |            \
     __WASI_RIGHTS_PATH_LINK_TARGET | __WASI_RIGHTS_PATH_OPEN | __WASI_RIGHTS_FD_READDIR |                             \
     __WASI_RIGHTS_PATH_READLINK | __WASI_RIGHTS_PATH_RENAME_SOURCE | __WASI_RIGHTS_PATH_RENAME_TARGET |               \
     __WASI_RIGHTS_PATH_FILESTAT_GET | __WASI_RIGHTS_PATH_FILESTAT_SET_TIMES | __WASI_RIGHTS_FD_FILESTAT_GET |         \
     __WASI_RIGHTS_FD_FILESTAT_SET_TIMES | __WASI_RIGHTS_PATH_SYMLINK | __WASI_RIGHTS_PATH_REMOVE_DIRECTORY |          \
     __WASI_RIGHTS_PATH_UNLINK_FILE)

// A string literal as pointer and length.
#define T(literal) literal, sizeof(literal) - 1
// A C string as pointer and length.
#define Z(string) string, strlen(string)

// ---- Saying what went wrong -----------------------------------------------------------------------------------------

static void say(const char *text) {
    __wasi_ciovec_t vector = {(const uint8_t *)text, strlen(text)};
    size_t written;
    (void)!__wasi_fd_write(STDERR, &vector, 1, &written);
}

static void say_number(uint64_t value) {
    char digits[21];
    char *at = digits + sizeof digits;
    *--at = 0;
    do {
        *--at = '0' + value % 10;
    } while (value /= 10);
    say(at);
}

static const char *errno_name(unsigned error) {
    static const char *const names[] = {
        "SUCCESS",  "2BIG",    "ACCES",  "ADDRINUSE", "ADDRNOTAVAIL", "AFNOSUPPORT", "AGAIN",       "ALREADY",
        "BADF",     "BADMSG",  "BUSY",   "CANCELED",  "CHILD",        "CONNABORTED", "CONNREFUSED", "CONNRESET",
        "DEADLK",   "DESTADDRREQ", "DOM", "DQUOT",    "EXIST",        "FAULT",       "FBIG",        "HOSTUNREACH",
        "IDRM",     "ILSEQ",   "INPROGRESS", "INTR",  "INVAL",        "IO",          "ISCONN",      "ISDIR",
        "LOOP",     "MFILE",   "MLINK",  "MSGSIZE",   "MULTIHOP",     "NAMETOOLONG", "NETDOWN",     "NETRESET",
        "NETUNREACH", "NFILE", "NOBUFS", "NODEV",     "NOENT",        "NOEXEC",      "NOLCK",       "NOLINK",
        "NOMEM",    "NOMSG",   "NOPROTOOPT", "NOSPC", "NOSYS",        "NOTCONN",     "NOTDIR",      "NOTEMPTY",
        "NOTRECOVERABLE", "NOTSOCK", "NOTSUP", "NOTTY", "NXIO",       "OVERFLOW",    "OWNERDEAD",   "PERM",
        "PIPE",     "PROTO",   "PROTONOSUPPORT", "PROTOTYPE", "RANGE", "ROFS",       "SPIPE",       "SRCH",
        "STALE",    "TIMEDOUT", "TXTBSY", "XDEV",     "NOTCAPABLE",
    };
    return error < sizeof names / sizeof *names ? names[error] : "no errno at all";
}

_Noreturn static void fail(const char *file, int line, const char *what, const char *came) {
    say(file), say(":"), say_number(line), say(": "), say(what);
    if (came) say(", came "), say(came);
    say("\n");
    __wasi_proc_exit(1);
}

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) fail(__FILE__, __LINE__, #condition, NULL);                                                   \
    } while (0)

// Compares two integers and shows both.
#define EQUAL(left, right)                                                                                            \
    do {                                                                                                              \
        uint64_t left_ = (left), right_ = (right);                                                                    \
        if (left_ != right_) {                                                                                        \
            say("left "), say_number(left_), say(", right "), say_number(right_), say(": ");                            \
            fail(__FILE__, __LINE__, #left " == " #right, NULL);                                                        \
        }                                                                                                             \
    } while (0)

static void expect(const char *file, int line, const char *call, unsigned came, const uint16_t *allowed, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (allowed[i] == came) return;
    say("expected");
    for (size_t i = 0; i < count; i++) say(i ? "|" : " "), say(errno_name(allowed[i]));
    say(": ");
    fail(file, line, call, errno_name(came));
}

// The call gives one of these errnos: ANY(call, OK, INVAL).
#define ANY(call, ...)                                                                                                \
    do {                                                                                                              \
        const uint16_t allowed_[] = {__VA_ARGS__};                                                                    \
        expect(__FILE__, __LINE__, #call, (call), allowed_, sizeof allowed_ / sizeof *allowed_);                       \
    } while (0)
#define OK(call) ANY(call, SUCCESS)
// The sandbox says no: out of its directory.
#define ESCAPES(call) ANY(call, PERM, NOTCAPABLE)
// The sandbox says no: the directory was given read-only.
#define READ_ONLY(call) ANY(call, PERM, NOTCAPABLE, ROFS)
// A descriptor that cannot be used for this, because of what it was opened for.
#define NO_RIGHT(call) ANY(call, BADF, NOTCAPABLE, PERM)

enum {
    SUCCESS = __WASI_ERRNO_SUCCESS,
    ACCES = __WASI_ERRNO_ACCES,
    AGAIN = __WASI_ERRNO_AGAIN,
    BADF = __WASI_ERRNO_BADF,
    BUSY = __WASI_ERRNO_BUSY,
    EXIST = __WASI_ERRNO_EXIST,
    FAULT = __WASI_ERRNO_FAULT,
    FBIG = __WASI_ERRNO_FBIG,
    ILSEQ = __WASI_ERRNO_ILSEQ,
    INVAL = __WASI_ERRNO_INVAL,
    ISDIR = __WASI_ERRNO_ISDIR,
    LOOP = __WASI_ERRNO_LOOP,
    MFILE = __WASI_ERRNO_MFILE,
    MSGSIZE = __WASI_ERRNO_MSGSIZE,
    NAMETOOLONG = __WASI_ERRNO_NAMETOOLONG,
    NOENT = __WASI_ERRNO_NOENT,
    NOSPC = __WASI_ERRNO_NOSPC,
    NOTCAPABLE = __WASI_ERRNO_NOTCAPABLE,
    NOTCONN = __WASI_ERRNO_NOTCONN,
    NOTDIR = __WASI_ERRNO_NOTDIR,
    NOTEMPTY = __WASI_ERRNO_NOTEMPTY,
    NOTSOCK = __WASI_ERRNO_NOTSOCK,
    NOTSUP = __WASI_ERRNO_NOTSUP,
    NXIO = __WASI_ERRNO_NXIO,
    OVERFLOW = __WASI_ERRNO_OVERFLOW,
    PERM = __WASI_ERRNO_PERM,
    PIPE = __WASI_ERRNO_PIPE,
    ROFS = __WASI_ERRNO_ROFS,
    SPIPE = __WASI_ERRNO_SPIPE,
    XDEV = __WASI_ERRNO_XDEV,
};

// ---- What nearly every program does ---------------------------------------------------------------------------------

static int write_some(fd_t fd, const void *data, size_t size, size_t *written) {
    __wasi_ciovec_t vector = {data, size};
    return __wasi_fd_write(fd, &vector, 1, written);
}

static int read_some(fd_t fd, void *data, size_t size, size_t *read) {
    __wasi_iovec_t vector = {data, size};
    return __wasi_fd_read(fd, &vector, 1, read);
}

// Writes all of it, in as many calls as it takes.
static void write_all(fd_t fd, const void *data, size_t size) {
    for (size_t done = 0, step; done < size; done += step) {
        OK(write_some(fd, (const char *)data + done, size - done, &step));
        CHECK(step > 0 && step <= size - done);
    }
}

// Reads until the buffer is full or the file ends; gives the number of bytes.
static size_t read_all(fd_t fd, void *data, size_t size) {
    size_t done = 0;
    for (size_t step = 1; done < size && step; done += step) {
        OK(read_some(fd, (char *)data + done, size - done, &step));
        CHECK(step <= size - done);
    }
    return done;
}

static fd_t open_(fd_t dir, const char *path, int oflags, rights_t rights, int fdflags) {
    fd_t fd = -1;
    rights_t inheriting = oflags & DIRECTORY ? rights | RW : 0;
    int error = p1_path_open(dir, FOLLOW, Z(path), oflags, rights, inheriting, fdflags, &fd);
    if (error) fail("open", __LINE__, path, errno_name(error));
    CHECK(fd > STDERR);
    return fd;
}

static fd_t open_directory(fd_t dir, const char *path) { return open_(dir, path, DIRECTORY, ANY_DIRECTORY, 0); }

// An empty file, or a file with this text.
static void put(fd_t dir, const char *path, const char *text) {
    fd_t fd = open_(dir, path, CREAT | TRUNC, W, 0);
    write_all(fd, text, strlen(text));
    OK(__wasi_fd_close(fd));
}

// Whether the file holds exactly this text.
static bool holds(fd_t dir, const char *path, const char *text) {
    char buffer[256];
    fd_t fd = open_(dir, path, 0, R, 0);
    size_t size = read_all(fd, buffer, sizeof buffer);
    OK(__wasi_fd_close(fd));
    return size == strlen(text) && memcmp(buffer, text, size) == 0;
}

static __wasi_filestat_t stat_fd(fd_t fd) {
    __wasi_filestat_t stat;
    OK(__wasi_fd_filestat_get(fd, &stat));
    return stat;
}

static __wasi_filestat_t stat_path(fd_t dir, int lookup, const char *path) {
    __wasi_filestat_t stat;
    int error = p1_path_filestat_get(dir, lookup, Z(path), &stat);
    if (error) fail("stat", __LINE__, path, errno_name(error));
    return stat;
}

// Whether something of this name is there, links not followed.
static bool exists(fd_t dir, const char *path) {
    __wasi_filestat_t stat;
    int error = p1_path_filestat_get(dir, 0, Z(path), &stat);
    if (error != SUCCESS && error != NOENT) fail("exists", __LINE__, path, errno_name(error));
    return error == SUCCESS;
}

static void make_directory(fd_t dir, const char *path) { OK(p1_path_create_directory(dir, Z(path))); }
static void remove_file(fd_t dir, const char *path) { OK(p1_path_unlink_file(dir, Z(path))); }
static void remove_directory(fd_t dir, const char *path) { OK(p1_path_remove_directory(dir, Z(path))); }
static void make_symlink(const char *to, fd_t dir, const char *path) { OK(p1_path_symlink(Z(to), dir, Z(path))); }

static uint64_t now(__wasi_clockid_t clock) {
    __wasi_timestamp_t time;
    OK(__wasi_clock_time_get(clock, 0, &time));
    return time;
}

#endif
