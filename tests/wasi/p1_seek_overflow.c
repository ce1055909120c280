// 2 + (2^63 - 1) is larger than any position: INVAL or OVERFLOW, and the position does not change.
// dir: sandbox
// reference: differs: wasmtime counts positions without a sign
// reference-shows: __wasi_fd_seek(file, INT64_MAX, __WASI_WHENCE_CUR, &position), came SUCCESS
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 2, __WASI_WHENCE_SET, &position));
    ANY(__wasi_fd_seek(file, INT64_MAX, __WASI_WHENCE_CUR, &position), INVAL, OVERFLOW);
    ANY(__wasi_fd_seek(file, INT64_MAX, __WASI_WHENCE_END, &position), INVAL, OVERFLOW);
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, 2);
    return 0;
}
