// The common part of the guest programs of tests/threads: raw calls, threads on `wasi.thread-spawn` alone, and locks on
// `memory.atomic.wait32`. Debian has no C library with threads for WebAssembly, so the programs use none.
//
// A failed check prints `file:line: expectation, and the actual value` on stderr and ends the process with status 1, in
// every thread.
#ifndef WASMC_TESTS_THREADS_H
#define WASMC_TESTS_THREADS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define P1(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
P1(clock_time_get) int clock_time_get(uint32_t, uint64_t, uint64_t *);
P1(fd_close) int fd_close(uint32_t);
P1(fd_read) int fd_read(uint32_t, const void *, size_t, size_t *);
P1(fd_write) int fd_write(uint32_t, const void *, size_t, size_t *);
P1(path_open) int path_open(uint32_t, int, const char *, size_t, int, uint64_t, uint64_t, int, uint32_t *);
P1(poll_oneoff) int poll_oneoff(const void *, void *, size_t, size_t *);
P1(proc_exit) _Noreturn void proc_exit(uint32_t);
P1(random_get) int random_get(void *, size_t);
P1(sched_yield) int sched_yield(void);
__attribute__((import_module("wasi"), import_name("thread-spawn"))) int32_t thread_spawn(void *);

struct slice {
    const void *bytes;
    size_t count;
};

enum { STDIN = 0, STDOUT = 1, STDERR = 2, DIR = 3 };
enum { MONOTONIC = 1 };
#define MS UINT64_C(1000000)

// --- Text and checks ---

static size_t length(const char *text) {
    size_t count = 0;
    while (text[count]) count++;
    return count;
}

static void print(uint32_t fd, const char *text) {
    struct slice slice = {text, length(text)};
    size_t written;
    fd_write(fd, &slice, 1, &written);
}

static char *decimal(char *end, uint64_t value) {
    *--end = 0;
    do *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

static _Noreturn void fail(const char *file, int line, const char *what, uint64_t got) {
    char number[24], place[24];
    print(STDERR, file);
    print(STDERR, ":");
    print(STDERR, decimal(place + sizeof place, (uint64_t)line));
    print(STDERR, ": ");
    print(STDERR, what);
    print(STDERR, ", got ");
    print(STDERR, decimal(number + sizeof number, got));
    print(STDERR, "\n");
    proc_exit(1);
}

#define CHECK(condition) ((condition) ? (void)0 : fail(__FILE_NAME__, __LINE__, #condition, 0))
#define EQUAL(value, expected)                                                                                          \
    do {                                                                                                               \
        uint64_t got_ = (uint64_t)(value);                                                                             \
        if (got_ != (uint64_t)(expected)) fail(__FILE_NAME__, __LINE__, #value " should be " #expected, got_);                        \
    } while (0)

static uint64_t now(void) {
    uint64_t time;
    EQUAL(clock_time_get(MONOTONIC, 1, &time), 0);
    return time;
}

// --- Waiting ---

enum { WOKEN = 0, NOT_EQUAL = 1, TIMED_OUT = 2 };
#define wait32(address, expected, timeout) __builtin_wasm_memory_atomic_wait32((int *)(address), (int)(expected), timeout)
#define wait64(address, expected, timeout)                                                                              \
    __builtin_wasm_memory_atomic_wait64((long long *)(address), (long long)(expected), timeout)
#define notify(address, count) __builtin_wasm_memory_atomic_notify((int *)(address), count)

#define load(object) __atomic_load_n(object, __ATOMIC_SEQ_CST)
#define store(object, value) __atomic_store_n(object, value, __ATOMIC_SEQ_CST)
#define add(object, value) __atomic_fetch_add(object, value, __ATOMIC_SEQ_CST)

// Waits until a word is a value.
static void await(uint32_t *word, uint32_t value) {
    for (uint32_t found; (found = load(word)) != value;) wait32(word, found, -1);
}

// Counts something that others await.
static void count(uint32_t *word) {
    add(word, 1);
    notify(word, -1);
}

static void sleep_for(uint64_t nanoseconds) {
    uint32_t never = 0;
    EQUAL(wait32(&never, 0, (int64_t)nanoseconds), TIMED_OUT);
}

// 0 is free, 1 held, 2 held with others waiting.
typedef uint32_t mutex;

static void lock(mutex *mutex) {
    uint32_t found = 0;
    if (__atomic_compare_exchange_n(mutex, &found, 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return;
    while (__atomic_exchange_n(mutex, 2, __ATOMIC_SEQ_CST) != 0) wait32(mutex, 2, -1);
}

static void unlock(mutex *mutex) {
    if (__atomic_exchange_n(mutex, 0, __ATOMIC_SEQ_CST) == 2) notify(mutex, 1);
}

// A number that changes whenever somebody is to look again.
typedef uint32_t condition;

static void wait_for(condition *condition, mutex *mutex) {
    uint32_t seen = load(condition);
    unlock(mutex);
    wait32(condition, seen, -1);
    lock(mutex);
}

static void signal_one(condition *condition) {
    add(condition, 1);
    notify(condition, 1);
}

static void signal_all(condition *condition) {
    add(condition, 1);
    notify(condition, -1);
}

// --- Threads ---

#define STACK_BYTES 16384

struct thread {
    // These two are what `wasi_thread_start` begins with.
    char *stack_top;
    char *tls;
    void (*function)(void *);
    void *argument;
    int32_t id;
    // 1 once it has ended, as far as the guest can tell.
    uint32_t done;
    _Alignas(16) char tls_bytes[256];
    _Alignas(16) char stack[STACK_BYTES];
};

// A new instance has a stack pointer that is the first thread's: nothing may be called before it has its own.
__asm__(".globaltype __stack_pointer, i32\n"
        ".functype __wasm_init_tls (i32) -> ()\n"
        ".functype run_thread (i32, i32) -> ()\n"
        ".section .text.wasi_thread_start,\"\",@\n"
        ".globl wasi_thread_start\n"
        ".type wasi_thread_start,@function\n"
        "wasi_thread_start:\n"
        ".functype wasi_thread_start (i32, i32) -> ()\n"
        "local.get 1\n"
        "i32.load 0\n"
        "global.set __stack_pointer\n"
        "local.get 1\n"
        "i32.load 4\n"
        "call __wasm_init_tls\n"
        "local.get 0\n"
        "local.get 1\n"
        "call run_thread\n"
        "end_function\n"
        ".export_name wasi_thread_start, wasi_thread_start\n");

__attribute__((used)) void run_thread(int32_t id, struct thread *thread) {
    CHECK(id > 0 && id < 0x20000000);
    thread->id = id;
    thread->function(thread->argument);
    store(&thread->done, 1);
    notify(&thread->done, -1);
}

// Gives what `thread-spawn` does.
static int32_t try_start(struct thread *thread, void (*function)(void *), void *argument) {
    CHECK(__builtin_wasm_tls_size() <= sizeof thread->tls_bytes && __builtin_wasm_tls_align() <= 16);
    thread->stack_top = thread->stack + STACK_BYTES;
    thread->tls = thread->tls_bytes;
    thread->function = function;
    thread->argument = argument;
    store(&thread->done, 0);
    return thread_spawn(thread);
}

static void start(struct thread *thread, void (*function)(void *), void *argument) {
    CHECK(try_start(thread, function, argument) > 0);
}

static void join(struct thread *thread) {
    await(&thread->done, 1);
}

// The programs.
static int run(void);

__attribute__((export_name("_start"))) void _start(void) {
    int status = run();
    if (status != 0) proc_exit((uint32_t)status);
}

#endif
