// A pointer out of the memory traps or is FAULT, for every argument of every function: far out, one byte over the end, or wrapping
// around. "If an out-of-bounds pointer is passed to a function and the function needs to dereference it, the function shall trap."
// dir: sandbox
// stdin: text hello
// host-setup: file sandbox/file text
// host-setup: symlink sandbox/link file
// run-each: 141 -> 0|trap
#include "check.h"

P1(poll_oneoff) int p1_poll_oneoff(void *, void *, size_t, size_t *);

static size_t size;
static fd_t file;
static uint8_t buffer[64];
static uint64_t scratch[16];

// The call with this number, with a bad pointer to at least `need` bytes where it takes one.
static int call(int number, uintptr_t far, uintptr_t edge) {
    void *bad = (void *)far, *over = (void *)edge;
    __wasi_iovec_t in = {bad, 16}, in_edge = {over, 16};
    __wasi_ciovec_t out = {bad, 16}, out_edge = {over, 16};
    __wasi_roflags_t flags;
    __wasi_subscription_t subscription = {.u.tag = __WASI_EVENTTYPE_CLOCK};
    __wasi_event_t event;
    fd_t fd;
    switch (number) {
        case 0: return __wasi_args_get(over, buffer);
        case 1: return __wasi_args_get((uint8_t **)scratch, bad);
        case 2: return __wasi_args_sizes_get(over, &size);
        case 3: return __wasi_args_sizes_get(&size, over);
        case 4: return __wasi_environ_sizes_get(over, &size);
        case 5: return __wasi_clock_res_get(1, over);
        case 6: return __wasi_clock_time_get(1, 0, over);
        case 7: return __wasi_fd_fdstat_get(file, over);
        case 8: return __wasi_fd_filestat_get(file, over);
        case 9: return __wasi_fd_pread(file, over, 1, 0, &size);
        case 10: return __wasi_fd_pread(file, &in, 1, 0, &size);
        case 11: return __wasi_fd_pread(file, &in_edge, 1, 0, &size);
        case 12: return __wasi_fd_prestat_get(DIR, over);
        case 13: return __wasi_fd_prestat_dir_name(DIR, over, 16);
        case 14: return __wasi_fd_pwrite(file, over, 1, 0, &size);
        case 15: return __wasi_fd_pwrite(file, &out, 1, 0, &size);
        case 16: return __wasi_fd_pwrite(file, &out_edge, 1, 0, &size);
        case 17: return __wasi_fd_read(file, over, 1, &size);
        case 18: return __wasi_fd_read(file, &in, 1, &size);
        case 19: return __wasi_fd_read(STDIN, &in_edge, 1, &size);
        case 20: return __wasi_fd_readdir(DIR, over, 64, 0, &size);
        case 21: return __wasi_fd_readdir(DIR, bad, 4096, 0, &size);
        case 22: return __wasi_fd_seek(file, 0, __WASI_WHENCE_CUR, over);
        case 23: return __wasi_fd_tell(file, over);
        case 24: return __wasi_fd_write(file, over, 1, &size);
        case 25: return __wasi_fd_write(file, &out, 1, &size);
        case 26: return __wasi_fd_write(STDOUT, &out_edge, 1, &size);
        case 27: return p1_path_create_directory(DIR, over, 16);
        case 28: return p1_path_filestat_get(DIR, 0, over, 16, (void *)scratch);
        case 29: return p1_path_filestat_get(DIR, 0, T("file"), over);
        case 30: return p1_path_filestat_set_times(DIR, 0, over, 16, 0, 0, 0);
        case 31: return p1_path_link(DIR, 0, over, 16, DIR, T("x"));
        case 32: return p1_path_link(DIR, 0, T("file"), DIR, over, 16);
        case 33: return p1_path_open(DIR, 0, over, 16, CREAT, RW, 0, 0, &fd);
        case 34: return p1_path_open(DIR, 0, T("file"), 0, R, 0, 0, over);
        case 35: return p1_path_readlink(DIR, over, 16, buffer, sizeof buffer, &size);
        case 36: return p1_path_readlink(DIR, T("link"), over, 16, &size);
        case 37: return p1_path_remove_directory(DIR, over, 16);
        case 38: return p1_path_rename(DIR, over, 16, DIR, T("x"));
        case 39: return p1_path_rename(DIR, T("file"), DIR, over, 16);
        case 40: return p1_path_symlink(over, 16, DIR, T("x"));
        case 41: return p1_path_symlink(T("x"), DIR, over, 16);
        case 42: return p1_path_unlink_file(DIR, over, 16);
        case 43: return p1_poll_oneoff(over, &event, 1, &size);
        case 44: return p1_poll_oneoff(&subscription, over, 1, &size);
        case 45: return __wasi_random_get(over, 64);
        case 46: return __wasi_sock_recv(DIR, over, 1, 0, &size, &flags);
    }
    fail(__FILE__, __LINE__, "a number of a call", NULL);
}

int main(void) {
    uint8_t *argv[2], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    int number = 0;
    for (const uint8_t *digit = argv[1]; *digit; digit++) number = number * 10 + *digit - '0';
    file = open_(DIR, "file", 0, RW, 0);
    uintptr_t end = __builtin_wasm_memory_size(0) << 16;
    // Aligned for every type, and yet too near to the end for the smallest result.
    uintptr_t edges[] = {end, UINT32_C(0xfffffff8), end - 8};
    int error = number % 3 == 2 ? call(number / 3, end - 8, end - 8) : call(number / 3, 0xfffffff0, edges[number % 3]);
    // Some results have eight bytes or less; those fit before the end. A socket call may look at the descriptor first.
    if (number % 3 == 2) {
        ANY(error, FAULT, SUCCESS, BADF, NOTSOCK);
    } else {
        ANY(error, FAULT, number / 3 == 46 ? NOTSOCK : FAULT);
    }
    CHECK(holds(DIR, "file", "text") && !exists(DIR, "x"));
    return 0;
}
