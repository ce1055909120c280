// A thousand subscriptions, the same file again and again among clocks: the answers are many, and each is right.
// dir: sandbox
#include "poll.h"

enum { COUNT = 1000 };
static __wasi_subscription_t in[COUNT];
static __wasi_event_t events[COUNT + 1];

int main(void) {
    put(DIR, "file", "text");
    fd_t file = open_(DIR, "file", 0, RW, 0);
    for (int i = 0; i < COUNT; i++)
        in[i] = i % 3 == 0   ? on_clock(i, __WASI_CLOCKID_MONOTONIC, UINT64_C(3600000) * MILLISECOND, 0)
                : i % 3 == 1 ? on_read(i, file)
                             : on_write(i, file);
    memset(events, 0xaa, sizeof events);
    size_t count = poll_(in, events, COUNT);
    CHECK(count <= COUNT * 2 / 3);
    for (size_t i = 0; i < count; i++) {
        EQUAL(events[i].error, SUCCESS);
        CHECK(events[i].userdata % 3 == (events[i].type == __WASI_EVENTTYPE_FD_READ ? 1 : 2));
    }
    EQUAL(((uint8_t *)&events[count])[0], 0xaa);
    // Of clocks alone, those that are due.
    for (int i = 0; i < COUNT; i++) in[i] = on_clock(i, __WASI_CLOCKID_MONOTONIC, i < 10 ? 0 : UINT64_C(3600000) * MILLISECOND, 0);
    count = poll_(in, events, COUNT);
    CHECK(count <= 10);
    for (size_t i = 0; i < count; i++) CHECK(events[i].userdata < 10);
    return 0;
}
