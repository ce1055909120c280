// "The number of bytes available for reading": with five bytes in the pipe it is five, or at least not zero.
// stdin: text hello
#include "poll.h"

int main(void) {
    // All of it has arrived when the first byte has, since it was written at once.
    __wasi_subscription_t in = on_read(1, STDIN);
    __wasi_event_t event;
    EQUAL(poll_(&in, &event, 1), 1);
    CHECK(event.fd_readwrite.nbytes >= 1 && event.fd_readwrite.nbytes <= 5);
    EQUAL(event.error, SUCCESS);
    return 0;
}
