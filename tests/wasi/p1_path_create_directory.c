// A directory can be created if its name is free and its parent exists.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "one");
    make_directory(DIR, "one/two");
    make_directory(DIR, "slashed/");
    make_directory(DIR, "./one/../three");
    EQUAL(stat_path(DIR, 0, "one/two").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "slashed").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "three").filetype, __WASI_FILETYPE_DIRECTORY);
    put(DIR, "file", "text");
    make_symlink("one", DIR, "link");
    ANY(p1_path_create_directory(DIR, T("one")), EXIST);
    ANY(p1_path_create_directory(DIR, T("one/")), EXIST);
    ANY(p1_path_create_directory(DIR, T("file")), EXIST);
    ANY(p1_path_create_directory(DIR, T("link")), EXIST);
    ANY(p1_path_create_directory(DIR, T(".")), EXIST);
    ANY(p1_path_create_directory(DIR, T("missing/new")), NOENT);
    ANY(p1_path_create_directory(DIR, T("file/new")), NOTDIR);
    make_directory(DIR, "link/through");
    CHECK(exists(DIR, "one/through"));
    return 0;
}
