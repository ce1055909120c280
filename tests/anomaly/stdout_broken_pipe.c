// The reader of the output is gone: PIPE, and the process does not die by SIGPIPE.
// dir: sandbox
// host-setup: fifo pipe
// redirect: 8<>pipe >pipe 8<&-
// reference: differs: wasmtime writes later, in the background, so the guest gets the error at the next write or never
// reference-shows: write_some(STDOUT, "text", 4, &count), came SUCCESS
#include "check.h"

int main(void) {
    size_t count;
    for (int i = 0; i < 3; i++) ANY(write_some(STDOUT, "text", 4, &count), PIPE);
    put(DIR, "file", "still alive");
    CHECK(holds(DIR, "file", "still alive"));
    return 0;
}
