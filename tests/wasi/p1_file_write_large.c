// Three megabytes in one call arrive complete and unchanged.
// dir: sandbox
#include "check.h"

enum { SIZE = 3 << 20 };
static uint8_t bytes[SIZE], back[SIZE];

int main(void) {
    uint32_t state = 1;
    for (int i = 0; i < SIZE; i++) bytes[i] = (state = state * 1664525 + 1013904223) >> 24;
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    write_all(file, bytes, SIZE);
    EQUAL(stat_fd(file).size, SIZE);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    EQUAL(read_all(file, back, SIZE), SIZE);
    CHECK(memcmp(bytes, back, SIZE) == 0);
    return 0;
}
