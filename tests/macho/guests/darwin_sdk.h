/* As much of the headers of macOS as the programs of this folder need: there is no SDK here. Written from the layouts of its
 * documentation and not from the loader's own, so that the two check each other. */
#ifndef DARWIN_SDK_H
#define DARWIN_SDK_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef long i64;

#if defined(__x86_64__)
#define INODE64(name) __asm("_" name "$INODE64")
#else
#define INODE64(name) __asm("_" name)
#endif

struct timespec {
    i64 tv_sec, tv_nsec;
};
struct stat {
    int st_dev;
    u16 st_mode, st_nlink;
    u64 st_ino;
    u32 st_uid, st_gid;
    int st_rdev;
    struct timespec st_atimespec, st_mtimespec, st_ctimespec, st_birthtimespec;
    i64 st_size, st_blocks;
    int st_blksize;
    u32 st_flags, st_gen;
    int st_lspare;
    i64 st_qspare[2];
};
struct dirent {
    u64 d_ino, d_seekoff;
    u16 d_reclen, d_namlen;
    u8 d_type;
    char d_name[1024];
};
typedef struct {
    void *ss_sp;
    u64 ss_size;
    int ss_flags;
} stack_t;
typedef struct {
    int si_signo, si_errno, si_code, si_pid;
    u32 si_uid;
    int si_status;
    void *si_addr, *si_value;
    i64 si_band;
    u64 pad[7];
} siginfo_t;
struct mcontext {
#if defined(__x86_64__)
    u16 trapno, cpu;
    u32 err;
    u64 faultvaddr;
    u64 before[16], pc, after[4];
#else
    u64 far;
    u32 esr, exception;
    u64 before[32], pc, after[1];
#endif
};
typedef struct {
    int uc_onstack;
    u32 uc_sigmask;
    stack_t uc_stack;
    void *uc_link;
    u64 uc_mcsize;
    struct mcontext *uc_mcontext;
} ucontext_t;
struct sigaction {
    void (*handler)(int, siginfo_t *, ucontext_t *);
    u32 sa_mask;
    int sa_flags;
};
struct pollfd {
    int fd;
    short events, revents;
};
typedef struct DIR DIR;

enum {
    O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_NONBLOCK = 4, O_NOFOLLOW = 0x100, O_CREAT = 0x200, O_EXCL = 0x800,
    O_DIRECTORY = 0x100000, O_CLOEXEC = 0x1000000, AT_FDCWD = -2, AT_REMOVEDIR = 0x80, F_GETFD = 1, F_GETFL = 3, F_SETFL = 4,
    PROT_NONE = 0, PROT_READ = 1, PROT_WRITE = 2, MAP_PRIVATE = 2, MAP_FIXED = 0x10, MAP_ANON = 0x1000,
    SIGILL = 4, SIGABRT = 6, SIGBUS = 10, SIGSEGV = 11, SA_ONSTACK = 1, SA_SIGINFO = 0x40, UTIME_OMIT = -2,
    ENOENT = 2, EEXIST = 17, EINVAL = 22, ELOOP = 62, ENOTEMPTY = 66, CLOCK_REALTIME = 0, CLOCK_MONOTONIC = 6,
};

int *__error(void);
#define errno (*__error())
extern char **environ;
_Noreturn void _exit(int);
int open(const char *, int, ...);
int openat(int, const char *, int, ...);
int fcntl(int, int, ...);
int close(int);
i64 write(int, const void *, u64);
int fstat(int, struct stat *) INODE64("fstat");
int mkdirat(int, const char *, u16);
int unlinkat(int, const char *, int);
int utimensat(int, const char *, const struct timespec *, int);
DIR *fdopendir(int) INODE64("fdopendir");
struct dirent *readdir(DIR *) INODE64("readdir");
int closedir(DIR *);
void *mmap(void *, u64, int, int, int, i64);
int munmap(void *, u64);
int mprotect(void *, u64, int);
int sigaction(int, const struct sigaction *, struct sigaction *);
int sigaltstack(const stack_t *, stack_t *);
int kill(int, int);
int getpid(void);
int poll(struct pollfd *, u32, int);
int clock_gettime(int, struct timespec *);
int getentropy(void *, u64);
u64 strlen(const char *);

/* Says which line failed, and ends. */
#define CHECK(condition) ((condition) ? (void)0 : check_failed(__LINE__))

static void say(const char *text) {
    write(1, text, strlen(text));
}

static void say_number(i64 number) {
    char digits[24], *at = digits + sizeof digits;
    u64 rest = number < 0 ? -(u64)number : (u64)number;
    *--at = 0;
    do *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--at = '-';
    say(at);
}

_Noreturn static void check_failed(int line) {
    say("line ");
    say_number(line);
    say(" failed, errno ");
    say_number(errno);
    say("\n");
    _exit(1);
}

#endif
