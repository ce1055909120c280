// A missing path cannot be opened: not as a file, not as a directory, not as the parent of another path.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("missing"), 0, R, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, FOLLOW, T("missing"), 0, RW, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T("missing"), DIRECTORY, R, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T("missing"), TRUNC, RW, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T("missing/file"), CREAT, RW, 0, 0, &fd), NOENT);
    ANY(p1_path_open(DIR, 0, T("file/below"), 0, R, 0, 0, &fd), NOTDIR);
    ANY(p1_path_open(DIR, 0, T("file/below"), CREAT, RW, 0, 0, &fd), NOTDIR);
    ANY(p1_path_open(DIR, 0, T("file/."), 0, R, 0, 0, &fd), NOTDIR);
    CHECK(!exists(DIR, "missing"));
    return 0;
}
