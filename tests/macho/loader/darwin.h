/* macOS as its programs see it: layouts and numbers, from the headers of its SDK (sys/stat.h, sys/dirent.h, signal.h, ...), for
 * 64-bit processes, whose two processors agree but for the registers in a signal frame. And how results get back to the guest. */
#ifndef DARWIN_H
#define DARWIN_H

#include <stddef.h>
#include <stdint.h>

struct darwin_timespec {
    int64_t seconds;
    int64_t nanoseconds;
};

struct darwin_stat {
    int32_t device;
    uint16_t mode;
    uint16_t links;
    uint64_t inode;
    uint32_t user;
    uint32_t group;
    int32_t special_device;
    struct darwin_timespec accessed, modified, changed, born;
    int64_t bytes;
    int64_t blocks;
    int32_t block_bytes;
    uint32_t flags;
    uint32_t generation;
    int32_t spare;
    int64_t spares[2];
};
_Static_assert(sizeof(struct darwin_stat) == 144 && offsetof(struct darwin_stat, bytes) == 96, "sys/stat.h");

struct darwin_dirent {
    uint64_t inode;
    uint64_t seek_offset;
    uint16_t record_bytes;
    uint16_t name_bytes;
    uint8_t type;
    char name[1024];
};
_Static_assert(offsetof(struct darwin_dirent, name) == 21 && sizeof(struct darwin_dirent) == 1048, "sys/dirent.h");

struct darwin_statfs {
    uint32_t block_bytes;
    int32_t io_bytes;
    uint64_t blocks, blocks_free, blocks_available, files, files_free;
    int32_t id[2];
    uint32_t owner, type, flags, subtype;
    char type_name[16];
    char mounted_on[1024], mounted_from[1024];
    uint32_t more_flags, reserved[7];
};
_Static_assert(sizeof(struct darwin_statfs) == 2168, "sys/mount.h");

struct darwin_stack {
    uint64_t address;
    uint64_t bytes;
    int32_t flags;
    int32_t padding;
};

struct darwin_sigaction {
    uint64_t handler;
    uint32_t mask;
    int32_t flags;
};
_Static_assert(sizeof(struct darwin_sigaction) == 16, "sys/signal.h");

struct darwin_siginfo {
    int32_t signal, error, code, process;
    uint32_t user;
    int32_t status;
    uint64_t address;
    uint64_t value;
    int64_t band;
    uint64_t padding[7];
};
_Static_assert(sizeof(struct darwin_siginfo) == 104 && offsetof(struct darwin_siginfo, address) == 24, "sys/signal.h");

/* The registers of an interrupted program: mach/i386/_structs.h, mach/arm/_structs.h. */
#if defined(__aarch64__)
struct darwin_mcontext {
    uint64_t fault_address;
    uint32_t syndrome, exception;
    uint64_t x[29], fp, lr, sp, pc;
    uint32_t cpsr, padding;
    __uint128_t v[32];
    uint32_t fpsr, fpcr;
};
_Static_assert(offsetof(struct darwin_mcontext, x) == 16 && offsetof(struct darwin_mcontext, pc) == 16 + 256, "mach/arm/_structs.h");
_Static_assert(sizeof(struct darwin_mcontext) == 816, "mach/arm/_structs.h");
#else
struct darwin_mcontext {
    uint16_t trap, cpu;
    uint32_t error;
    uint64_t fault_address;
    uint64_t rax, rbx, rcx, rdx, rdi, rsi, rbp, rsp, r8, r9, r10, r11, r12, r13, r14, r15, rip, rflags, cs, fs, gs;
    uint32_t float_reserved[2];
    uint8_t fxsave[512];
    uint32_t float_reserved1;
} __attribute__((packed, aligned(8)));
_Static_assert(offsetof(struct darwin_mcontext, rip) == 16 + 128, "mach/i386/_structs.h");
_Static_assert(offsetof(struct darwin_mcontext, fxsave) == 192, "mach/i386/_structs.h");
#endif

struct darwin_ucontext {
    int32_t on_stack;
    uint32_t mask;
    struct darwin_stack stack;
    uint64_t link;
    uint64_t mcontext_bytes;
    struct darwin_mcontext *mcontext;
};
_Static_assert(offsetof(struct darwin_ucontext, mcontext) == 48, "sys/_types/_ucontext.h");

struct darwin_sockaddr {
    uint8_t bytes;
    uint8_t family;
    char data[14];
};

struct darwin_msghdr {
    void *name;
    uint32_t name_bytes;
    void *vectors;
    int32_t vector_count;
    void *control;
    uint32_t control_bytes;
    int32_t flags;
};
_Static_assert(sizeof(struct darwin_msghdr) == 48, "sys/socket.h");

/* fcntl.h */
enum {
    DARWIN_O_ACCMODE = 0x3,
    DARWIN_O_NONBLOCK = 0x4,
    DARWIN_O_APPEND = 0x8,
    DARWIN_O_ASYNC = 0x40,
    DARWIN_O_SYNC = 0x80,
    DARWIN_O_NOFOLLOW = 0x100,
    DARWIN_O_CREAT = 0x200,
    DARWIN_O_TRUNC = 0x400,
    DARWIN_O_EXCL = 0x800,
    DARWIN_O_EVTONLY = 0x8000,
    DARWIN_O_NOCTTY = 0x20000,
    DARWIN_O_DIRECTORY = 0x100000,
    DARWIN_O_SYMLINK = 0x200000,
    DARWIN_O_DSYNC = 0x400000,
    DARWIN_O_CLOEXEC = 0x1000000,
    DARWIN_O_NOFOLLOW_ANY = 0x20000000,
    DARWIN_AT_FDCWD = -2,
    DARWIN_AT_EACCESS = 0x10,
    DARWIN_AT_SYMLINK_NOFOLLOW = 0x20,
    DARWIN_AT_SYMLINK_FOLLOW = 0x40,
    DARWIN_AT_REMOVEDIR = 0x80,
    DARWIN_F_DUPFD = 0,
    DARWIN_F_GETFD = 1,
    DARWIN_F_SETFD = 2,
    DARWIN_F_GETFL = 3,
    DARWIN_F_SETFL = 4,
    DARWIN_F_PREALLOCATE = 42,
    DARWIN_F_RDADVISE = 44,
    DARWIN_F_RDAHEAD = 45,
    DARWIN_F_NOCACHE = 48,
    DARWIN_F_GETPATH = 50,
    DARWIN_F_FULLFSYNC = 51,
    DARWIN_F_DUPFD_CLOEXEC = 67,
    DARWIN_F_SETNOSIGPIPE = 73,
    DARWIN_F_BARRIERFSYNC = 85,
};

/* sys/errno.h: those that this loader itself gives; errors.c has them all. */
enum {
    DARWIN_EPERM = 1,
    DARWIN_ENOENT = 2,
    DARWIN_ENOMEM = 12,
    DARWIN_EACCES = 13,
    DARWIN_EFAULT = 14,
    DARWIN_EINVAL = 22,
    DARWIN_ENOTSUP = 45,
    DARWIN_EOPNOTSUPP = 102,
};

/* signal.h */
enum {
    DARWIN_SIGILL = 4,
    DARWIN_SIGTRAP = 5,
    DARWIN_SIGFPE = 8,
    DARWIN_SIGBUS = 10,
    DARWIN_SIGSEGV = 11,
    DARWIN_SIGNALS = 32,
    DARWIN_SA_ONSTACK = 0x1,
    DARWIN_SA_RESTART = 0x2,
    DARWIN_SA_RESETHAND = 0x4,
    DARWIN_SA_NOCLDSTOP = 0x8,
    DARWIN_SA_NODEFER = 0x10,
    DARWIN_SA_NOCLDWAIT = 0x20,
    DARWIN_SA_SIGINFO = 0x40,
    DARWIN_SS_ONSTACK = 0x1,
    DARWIN_SS_DISABLE = 0x4,
    DARWIN_MINSIGSTKSZ = 32768,
};

/* The guest's errno. */
extern _Thread_local int darwin_errno;

/* errors.c: the host's errno in the guest's numbers. */
int darwin_error_of(int host);

/* The result of a call of the host: -1 sets the guest's errno. */
long darwin_result(long result);

/* Fails with an error in the guest's numbers. */
long darwin_fail(int error);

/* bind_files.c: a descriptor for the *at calls. */
int host_directory(int descriptor);

#endif
