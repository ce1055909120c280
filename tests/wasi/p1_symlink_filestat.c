// A link has a size (that of its text), an inode and a link count of its own.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "some text");
    make_symlink("file", DIR, "link");
    __wasi_filestat_t file = stat_path(DIR, 0, "file"), link = stat_path(DIR, 0, "link");
    EQUAL(link.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    EQUAL(link.size, 4);
    EQUAL(link.nlink, 1);
    EQUAL(file.nlink, 1);
    CHECK(link.ino != file.ino);
    EQUAL(link.dev, file.dev);
    __wasi_filestat_t through = stat_path(DIR, FOLLOW, "link");
    CHECK(memcmp(&through, &file, sizeof file) == 0);
    return 0;
}
