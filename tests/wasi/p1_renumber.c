// Renumbering moves a descriptor to another number: the old number is closed, the new one is the moved file, and no
// descriptor leaks.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "one", "first");
    put(DIR, "two", "second");
    fd_t one = open_(DIR, "one", 0, R, 0), two = open_(DIR, "two", 0, R, 0);
    uint64_t inode = stat_fd(one).ino;
    char buffer[8];
    EQUAL(read_all(one, buffer, 2), 2);

    OK(__wasi_fd_renumber(one, two));
    ANY(__wasi_fd_close(one), BADF);
    EQUAL(stat_fd(two).ino, inode);
    // With its position.
    EQUAL(read_all(two, buffer, sizeof buffer), 3);
    CHECK(memcmp(buffer, "rst", 3) == 0);

    // To itself: nothing happens. To or from what is not open: an error, and nothing happens.
    OK(__wasi_fd_renumber(two, two));
    OK(__wasi_fd_renumber(STDIN, STDIN));
    EQUAL(stat_fd(two).ino, inode);
    fd_t closed[] = {one, 127, 100000, 0x7fffffff, 0x80000000, UINT32_MAX};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        ANY(__wasi_fd_renumber(two, closed[i]), BADF);
        ANY(__wasi_fd_renumber(closed[i], two), BADF);
        ANY(__wasi_fd_renumber(closed[i], closed[i]), BADF);
        EQUAL(stat_fd(two).ino, inode);
    }
    return 0;
}
