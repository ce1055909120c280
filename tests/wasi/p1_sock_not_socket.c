// Socket calls on a descriptor that is not a socket are NOTSOCK and do nothing.
// dir: sandbox
// stdin: text hello
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t fds[] = {STDIN, DIR, open_(DIR, "file", 0, RW, 0)}, fd;
    uint8_t byte = 'x';
    __wasi_iovec_t in = {&byte, 1};
    __wasi_ciovec_t out = {&byte, 1};
    size_t size;
    __wasi_roflags_t flags;
    for (int i = 0; i < 3; i++) {
        ANY(__wasi_sock_accept(fds[i], 0, &fd), NOTSOCK);
        ANY(__wasi_sock_recv(fds[i], &in, 1, 0, &size, &flags), NOTSOCK);
        ANY(__wasi_sock_send(fds[i], &out, 1, 0, &size), NOTSOCK);
        ANY(__wasi_sock_shutdown(fds[i], __WASI_SDFLAGS_RD | __WASI_SDFLAGS_WR), NOTSOCK);
    }
    CHECK(holds(DIR, "file", "text"));
    char buffer[8];
    EQUAL(read_all(STDIN, buffer, sizeof buffer), 5);
    return 0;
}
