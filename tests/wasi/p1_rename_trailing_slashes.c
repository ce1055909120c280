// Slashes at the end of a directory's name do not change a rename; at the end of a file's name they are an error.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "one");
    OK(p1_path_rename(DIR, T("one/"), DIR, T("two")));
    OK(p1_path_rename(DIR, T("two"), DIR, T("one/")));
    OK(p1_path_rename(DIR, T("one/"), DIR, T("two/")));
    OK(p1_path_rename(DIR, T("two//"), DIR, T("one///")));
    CHECK(exists(DIR, "one"));
    put(DIR, "file", "text");
    ANY(p1_path_rename(DIR, T("file/"), DIR, T("new")), NOTDIR);
    ANY(p1_path_rename(DIR, T("file"), DIR, T("new/")), NOTDIR);
    ANY(p1_path_rename(DIR, T("file/"), DIR, T("new/")), NOTDIR);
    CHECK(!exists(DIR, "new") && holds(DIR, "file", "text"));
    return 0;
}
