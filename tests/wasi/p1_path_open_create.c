// CREAT creates a missing file; with EXCL an existing one is an error; neither creates a path that ends with a slash.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t fd;
    OK(p1_path_open(DIR, 0, T("file"), CREAT | EXCL, RW, 0, 0, &fd));
    write_all(fd, "text", 4);
    ANY(p1_path_open(DIR, 0, T("file"), CREAT | EXCL, RW, 0, 0, &fd), EXIST);
    OK(p1_path_open(DIR, 0, T("file"), CREAT, RW, 0, 0, &fd));
    CHECK(holds(DIR, "file", "text"));
    // With the right to read only, the file is made all the same.
    OK(p1_path_open(DIR, 0, T("empty"), CREAT, R, 0, 0, &fd));
    EQUAL(stat_fd(fd).size, 0);

    make_directory(DIR, "directory");
    ANY(p1_path_open(DIR, 0, T("directory"), CREAT | EXCL, RW, 0, 0, &fd), EXIST);
    ANY(p1_path_open(DIR, 0, T("directory"), CREAT, RW, 0, 0, &fd), ISDIR, EXIST);
    OK(p1_path_open(DIR, 0, T("directory/file"), CREAT, RW, 0, 0, &fd));
    ANY(p1_path_open(DIR, 0, T("new/"), CREAT, RW, 0, 0, &fd), ISDIR, NOENT, NOTDIR, INVAL);
    ANY(p1_path_open(DIR, 0, T("new/."), CREAT, RW, 0, 0, &fd), NOENT, ISDIR);
    ANY(p1_path_open(DIR, 0, T("new"), CREAT | DIRECTORY, RW, 0, 0, &fd), INVAL, NOTDIR, NOENT);
    CHECK(!exists(DIR, "new"));

    // A link, even one that leads nowhere, is something that exists.
    make_symlink("nowhere", DIR, "link");
    ANY(p1_path_open(DIR, 0, T("link"), CREAT | EXCL, RW, 0, 0, &fd), EXIST);
    ANY(p1_path_open(DIR, FOLLOW, T("link"), CREAT | EXCL, RW, 0, 0, &fd), EXIST);
    CHECK(!exists(DIR, "nowhere"));
    return 0;
}
