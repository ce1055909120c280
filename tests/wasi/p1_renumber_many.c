// Twenty thousand renumberings with far fewer descriptors than that: each closes the descriptor that it replaces.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t kept = open_(DIR, "file", CREAT, RW, 0);
    for (int i = 0; i < 20000; i++) {
        fd_t next = open_(DIR, "file", 0, R, 0);
        CHECK(next < 10000);
        OK(__wasi_fd_renumber(kept, next));
        kept = next;
    }
    return 0;
}
