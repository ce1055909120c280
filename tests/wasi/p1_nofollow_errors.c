// Without the flag to follow, a link at the end of a path is LOOP; with it, the link acts as its target.
// dir: sandbox
// host-setup: file sandbox/file text
// host-setup: dir sandbox/directory
// host-setup: symlink sandbox/to-file file
// host-setup: symlink sandbox/to-directory directory
#include "check.h"

int main(void) {
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("to-file"), 0, R, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, T("to-file"), CREAT, RW, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, T("to-file"), TRUNC, RW, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, T("to-file"), DIRECTORY, R, 0, 0, &fd), LOOP, NOTDIR);
    ANY(p1_path_open(DIR, 0, T("to-directory"), 0, R, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, T("to-directory"), DIRECTORY, R, 0, 0, &fd), LOOP, NOTDIR);
    CHECK(holds(DIR, "file", "text"));

    OK(p1_path_open(DIR, FOLLOW, T("to-file"), 0, R, 0, 0, &fd));
    EQUAL(stat_fd(fd).ino, stat_path(DIR, 0, "file").ino);
    OK(p1_path_open(DIR, FOLLOW, T("to-directory"), DIRECTORY, ANY_DIRECTORY, 0, 0, &fd));
    EQUAL(stat_fd(fd).ino, stat_path(DIR, 0, "directory").ino);
    ANY(p1_path_open(DIR, FOLLOW, T("to-file"), DIRECTORY, R, 0, 0, &fd), NOTDIR);
    // A link within a path is always followed.
    OK(p1_path_open(DIR, 0, T("to-directory/new"), CREAT, RW, 0, 0, &fd));
    CHECK(exists(DIR, "directory/new"));
    return 0;
}
