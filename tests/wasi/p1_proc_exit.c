// The status of `proc_exit` becomes that of the process, also from deep within calls.
// run: 0 -> 0
// run: 1 -> 1
// run: 42 -> 42
// run: 125 -> 125
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
