// A closed descriptor is invalid for every call, also for a second close; other descriptors are not affected.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t one = open_(DIR, "one", CREAT, RW, 0), two = open_(DIR, "two", CREAT, RW, 0);
    CHECK(one != two);
    OK(__wasi_fd_close(one));
    ANY(__wasi_fd_close(one), BADF);
    size_t count;
    ANY(write_some(one, "x", 1, &count), BADF);
    OK(write_some(two, "x", 1, &count));
    // The standard streams are descriptors like others.
    OK(__wasi_fd_close(STDIN));
    ANY(__wasi_fd_close(STDIN), BADF);
    OK(__wasi_fd_close(STDOUT));
    ANY(write_some(STDOUT, "x", 1, &count), BADF);
    // What is opened now may have any number that is free; these are free.
    fd_t three;
    OK(p1_path_open(DIR, 0, T("three"), CREAT, RW, 0, 0, &three));
    CHECK(three >= 0 && three != two && three != DIR && three != STDERR);
    return 0;
}
