// Renaming replaces files by files and empty directories by directories; every other replacement fails.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "one", "1");
    OK(p1_path_rename(DIR, T("one"), DIR, T("two")));
    CHECK(!exists(DIR, "one") && holds(DIR, "two", "1"));
    put(DIR, "one", "new");
    OK(p1_path_rename(DIR, T("one"), DIR, T("two")));
    CHECK(!exists(DIR, "one") && holds(DIR, "two", "new"));
    OK(p1_path_rename(DIR, T("two"), DIR, T("two")));
    CHECK(holds(DIR, "two", "new"));

    make_directory(DIR, "directory");
    put(DIR, "directory/below", "below");
    OK(p1_path_rename(DIR, T("directory"), DIR, T("moved")));
    CHECK(!exists(DIR, "directory") && holds(DIR, "moved/below", "below"));
    make_directory(DIR, "empty");
    OK(p1_path_rename(DIR, T("moved"), DIR, T("empty")));
    CHECK(!exists(DIR, "moved") && holds(DIR, "empty/below", "below"));

    make_directory(DIR, "other");
    ANY(p1_path_rename(DIR, T("other"), DIR, T("empty")), NOTEMPTY, EXIST);
    ANY(p1_path_rename(DIR, T("other"), DIR, T("two")), NOTDIR);
    ANY(p1_path_rename(DIR, T("two"), DIR, T("other")), ISDIR);
    ANY(p1_path_rename(DIR, T("missing"), DIR, T("x")), NOENT);
    ANY(p1_path_rename(DIR, T("two"), DIR, T("missing/x")), NOENT);
    ANY(p1_path_rename(DIR, T("two/x"), DIR, T("x")), NOTDIR);
    ANY(p1_path_rename(DIR, T("empty"), DIR, T("empty/itself")), INVAL);
    CHECK(!exists(DIR, "x") && holds(DIR, "two", "new") && holds(DIR, "empty/below", "below"));

    // Between directories, by descriptor.
    fd_t from = open_directory(DIR, "empty"), to = open_directory(DIR, "other");
    OK(p1_path_rename(from, T("below"), to, T("there")));
    CHECK(holds(DIR, "other/there", "below") && !exists(DIR, "empty/below"));

    // A link is renamed itself, and replaced itself.
    make_symlink("two", DIR, "link");
    OK(p1_path_rename(DIR, T("link"), DIR, T("moved-link")));
    EQUAL(stat_path(DIR, 0, "moved-link").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    put(DIR, "file", "file");
    OK(p1_path_rename(DIR, T("file"), DIR, T("moved-link")));
    EQUAL(stat_path(DIR, 0, "moved-link").filetype, __WASI_FILETYPE_REGULAR_FILE);
    CHECK(holds(DIR, "two", "new"));
    return 0;
}
