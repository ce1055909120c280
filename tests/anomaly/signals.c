// Waits until a signal kills it.
// driver: kill
// dir: sandbox
// reference: none: wasmtime has handlers of its own for these signals
#include "poll.h"

int main(void) {
    put(DIR, "ready", "");
    __wasi_subscription_t in = on_clock(1, __WASI_CLOCKID_MONOTONIC, UINT64_C(30000) * MILLISECOND, 0);
    __wasi_event_t event;
    poll_(&in, &event, 1);
    return 0;
}
