// A file would exceed the process's limit of file size: FBIG, and the process does not die by SIGXFSZ.
// dir: sandbox
// limit: -f 8
// reference: none: wasmtime dies by the signal
#include "check.h"

static uint8_t bytes[65536];

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    size_t done = 0, step;
    int error;
    while ((error = write_some(file, bytes, sizeof bytes, &step)) == SUCCESS) CHECK((done += step) <= 8192);
    ANY(error, FBIG);
    EQUAL(stat_fd(file).size, done);
    ANY(__wasi_fd_filestat_set_size(file, 1 << 20), FBIG, INVAL);
    return 0;
}
