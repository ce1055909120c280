// Four megabytes through a socket that does not block, with an echo at the other end: short counts and AGAIN on both ways, and every
// byte comes back in its place.
// dir: sandbox
// socket: stream
// reference: none: its command line hands over no sockets
#include "poll.h"

enum { SOCKET = DIR + 1, TOTAL = 4 << 20 };
static uint8_t out[1 << 18], in[1 << 18];

static uint8_t byte_at(size_t index) { return index * 2654435761u >> 13; }

int main(void) {
    for (size_t done = 0, count; done < 12; done += count) OK(read_some(SOCKET, in, 12 - done, &count));
    OK(__wasi_fd_fdstat_set_flags(SOCKET, NONBLOCK));
    size_t sent = 0, received = 0, short_counts = 0, count;
    while (received < TOTAL) {
        __wasi_subscription_t both[] = {on_read(1, SOCKET), on_write(2, SOCKET)};
        __wasi_event_t events[2];
        poll_(both, events, sent < TOTAL ? 2 : 1);
        size_t want = TOTAL - sent < sizeof out ? TOTAL - sent : sizeof out;
        for (size_t i = 0; i < want; i++) out[i] = byte_at(sent + i);
        if (want) {
            int error = write_some(SOCKET, out, want, &count);
            ANY(error, SUCCESS, AGAIN);
            if (error || count < want) short_counts++;
            if (!error) sent += count;
        }
        int error = read_some(SOCKET, in, sizeof in, &count);
        ANY(error, SUCCESS, AGAIN);
        if (error) continue;
        CHECK(count > 0);
        for (size_t i = 0; i < count; i++) EQUAL(in[i], byte_at(received + i));
        received += count;
    }
    EQUAL(sent, TOTAL);
    CHECK(short_counts > 0);
    return 0;
}
