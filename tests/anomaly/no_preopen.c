// A directory of the build is missing when the program starts: a start failure that names it.
// driver: start-failure
// build: --dir missing::/missing
// status: 125
// reference: none: wasmtime has no start apart from the build
#include "check.h"

int main(void) {
    __wasi_prestat_t prestat;
    ANY(__wasi_fd_prestat_get(DIR, &prestat), BADF);
    return 0;
}
