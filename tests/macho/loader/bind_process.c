/* The process and what it asks the system for: its end, its arguments, clocks, waiting, random bytes, names at run time. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "darwin.h"
#include "loader.h"

static int guest_argc;
static char **guest_argv, **guest_environ;

void process_start(int argc, char **argv, char **envp) {
    guest_argc = argc;
    guest_argv = argv;
    guest_environ = envp;
}

static int *error_address(void) {
    return &darwin_errno;
}

static int *argc_address(void) {
    return &guest_argc;
}

static char ***argv_address(void) {
    return &guest_argv;
}

static char ***environ_address(void) {
    return &guest_environ;
}

_Noreturn static void darwin_exit(int status) {
    _exit(status);
}

static void *darwin_dlsym(void *handle, const char *name) {
    char symbol[256] = "_";
    (void)handle;
    if (strlen(name) > sizeof symbol - 2) give_up("dlsym: %s", name);
    return binding_require(strcat(symbol, name));
}

/* dyld calls it for what is bound lazily; this loader binds all at start. */
_Noreturn static void stub_binder(void) {
    give_up("dyld_stub_binder was called");
}

_Noreturn static void stack_check_failed(void) {
    give_up("a stack protector found a damaged stack");
}

static uint64_t stack_guard = 0x5bd1e995a7c3f001;

/* ---- clocks (sys/_types/_clock_id.h of macOS; time.h) ---- */

static int host_clock(int clock, clockid_t *host) {
    switch (clock) {
    case 0: *host = CLOCK_REALTIME; return 1;
    case 4: case 5: case 8: case 9: *host = CLOCK_MONOTONIC_RAW; return 1;
    case 6: *host = CLOCK_MONOTONIC; return 1;
    case 12: *host = CLOCK_PROCESS_CPUTIME_ID; return 1;
    case 16: *host = CLOCK_THREAD_CPUTIME_ID; return 1;
    default: return 0;
    }
}

static long darwin_clock_gettime(int clock, struct darwin_timespec *time) {
    clockid_t host;
    struct timespec now;
    if (!host_clock(clock, &host)) return darwin_fail(DARWIN_EINVAL);
    if (clock_gettime(host, &now) != 0) return darwin_result(-1);
    *time = (struct darwin_timespec){now.tv_sec, now.tv_nsec};
    return 0;
}

static long darwin_clock_getres(int clock, struct darwin_timespec *time) {
    clockid_t host;
    if (!host_clock(clock, &host)) return darwin_fail(DARWIN_EINVAL);
    /* The clocks that are kept in microseconds. */
    *time = (struct darwin_timespec){0, clock == 0 || clock == 6 || clock == 12 ? 1000 : 42};
    return 0;
}

static uint64_t darwin_clock_gettime_nsec_np(int clock) {
    struct darwin_timespec now;
    return darwin_clock_gettime(clock, &now) == 0 ? (uint64_t)now.seconds * 1000000000 + (uint64_t)now.nanoseconds : 0;
}

static uint64_t darwin_mach_absolute_time(void) {
    return darwin_clock_gettime_nsec_np(8);
}

static int darwin_mach_timebase_info(uint32_t info[2]) {
    info[0] = info[1] = 1;
    return 0;
}

static long darwin_nanosleep(const struct darwin_timespec *wanted, struct darwin_timespec *left) {
    struct timespec host = {wanted->seconds, wanted->nanoseconds}, rest = {0, 0};
    int result = nanosleep(&host, &rest);
    if (left) *left = (struct darwin_timespec){rest.tv_sec, rest.tv_nsec};
    return darwin_result(result);
}

static long darwin_sched_yield(void) {
    return darwin_result(sched_yield());
}

/* ---- the rest ---- */

static long darwin_getentropy(void *buffer, size_t bytes) {
    return bytes > 256 ? darwin_fail(DARWIN_EINVAL) : darwin_result(getentropy(buffer, bytes));
}

static long darwin_issetugid(void) {
    return getauxval(AT_SECURE) != 0;
}

/* sys/resource.h of macOS: RLIMIT_AS is 5, and "no limit" is the largest signed number. */
static long darwin_getrlimit(int resource, uint64_t limits[2]) {
    struct rlimit host;
    if (resource != 5) give_up("getrlimit: unknown resource %d", resource);
    if (getrlimit(RLIMIT_AS, &host) != 0) return darwin_result(-1);
    limits[0] = host.rlim_cur == RLIM_INFINITY ? INT64_MAX : host.rlim_cur;
    limits[1] = host.rlim_max == RLIM_INFINITY ? INT64_MAX : host.rlim_max;
    return 0;
}

/* This machine has no Apple processor, so no name of one is known. */
static long darwin_sysctlbyname(void) {
    return darwin_fail(DARWIN_ENOENT);
}

static long darwin_getpid(void) {
    return getpid();
}

/* unistd.h of macOS */
static long darwin_sysconf(int name) {
    switch (name) {
    case 29: return DARWIN_PAGE;
    case 57: case 58: return sysconf(_SC_NPROCESSORS_ONLN);
    default: give_up("sysconf: unknown name %d", name);
    }
}

const struct binding bindings_process[] = {
    {"___error", error_address},
    {"__exit", darwin_exit},
    {"_exit", darwin_exit},
    {"_abort", abort},
    {"__NSGetArgc", argc_address},
    {"__NSGetArgv", argv_address},
    {"__NSGetEnviron", environ_address},
    {"_environ", &guest_environ},
    {"_dlsym", darwin_dlsym},
    {"dyld_stub_binder", stub_binder},
    {"___stack_chk_fail", stack_check_failed},
    {"___stack_chk_guard", &stack_guard},
    {"_clock_gettime", darwin_clock_gettime},
    {"_clock_getres", darwin_clock_getres},
    {"_clock_gettime_nsec_np", darwin_clock_gettime_nsec_np},
    {"_mach_absolute_time", darwin_mach_absolute_time},
    {"_mach_timebase_info", darwin_mach_timebase_info},
    {"_nanosleep", darwin_nanosleep},
    {"_sched_yield", darwin_sched_yield},
    {"_getentropy", darwin_getentropy},
    {"_arc4random_buf", arc4random_buf},
    {"_getpid", darwin_getpid},
    {"_getrlimit", darwin_getrlimit},
    {"_issetugid", darwin_issetugid},
    {"_sysconf", darwin_sysconf},
    {"_sysctlbyname", darwin_sysctlbyname},
    {NULL, NULL},
};
