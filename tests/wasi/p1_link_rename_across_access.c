// Between a read-only and a writable directory nothing can be moved or linked, in either direction: a link to a
// read-only file in a writable directory would make the file writable.
// dir: writable
// dir: readonly:ro
// host-setup: file readonly/file "read only"
// host-setup: file writable/mine "writable"
// reference: none: its command line has no read-only directories
// host-check: file writable/mine writable
#include "check.h"

int main(void) {
    READ_ONLY(p1_path_link(DIR2, 0, T("file"), DIR, T("alias")));
    READ_ONLY(p1_path_link(DIR, 0, T("mine"), DIR2, T("alias")));
    READ_ONLY(p1_path_rename(DIR2, T("file"), DIR, T("moved")));
    READ_ONLY(p1_path_rename(DIR, T("mine"), DIR2, T("moved")));
    READ_ONLY(p1_path_rename(DIR, T("mine"), DIR2, T("file")));
    CHECK(!exists(DIR, "alias") && !exists(DIR, "moved") && !exists(DIR2, "alias") && !exists(DIR2, "moved"));
    CHECK(holds(DIR2, "file", "read only"));
    return 0;
}
