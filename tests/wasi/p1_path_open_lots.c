// Thousands of open and close calls use no more descriptor numbers than are open at once.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t highest = 0;
    for (int i = 0; i < 5000; i++) {
        fd_t fd = open_(DIR, "file", 0, R, 0);
        if (fd > highest) highest = fd;
        OK(__wasi_fd_close(fd));
    }
    // A hundred at once, closed from the middle.
    fd_t fds[100];
    for (int i = 0; i < 100; i++) {
        fds[i] = open_(DIR, "file", 0, R, 0);
        for (int j = 0; j < i; j++) CHECK(fds[i] != fds[j]);
    }
    for (int i = 0; i < 100; i++) OK(__wasi_fd_close(fds[i * 37 % 100]));
    for (int i = 0; i < 100; i++) ANY(__wasi_fd_close(fds[i]), BADF);
    return 0;
}
