// A file as standard input is a file: it has a type, a size and a position.
// host-setup: file input text
// stdin: file input
// reference: differs: for wasmtime every standard stream is a pipe
// reference-shows: left 0, right 4
#include "check.h"

int main(void) {
    EQUAL(stat_fd(STDIN).filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat_fd(STDIN).size, 4);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(STDIN, 2, __WASI_WHENCE_SET, &position));
    char buffer[8];
    EQUAL(read_all(STDIN, buffer, sizeof buffer), 2);
    CHECK(memcmp(buffer, "xt", 2) == 0);
    // It was opened for reading; the guest gets no more than that.
    size_t count;
    NO_RIGHT(write_some(STDIN, "x", 1, &count));
    return 0;
}
