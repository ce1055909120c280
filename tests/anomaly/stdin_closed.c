// Standard input is not open: reading is BADF or the end, and never reads the first file that the guest opens.
// dir: sandbox
// host-setup: file sandbox/file text
// stdin: closed
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", 0, R, 0);
    char byte;
    size_t count = 0;
    ANY(read_some(STDIN, &byte, 1, &count), SUCCESS, BADF);
    EQUAL(count, 0);
    EQUAL(read_all(file, &byte, 1), 1);
    return 0;
}
