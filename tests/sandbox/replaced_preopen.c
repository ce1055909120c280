// The host renames the directory and puts another one in its place: the guest keeps the original one.
// driver: replaced-preopen
// dir: sandbox
// stdin: silent
// host-setup: file sandbox/file first
// host-setup: dir other
// host-setup: file other/file other
#include "check.h"

int main(void) {
    CHECK(holds(DIR, "file", "first"));
    put(DIR, "ready", "");
    char byte;
    EQUAL(read_all(STDIN, &byte, 1), 1);
    CHECK(holds(DIR, "file", "first"));
    put(DIR, "new", "new");
    CHECK(exists(DIR, "new"));
    return 0;
}
