// A stream is ready for reading when bytes have arrived, and reports how many; it also reports that the other end is
// closed.
// dir: sandbox
// socket: stream
// reference: none: its command line hands over no sockets
#include "poll.h"

enum { SOCKET = DIR + 1, HANGUP = __WASI_EVENTRWFLAGS_FD_READWRITE_HANGUP };

int main(void) {
    __wasi_event_t events[2];
    __wasi_subscription_t in[] = {on_read(1, SOCKET), on_clock(2, __WASI_CLOCKID_MONOTONIC, UINT64_C(20000) * MILLISECOND, 0)};
    char buffer[32];
    size_t count;
    for (size_t done = 0; done < 12; done += count) {
        EQUAL(poll_(in, events, 2), 1);
        EQUAL(events[0].userdata, 1);
        EQUAL(events[0].error, SUCCESS);
        CHECK(events[0].fd_readwrite.nbytes > 0 && events[0].fd_readwrite.nbytes <= 12 - done);
        OK(read_some(SOCKET, buffer, 12 - done, &count));
    }
    __wasi_subscription_t write = on_write(3, SOCKET);
    EQUAL(poll_(&write, events, 1), 1);
    EQUAL(events[0].type, __WASI_EVENTTYPE_FD_WRITE);
    // Now the other end is silent.
    in[1].u.u.clock.timeout = 10 * MILLISECOND;
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 2);
    // And now it goes.
    in[1].u.u.clock.timeout = UINT64_C(20000) * MILLISECOND;
    OK(__wasi_sock_shutdown(SOCKET, __WASI_SDFLAGS_WR));
    EQUAL(poll_(in, events, 2), 1);
    EQUAL(events[0].userdata, 1);
    CHECK(events[0].fd_readwrite.flags & HANGUP);
    EQUAL(read_all(SOCKET, buffer, 1), 0);
    return 0;
}
