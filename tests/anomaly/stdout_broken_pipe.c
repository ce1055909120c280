// Nobody reads the output any more: PIPE, and not a death by SIGPIPE.
// dir: sandbox
// host-setup: fifo pipe
// redirect: 8<>pipe >pipe 8<&-
// reference: differs: wasmtime writes behind the back of the guest, which hears of it at the next write or never
// reference-shows: write_some(STDOUT, "text", 4, &count), came SUCCESS
#include "check.h"

int main(void) {
    size_t count;
    for (int i = 0; i < 3; i++) ANY(write_some(STDOUT, "text", 4, &count), PIPE);
    put(DIR, "file", "still alive");
    CHECK(holds(DIR, "file", "still alive"));
    return 0;
}
