// "Return `errno::isdir` if the path refers to a directory." Unlinking a link removes the link; its target stays.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    make_directory(DIR, "directory");
    make_symlink("file", DIR, "to-file");
    make_symlink("directory", DIR, "to-directory");
    ANY(p1_path_unlink_file(DIR, T("directory")), ISDIR);
    ANY(p1_path_unlink_file(DIR, T("directory/")), ISDIR);
    ANY(p1_path_unlink_file(DIR, T(".")), ISDIR, INVAL, BUSY);
    ANY(p1_path_unlink_file(DIR, T("file/")), NOTDIR);
    ANY(p1_path_unlink_file(DIR, T("missing")), NOENT);
    ANY(p1_path_unlink_file(DIR, T("missing/x")), NOENT);
    ANY(p1_path_unlink_file(DIR, T("file/x")), NOTDIR);
    remove_file(DIR, "to-file");
    remove_file(DIR, "to-directory");
    CHECK(!exists(DIR, "to-file") && !exists(DIR, "to-directory"));
    CHECK(exists(DIR, "directory") && holds(DIR, "file", "text"));
    remove_file(DIR, "file");
    CHECK(!exists(DIR, "file"));
    return 0;
}
