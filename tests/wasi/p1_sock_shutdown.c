// Shutting down one direction, the other, and both; afterward sending is PIPE and receiving reports the end.
// dir: sandbox
// socket: stream
// reference: none: its command line hands over no sockets
#include "check.h"

enum { SOCKET = DIR + 1, RD = __WASI_SDFLAGS_RD, WR = __WASI_SDFLAGS_WR };

int main(void) {
    ANY(__wasi_sock_shutdown(SOCKET, 0), INVAL);
    ANY(__wasi_sock_shutdown(SOCKET, 1 << 2), INVAL);
    char buffer[32];
    size_t count;
    // Everything that the other end says by itself.
    for (size_t done = 0; done < 12; done += count) OK(read_some(SOCKET, buffer, 12 - done, &count));
    write_all(SOCKET, "x", 1);
    EQUAL(read_all(SOCKET, buffer, 1), 1);

    OK(__wasi_sock_shutdown(SOCKET, WR));
    __wasi_ciovec_t out = {(const uint8_t *)"x", 1};
    ANY(__wasi_sock_send(SOCKET, &out, 1, 0, &count), PIPE);
    ANY(write_some(SOCKET, "x", 1, &count), PIPE);
    EQUAL(read_all(SOCKET, buffer, 1), 0);
    OK(__wasi_sock_shutdown(SOCKET, RD));
    OK(read_some(SOCKET, buffer, 1, &count));
    EQUAL(count, 0);
    ANY(__wasi_sock_shutdown(SOCKET, RD | WR), SUCCESS, NOTCONN);
    return 0;
}
