// A link cannot be created at a path that ends with a slash.
// dir: sandbox
#include "check.h"

int main(void) {
    ANY(p1_path_symlink(T("to"), DIR, T("new/")), NOENT, NOTDIR);
    CHECK(!exists(DIR, "new"));
    make_directory(DIR, "directory");
    ANY(p1_path_symlink(T("to"), DIR, T("directory/")), EXIST);
    ANY(p1_path_symlink(T("to"), DIR, T("directory")), EXIST);
    put(DIR, "file", "text");
    ANY(p1_path_symlink(T("to"), DIR, T("file/")), NOTDIR, EXIST, NOENT);
    ANY(p1_path_symlink(T("to"), DIR, T("file")), EXIST);
    CHECK(holds(DIR, "file", "text"));
    // The text of a link may end in a slash; then it leads to directories only.
    make_symlink("directory/", DIR, "to-directory");
    make_symlink("file/", DIR, "to-file");
    EQUAL(stat_path(DIR, FOLLOW, "to-directory").filetype, __WASI_FILETYPE_DIRECTORY);
    fd_t fd;
    ANY(p1_path_open(DIR, FOLLOW, T("to-file"), 0, R, 0, 0, &fd), NOTDIR, NOENT);
    return 0;
}
