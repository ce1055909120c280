// One call transfers all vectors of a regular file: many libraries never check the count.
// dir: sandbox
// reference: differs: wasmtime reads and writes the first vector that is not empty
// reference-shows: left 1, right 64
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    uint8_t bytes[64], back[64];
    for (int i = 0; i < 64; i++) bytes[i] = i;
    __wasi_ciovec_t out[64];
    __wasi_iovec_t in[64];
    for (int i = 0; i < 64; i++) {
        out[i] = (__wasi_ciovec_t){bytes + i, 1};
        in[63 - i] = (__wasi_iovec_t){back + i, 1};
    }
    size_t count;
    OK(__wasi_fd_write(file, out, 64, &count));
    EQUAL(count, 64);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    OK(__wasi_fd_read(file, in, 64, &count));
    EQUAL(count, 64);
    for (int i = 0; i < 64; i++) EQUAL(back[i], 63 - i);
    OK(__wasi_fd_pwrite(file, out, 64, 10, &count));
    EQUAL(count, 64);
    OK(__wasi_fd_pread(file, in, 64, 10, &count));
    EQUAL(count, 64);
    for (int i = 0; i < 64; i++) EQUAL(back[i], 63 - i);
    return 0;
}
