// "This function fills the output buffer as much as possible, potentially truncating the last directory entry": with every size of
// buffer the bytes are the same, and with every size that holds the longest entry the walk sees each entry once.
// dir: sandbox
// host-setup: file sandbox/a
// host-setup: file sandbox/a-name-of-medium-length
// host-setup: file sandbox/a-long-name-a-long-name-a-long-name-a-long-name-a-long-name-a-long-name-a-long-name-a-long-name-a-long-name
// host-setup: file sandbox/b
// host-setup: file sandbox/c
#include "entries.h"

enum { LONGEST = sizeof(__wasi_dirent_t) + 107 };
static uint8_t whole[4096], part[4096];
static int count;

static void visit(const entry_t *entry) {
    (void)entry;
    count++;
}

int main(void) {
    size_t all, used;
    OK(__wasi_fd_readdir(DIR, whole, sizeof whole, __WASI_DIRCOOKIE_START, &all));
    CHECK(all < sizeof whole);
    for (size_t size = 0; size <= all + 1; size++) {
        memset(part, 0xaa, sizeof part);
        OK(__wasi_fd_readdir(DIR, part, size, __WASI_DIRCOOKIE_START, &used));
        EQUAL(used, size < all ? size : all);
        CHECK(memcmp(part, whole, used) == 0);
        EQUAL(part[used], 0xaa);
    }
    for (size_t size = LONGEST + 1; size < all + 2; size++) {
        count = 0;
        walk(DIR, part, size, __WASI_DIRCOOKIE_START, visit);
        EQUAL(count, 7);
    }
    return 0;
}
