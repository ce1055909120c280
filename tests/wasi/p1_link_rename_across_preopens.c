// Between two writable directories files can be moved and linked.
// dir: one
// dir: two
// host-setup: file one/file text
// host-check: file two/moved text
// host-check: file two/link text
// host-check: absent one/file
#include "check.h"

int main(void) {
    OK(p1_path_link(DIR, 0, T("file"), DIR2, T("link")));
    OK(p1_path_rename(DIR, T("file"), DIR2, T("moved")));
    EQUAL(stat_path(DIR2, 0, "moved").ino, stat_path(DIR2, 0, "link").ino);
    make_directory(DIR, "directory");
    OK(p1_path_rename(DIR, T("directory"), DIR2, T("directory")));
    CHECK(exists(DIR2, "directory") && !exists(DIR, "directory"));
    return 0;
}
