// Synchronizing with the disk fails: the guest (a database, for example) must get the error.
// dir: sandbox
// under: strace -o /dev/null -e trace=fsync,fdatasync -e inject=fsync:error=EIO:when=1 -e inject=fdatasync:error=ENOSPC:when=1
// reference: none: the fault would hit wasmtime itself
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    ANY(__wasi_fd_sync(file), __WASI_ERRNO_IO);
    OK(__wasi_fd_sync(file));
    ANY(__wasi_fd_datasync(file), NOSPC);
    OK(__wasi_fd_datasync(file));
    return 0;
}
