// Paths in all spellings: dots, doubled slashes, down and up, with a slash at the end, absolute, and above the top.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "dir");
    make_directory(DIR, "dir/nested");
    put(DIR, "dir/nested/file", "text");
    const char *good[] = {
        "dir/nested/file",       "./dir/nested/file",
        "dir//nested///file",    "dir/./nested/././file",
        "dir/../dir/nested/file", "dir/.//nested/../../dir/nested/../nested///./file",
        "././/./dir/nested/file",
    };
    for (int i = 0; i < 7; i++) CHECK(holds(DIR, good[i], "text"));
    const char *directories[] = {"dir/nested/", "dir/nested///", "dir/nested/.", "dir/nested/./", "dir/nested/../nested", "./dir/nested"};
    fd_t fd;
    for (int i = 0; i < 6; i++) {
        OK(p1_path_open(DIR, 0, Z(directories[i]), DIRECTORY, ANY_DIRECTORY, 0, 0, &fd));
        OK(p1_path_open(DIR, 0, Z(directories[i]), 0, 0, 0, 0, &fd));
        EQUAL(stat_path(DIR, 0, directories[i]).ino, stat_fd(fd).ino);
    }
    ANY(p1_path_open(DIR, 0, T("dir/nested/file/"), 0, R, 0, 0, &fd), NOTDIR, NOENT);
    ANY(p1_path_open(DIR, 0, T("dir/nested/file///"), 0, R, 0, 0, &fd), NOTDIR, NOENT);
    ANY(p1_path_open(DIR, 0, T("dir/nested/file/."), 0, R, 0, 0, &fd), NOTDIR, NOENT);
    ANY(p1_path_open(DIR, 0, T("dir/nested/file/../file"), 0, R, 0, 0, &fd), NOTDIR, NOENT);
    ANY(p1_path_open(DIR, 0, T("dir/missing/../nested/file"), 0, R, 0, 0, &fd), NOENT);
    ESCAPES(p1_path_open(DIR, 0, T("/dir/nested/file"), 0, R, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, 0, T("/"), 0, R, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, 0, T("dir/nested/../../../sandbox/dir/nested/file"), 0, R, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, 0, T(".."), 0, R, 0, 0, &fd));
    // A directory of our own is a border as well as a preopened one.
    fd_t nested = open_directory(DIR, "dir/nested");
    ESCAPES(p1_path_open(nested, 0, T("../nested/file"), 0, R, 0, 0, &fd));
    return 0;
}
