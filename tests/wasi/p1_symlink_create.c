// Links to files, to directories and to missing paths; visible as links, and followed on request.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    make_directory(DIR, "directory");
    put(DIR, "directory/below", "below");
    make_symlink("file", DIR, "to-file");
    make_symlink("directory", DIR, "to-directory");
    make_symlink("../file", DIR, "directory/up");
    make_symlink("directory/../to-file", DIR, "long-way");
    CHECK(holds(DIR, "to-file", "text"));
    CHECK(holds(DIR, "to-directory/below", "below"));
    CHECK(holds(DIR, "to-directory/up", "text"));
    CHECK(holds(DIR, "long-way", "text"));
    EQUAL(stat_path(DIR, 0, "to-file").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);

    ANY(p1_path_symlink(T("x"), DIR, T("file")), EXIST);
    ANY(p1_path_symlink(T("x"), DIR, T("directory")), EXIST);
    ANY(p1_path_symlink(T("x"), DIR, T("to-file")), EXIST);
    ANY(p1_path_symlink(T("x"), DIR, T("missing/link")), NOENT);
    ANY(p1_path_symlink(T("x"), DIR, T("file/link")), NOTDIR);
    CHECK(holds(DIR, "file", "text"));

    // Through a descriptor of a directory below, relative to where the link lies.
    fd_t directory = open_directory(DIR, "directory");
    make_symlink("below", directory, "beside");
    CHECK(holds(DIR, "directory/beside", "below"));
    // From below, the way up is closed; from above, it is open.
    fd_t fd;
    ESCAPES(p1_path_open(directory, FOLLOW, T("up"), 0, R, 0, 0, &fd));
    CHECK(holds(DIR, "directory/up", "text"));
    return 0;
}
