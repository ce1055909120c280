// Subscriptions for `poll_oneoff`, and the checks that every answer must pass.
#ifndef WASMC_TESTS_POLL_H
#define WASMC_TESTS_POLL_H

#include "check.h"

enum { MILLISECOND = 1000000 };

static __wasi_subscription_t on_clock(uint64_t userdata, __wasi_clockid_t clock, uint64_t timeout, int flags) {
    __wasi_subscription_t result = {.userdata = userdata, .u.tag = __WASI_EVENTTYPE_CLOCK};
    result.u.u.clock.id = clock;
    result.u.u.clock.timeout = timeout;
    result.u.u.clock.flags = flags;
    return result;
}

static __wasi_subscription_t on_read(uint64_t userdata, fd_t fd) {
    __wasi_subscription_t result = {.userdata = userdata, .u.tag = __WASI_EVENTTYPE_FD_READ};
    result.u.u.fd_read.file_descriptor = fd;
    return result;
}

static __wasi_subscription_t on_write(uint64_t userdata, fd_t fd) {
    __wasi_subscription_t result = {.userdata = userdata, .u.tag = __WASI_EVENTTYPE_FD_WRITE};
    result.u.u.fd_write.file_descriptor = fd;
    return result;
}

// Polls, and checks that each event answers a subscription of its type; gives the number of events.
static size_t poll_(const __wasi_subscription_t *in, __wasi_event_t *out, size_t count) {
    size_t events = 0;
    OK(__wasi_poll_oneoff(in, out, count, &events));
    CHECK(events > 0 && events <= count);
    for (size_t i = 0; i < events; i++) {
        size_t j = 0;
        while (j < count && (in[j].userdata != out[i].userdata || in[j].u.tag != out[i].type)) j++;
        CHECK(j < count);
    }
    return events;
}

static const __wasi_event_t *find(const __wasi_event_t *events, size_t count, uint64_t userdata) {
    for (size_t i = 0; i < count; i++)
        if (events[i].userdata == userdata) return &events[i];
    return NULL;
}

#endif
