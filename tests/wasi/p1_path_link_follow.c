// A hard link that follows a link names the target, never the link itself. Engines without this feature return INVAL.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    make_symlink("file", DIR, "symlink");
    make_symlink("nowhere", DIR, "dangling");
    int error = p1_path_link(DIR, FOLLOW, T("symlink"), DIR, T("link"));
    ANY(error, SUCCESS, INVAL, NOTSUP);
    CHECK(exists(DIR, "link") == !error);
    if (!error) EQUAL(stat_path(DIR, 0, "link").ino, stat_path(DIR, 0, "file").ino);
    ANY(p1_path_link(DIR, FOLLOW, T("dangling"), DIR, T("new")), NOENT, INVAL, NOTSUP);
    CHECK(!exists(DIR, "new"));
    return 0;
}
