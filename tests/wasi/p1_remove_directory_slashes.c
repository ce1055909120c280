// A slash after the name of a directory does not change its removal; after the name of a link it is still NOTDIR.
// dir: sandbox
// reference: differs: wasmtime says INVAL
// reference-shows: p1_path_remove_directory(DIR, T("full/")), came INVAL
#include "check.h"

int main(void) {
    make_directory(DIR, "full");
    put(DIR, "full/file", "text");
    ANY(p1_path_remove_directory(DIR, T("full/")), NOTEMPTY);
    make_directory(DIR, "empty");
    make_symlink("empty", DIR, "link");
    ANY(p1_path_remove_directory(DIR, T("link/")), NOTDIR);
    CHECK(exists(DIR, "empty") && exists(DIR, "link"));
    OK(p1_path_remove_directory(DIR, T("empty/")));
    CHECK(!exists(DIR, "empty"));
    make_directory(DIR, "empty");
    OK(p1_path_remove_directory(DIR, T("empty///")));
    CHECK(!exists(DIR, "empty"));
    return 0;
}
