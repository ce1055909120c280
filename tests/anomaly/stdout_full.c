// The output's disk is full: every write is NOSPC.
// redirect: >/dev/full
#include "check.h"

int main(void) {
    size_t count;
    for (int i = 0; i < 3; i++) ANY(write_some(STDOUT, "text", 4, &count), NOSPC);
    return 0;
}
