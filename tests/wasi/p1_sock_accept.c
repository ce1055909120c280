// A listening socket gives one connected socket per client, and stays a listening socket.
// dir: sandbox
// socket: listener
// reference: none: its command line hands over no sockets
#include "check.h"

enum { LISTENER = DIR + 1 };

int main(void) {
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(LISTENER, &stat));
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
    __wasi_prestat_t prestat;
    ANY(__wasi_fd_prestat_get(LISTENER, &prestat), BADF);
    for (int client = 0; client < 2; client++) {
        fd_t connection;
        OK(__wasi_sock_accept(LISTENER, client ? NONBLOCK : 0, &connection));
        CHECK(connection > LISTENER);
        OK(__wasi_fd_fdstat_get(connection, &stat));
        EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
        EQUAL(stat.fs_flags, client ? NONBLOCK : 0);
        // "ping" may take its time; a non-blocking descriptor says AGAIN until then.
        char buffer[8];
        size_t done = 0, count;
        while (done < 4) {
            int error = read_some(connection, buffer + done, 4 - done, &count);
            if (client && error == AGAIN) continue;
            OK(error);
            CHECK(count > 0);
            done += count;
        }
        CHECK(memcmp(buffer, "ping", 4) == 0);
        write_all(connection, "pong", 4);
        OK(__wasi_fd_close(connection));
        ANY(__wasi_fd_close(connection), BADF);
    }
    fd_t fd;
    ANY(__wasi_sock_accept(LISTENER, APPEND, &fd), INVAL, NOTSUP);
    ANY(__wasi_sock_accept(LISTENER, 1 << 9, &fd), INVAL);
    return 0;
}
