// No standard stream is open: output is lost, and above all never lands in a file that the guest opens.
// dir: sandbox
// stdin: closed
// redirect: >&- 2>&-
// host-check: file sandbox/file text
#include "check.h"

int main(void) {
    __wasi_prestat_t prestat;
    OK(__wasi_fd_prestat_get(DIR, &prestat));
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    size_t count;
    for (fd_t stream = STDOUT; stream <= STDERR; stream++) ANY(write_some(stream, "stray", 5, &count), SUCCESS, BADF);
    write_all(file, "text", 4);
    return 0;
}
