// The other end is closed: receiving reports the end, sending is PIPE, and no signal ends the process.
// dir: sandbox
// socket: closed-stream
// reference: none: its command line hands over no sockets
#include "check.h"

enum { SOCKET = DIR + 1 };

int main(void) {
    char byte;
    size_t count;
    EQUAL(read_all(SOCKET, &byte, 1), 0);
    __wasi_ciovec_t out = {(const uint8_t *)"x", 1};
    ANY(__wasi_sock_send(SOCKET, &out, 1, 0, &count), PIPE);
    ANY(write_some(SOCKET, "x", 1, &count), PIPE);
    return 0;
}
