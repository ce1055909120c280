// Every other descriptor sees written bytes at once, without close or sync.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t writer = open_(DIR, "file", CREAT, W, 0), reader = open_(DIR, "file", 0, R, 0);
    for (char next = 'a'; next <= 'z'; next++) {
        write_all(writer, &next, 1);
        char came;
        size_t count;
        OK(read_some(reader, &came, 1, &count));
        EQUAL(count, 1);
        EQUAL(came, next);
    }
    return 0;
}
