// A raised signal ends the process as that signal does, or `proc_raise` returns an error; it is never ignored silently.
// WASI numbers signals as Linux does up to 15 and differently above: 16 is SIGCHLD, 22 SIGURG and 27 SIGWINCH, which
// end no process.
// run: 0 -> 0
// run: 1 -> signal 1|0
// run: 2 -> signal 2|0
// run: 6 -> signal 6|0
// run: 15 -> signal 15|0
// run: 16 -> 0
// run: 22 -> 0
// run: 24 -> signal 25|0
// run: 27 -> 0
#include "check.h"

P1(proc_raise) int p1_proc_raise(int);

enum { NONE = 0, CHLD = 16, URG = 22, WINCH = 27 };

int main(void) {
    static uint8_t *argv[2], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    int signal = 0;
    for (const uint8_t *digit = argv[1]; *digit; digit++) signal = signal * 10 + *digit - '0';
    if (signal == NONE)
        ANY(p1_proc_raise(signal), SUCCESS, INVAL, NOTSUP);
    else if (signal == CHLD || signal == URG || signal == WINCH)
        ANY(p1_proc_raise(signal), SUCCESS, NOTSUP);
    else
        ANY(p1_proc_raise(signal), NOTSUP);
    return 0;
}
