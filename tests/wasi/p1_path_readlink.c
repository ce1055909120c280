// The text of a link: all of it, or as much as the buffer takes, without a NUL.
// dir: sandbox
// host-setup: symlink sandbox/link a-target
// host-setup: file sandbox/file text
// host-setup: dir sandbox/directory
#include "check.h"

int main(void) {
    char buffer[16];
    size_t size;
    memset(buffer, 'x', sizeof buffer);
    OK(p1_path_readlink(DIR, T("link"), buffer, sizeof buffer, &size));
    EQUAL(size, 8);
    CHECK(memcmp(buffer, "a-targetxxxxxxxx", 16) == 0);
    memset(buffer, 'x', sizeof buffer);
    OK(p1_path_readlink(DIR, T("link"), buffer, 8, &size));
    EQUAL(size, 8);
    memset(buffer, 'x', sizeof buffer);
    OK(p1_path_readlink(DIR, T("link"), buffer, 4, &size));
    EQUAL(size, 4);
    CHECK(memcmp(buffer, "a-taxx", 6) == 0);
    // readlink(2) says EINVAL of no buffer at all.
    ANY(p1_path_readlink(DIR, T("link"), buffer, 0, &size), SUCCESS, INVAL);

    ANY(p1_path_readlink(DIR, T("file"), buffer, sizeof buffer, &size), INVAL);
    ANY(p1_path_readlink(DIR, T("directory"), buffer, sizeof buffer, &size), INVAL);
    ANY(p1_path_readlink(DIR, T("missing"), buffer, sizeof buffer, &size), NOENT);
    ANY(p1_path_readlink(DIR, T("file/x"), buffer, sizeof buffer, &size), NOTDIR);
    // As a directory it is not a link anymore.
    ANY(p1_path_readlink(DIR, T("link/"), buffer, sizeof buffer, &size), NOENT, NOTDIR, INVAL);
    make_symlink("schnee☃", DIR, "snow");
    OK(p1_path_readlink(DIR, T("snow"), buffer, sizeof buffer, &size));
    CHECK(size == 9 && memcmp(buffer, "schnee☃", 9) == 0);
    return 0;
}
