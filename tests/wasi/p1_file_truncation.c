// TRUNC empties an existing file when it is opened, and has no effect on a new one.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "this will go");
    fd_t file = open_(DIR, "file", TRUNC, RW, 0);
    EQUAL(stat_fd(file).size, 0);
    char byte;
    EQUAL(read_all(file, &byte, 1), 0);
    write_all(file, "new", 3);
    OK(__wasi_fd_close(file));
    CHECK(holds(DIR, "file", "new"));
    // CREAT alone keeps what is there.
    OK(__wasi_fd_close(open_(DIR, "file", CREAT, RW, 0)));
    CHECK(holds(DIR, "file", "new"));
    OK(__wasi_fd_close(open_(DIR, "file", CREAT | TRUNC, W, 0)));
    CHECK(holds(DIR, "file", ""));
    OK(__wasi_fd_close(open_(DIR, "other", CREAT | TRUNC, W, 0)));
    CHECK(holds(DIR, "other", ""));
    // Nothing is truncated by an open that fails.
    put(DIR, "file", "kept");
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("file"), CREAT | EXCL | TRUNC, RW, 0, 0, &fd), EXIST);
    ANY(p1_path_open(DIR, 0, T("file/"), TRUNC, RW, 0, 0, &fd), NOTDIR, NOENT);
    CHECK(holds(DIR, "file", "kept"));
    return 0;
}
