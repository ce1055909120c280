// Each call transfers one datagram; the rest of a datagram that is larger than the buffer is dropped, and the flags
// report it.
// dir: sandbox
// socket: datagram
// reference: none: its command line hands over no sockets
#include "check.h"

enum { SOCKET = DIR + 1, PEEK = __WASI_RIFLAGS_RECV_PEEK, TRUNCATED = __WASI_ROFLAGS_RECV_DATA_TRUNCATED };

int main(void) {
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(SOCKET, &stat));
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_DGRAM);
    char buffer[32];
    __wasi_iovec_t in[] = {{(uint8_t *)buffer, 2}, {(uint8_t *)buffer + 2, 3}};
    size_t count;
    __wasi_roflags_t flags;
    OK(__wasi_sock_recv(SOCKET, in, 2, PEEK, &count, &flags));
    EQUAL(count, 5);
    EQUAL(flags, TRUNCATED);
    OK(__wasi_sock_recv(SOCKET, in, 2, 0, &count, &flags));
    EQUAL(count, 5);
    EQUAL(flags, TRUNCATED);
    CHECK(memcmp(buffer, "first", 5) == 0);
    in[0].buf_len = sizeof buffer;
    OK(__wasi_sock_recv(SOCKET, in, 1, 0, &count, &flags));
    EQUAL(count, 6);
    EQUAL(flags, 0);
    CHECK(memcmp(buffer, "second", 6) == 0);

    __wasi_ciovec_t out[] = {{(const uint8_t *)"to and ", 7}, {(const uint8_t *)"fro", 3}};
    OK(__wasi_sock_send(SOCKET, out, 2, 0, &count));
    EQUAL(count, 10);
    OK(__wasi_sock_recv(SOCKET, in, 1, 0, &count, &flags));
    EQUAL(count, 10);
    CHECK(memcmp(buffer, "to and fro", 10) == 0);
    // An empty one says goodbye.
    OK(__wasi_sock_send(SOCKET, out, 0, 0, &count));
    EQUAL(count, 0);
    return 0;
}
