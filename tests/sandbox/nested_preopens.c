// A read-only directory within a writable one: each descriptor keeps its own access, and no path leads up from the
// inner one.
// dir: outer
// dir: outer/inner:ro
// host-setup: file outer/inner/file text
// reference: none: its command line has no read-only directories
#include "check.h"

int main(void) {
    fd_t fd;
    READ_ONLY(p1_path_open(DIR2, 0, T("file"), 0, RW, 0, 0, &fd));
    READ_ONLY(p1_path_open(DIR2, 0, T("new"), CREAT, RW, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR2, 0, T("../x"), CREAT, RW, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR2, 0, T("../inner/file"), 0, R, 0, 0, &fd));
    READ_ONLY(p1_path_link(DIR2, 0, T("file"), DIR, T("alias")));
    READ_ONLY(p1_path_rename(DIR2, T("file"), DIR, T("moved")));
    CHECK(holds(DIR2, "file", "text") && !exists(DIR, "alias") && !exists(DIR, "x"));
    // Through the outer one the same file may be written: that was given.
    put(DIR, "inner/file", "changed");
    CHECK(holds(DIR2, "file", "changed"));
    return 0;
}
