// Every status that a process can have, also those that shells and engines use for themselves.
// run: 126 -> 126
// run: 127 -> 127
// run: 128 -> 128
// run: 134 -> 134
// run: 139 -> 139
// run: 255 -> 255
// reference: differs: wasmtime takes statuses below 126 only
// reference-shows: exit with invalid exit status outside of [0..126)
#include "check.h"

__attribute__((noinline)) static int dive(int depth, int status) {
    if (depth == 0) __wasi_proc_exit(status);
    return dive(depth - 1, status) + depth;
}

int main(void) {
    static uint8_t *argv[2], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    int status = 0;
    for (const uint8_t *digit = argv[1]; *digit; digit++) status = status * 10 + *digit - '0';
    return dive(1000, status) == 7 ? 77 : 78;
}
