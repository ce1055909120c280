// A listening socket without clients: AGAIN if it does not block, and not ready in a poll.
// dir: sandbox
// socket: idle-listener
// reference: none: its command line hands over no sockets
#include "poll.h"

enum { LISTENER = DIR + 1 };

int main(void) {
    OK(__wasi_fd_fdstat_set_flags(LISTENER, NONBLOCK));
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(LISTENER, &stat));
    EQUAL(stat.fs_flags, NONBLOCK);
    fd_t fd = 77;
    ANY(__wasi_sock_accept(LISTENER, 0, &fd), AGAIN);
    EQUAL(fd, 77);
    __wasi_subscription_t in[] = {on_read(1, LISTENER), on_clock(2, __WASI_CLOCKID_MONOTONIC, 10 * MILLISECOND, 0)};
    __wasi_event_t events[2];
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 2);
    // It is no connection.
    size_t count;
    ANY(write_some(LISTENER, "x", 1, &count), NOTCONN, PIPE);
    __wasi_ciovec_t out = {(const uint8_t *)"x", 1};
    ANY(__wasi_sock_send(LISTENER, &out, 1, 0, &count), NOTCONN, PIPE);
    return 0;
}
