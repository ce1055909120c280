// The second write fails on the host: the guest gets that error, and the next write works.
// dir: sandbox
// under: strace -o /dev/null -e trace=write,writev,pwrite64,pwritev,pwritev2 -e inject=write,writev,pwrite64,pwritev,pwritev2:error=EIO:when=2
// reference: none: the fault would hit wasmtime itself
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    size_t count;
    OK(write_some(file, "one", 3, &count));
    ANY(write_some(file, "two", 3, &count), __WASI_ERRNO_IO);
    OK(write_some(file, "three", 5, &count));
    CHECK(holds(DIR, "file", "onethree"));
    return 0;
}
