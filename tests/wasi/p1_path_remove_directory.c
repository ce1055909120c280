// An empty directory can be removed; one with entries is NOTEMPTY; a path that is not a directory is NOTDIR.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "directory");
    put(DIR, "directory/file", "text");
    ANY(p1_path_remove_directory(DIR, T("directory")), NOTEMPTY);
    ANY(p1_path_remove_directory(DIR, T("directory/file")), NOTDIR);
    ANY(p1_path_remove_directory(DIR, T("directory/file/")), NOTDIR);
    ANY(p1_path_remove_directory(DIR, T("missing")), NOENT);
    CHECK(holds(DIR, "directory/file", "text"));
    make_symlink("directory", DIR, "link");
    ANY(p1_path_remove_directory(DIR, T("link")), NOTDIR);
    CHECK(exists(DIR, "link"));
    remove_file(DIR, "directory/file");
    OK(p1_path_remove_directory(DIR, T("directory")));
    CHECK(!exists(DIR, "directory"));
    ANY(p1_path_remove_directory(DIR, T("directory")), NOENT);
    // Not itself, and not what it lies in.
    ANY(p1_path_remove_directory(DIR, T(".")), INVAL, BUSY, NOTEMPTY);
    ANY(p1_path_remove_directory(DIR, T("..")), PERM, NOTCAPABLE, NOTEMPTY, INVAL, BUSY);
    return 0;
}
