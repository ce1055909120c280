// Every advice is accepted for a file and changes nothing in it.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0);
    for (__wasi_advice_t advice = 0; advice <= __WASI_ADVICE_NOREUSE; advice++) {
        OK(__wasi_fd_advise(file, 0, 4, advice));
        OK(__wasi_fd_advise(file, 2, 0, advice));
        OK(__wasi_fd_advise(file, 100, 1000, advice));
    }
    EQUAL(stat_fd(file).size, 4);
    CHECK(holds(DIR, "file", "text"));
    ANY(__wasi_fd_advise(DIR, 0, 0, __WASI_ADVICE_NORMAL), SUCCESS, BADF, ISDIR, NOTCAPABLE);
    return 0;
}
