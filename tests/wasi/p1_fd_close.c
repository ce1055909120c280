// A closed descriptor is gone for every call, a second close says so, and others are not touched.
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
    // A file opened now must not become visible where the guest did not ask for it.
    fd_t three = open_(DIR, "three", CREAT, RW, 0);
    CHECK(three != two && three != DIR);
    return 0;
}
