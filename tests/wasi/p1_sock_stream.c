// A connected stream: peek, fill a buffer completely, send by vectors, read and write like a file, and reach the end.
// dir: sandbox
// socket: stream
// reference: none: its command line hands over no sockets
#include "check.h"

enum { SOCKET = DIR + 1, PEEK = __WASI_RIFLAGS_RECV_PEEK, WAITALL = __WASI_RIFLAGS_RECV_WAITALL };

static size_t receive(void *buffer, size_t size, int flags) {
    __wasi_iovec_t in = {buffer, size};
    size_t count;
    __wasi_roflags_t out = 0xaa;
    OK(__wasi_sock_recv(SOCKET, &in, 1, flags, &count, &out));
    EQUAL(out, 0);
    return count;
}

int main(void) {
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(SOCKET, &stat));
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
    char buffer[32];
    CHECK(receive(buffer, 5, PEEK) > 0);
    CHECK(buffer[0] == 'h');
    // What was peeked at is still there. The rest comes later, and is waited for.
    EQUAL(receive(buffer, 12, WAITALL), 12);
    CHECK(memcmp(buffer, "hello, guest", 12) == 0);

    __wasi_ciovec_t out[] = {{(const uint8_t *)"one ", 4}, {(const uint8_t *)"", 0}, {(const uint8_t *)"two ", 4}};
    size_t count;
    OK(__wasi_sock_send(SOCKET, out, 3, 0, &count));
    EQUAL(count, 8);
    write_all(SOCKET, "three", 5);
    __wasi_iovec_t in[] = {{(uint8_t *)buffer, 6}, {(uint8_t *)buffer + 6, 7}};
    __wasi_roflags_t flags;
    OK(__wasi_sock_recv(SOCKET, in, 2, WAITALL, &count, &flags));
    EQUAL(count, 13);
    CHECK(memcmp(buffer, "one two three", 13) == 0);

    ANY(__wasi_sock_recv(SOCKET, in, 1, 1 << 2, &count, &flags), INVAL);
    ANY(__wasi_sock_send(SOCKET, out, 1, 1, &count), INVAL, NOTSUP);
    fd_t fd;
    ANY(__wasi_sock_accept(SOCKET, 0, &fd), INVAL);
    __wasi_filesize_t position;
    ANY(__wasi_fd_seek(SOCKET, 0, __WASI_WHENCE_CUR, &position), SPIPE);

    OK(__wasi_fd_fdstat_set_flags(SOCKET, NONBLOCK));
    ANY(__wasi_sock_recv(SOCKET, in, 1, 0, &count, &flags), AGAIN);
    ANY(read_some(SOCKET, buffer, 1, &count), AGAIN);
    OK(__wasi_fd_fdstat_set_flags(SOCKET, 0));

    // The other end answers until it hears that this one says no more, and then there is an end here, too.
    write_all(SOCKET, "bye", 3);
    OK(__wasi_sock_shutdown(SOCKET, __WASI_SDFLAGS_WR));
    EQUAL(read_all(SOCKET, buffer, sizeof buffer), 3);
    EQUAL(receive(buffer, 1, 0), 0);
    return 0;
}
