// Hard links give a file, or a link itself, another name; they never replace a file and never name a directory.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    uint64_t inode = stat_path(DIR, 0, "file").ino;
    OK(p1_path_link(DIR, 0, T("file"), DIR, T("other")));
    EQUAL(stat_path(DIR, 0, "other").ino, inode);
    EQUAL(stat_path(DIR, 0, "other").nlink, 2);
    make_directory(DIR, "directory");
    fd_t directory = open_directory(DIR, "directory");
    OK(p1_path_link(DIR, 0, T("file"), directory, T("third")));
    EQUAL(stat_path(DIR, 0, "directory/third").ino, inode);
    OK(p1_path_link(directory, 0, T("third"), DIR, T("fourth")));
    EQUAL(stat_path(DIR, 0, "file").nlink, 4);
    remove_file(DIR, "file");
    CHECK(holds(DIR, "other", "text"));

    put(DIR, "file", "new");
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("other")), EXIST);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("file")), EXIST);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("directory")), EXIST);
    ANY(p1_path_link(DIR, 0, T("directory"), DIR, T("link")), PERM, ACCES);
    ANY(p1_path_link(DIR, 0, T("missing"), DIR, T("link")), NOENT);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("missing/link")), NOENT);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("link/")), NOENT, NOTDIR);
    ANY(p1_path_link(DIR, 0, T("file/"), DIR, T("link")), NOTDIR, NOENT);
    CHECK(!exists(DIR, "link"));
    CHECK(holds(DIR, "other", "text"));

    // Without following, a link is linked itself, wherever it leads.
    make_symlink("nowhere", DIR, "symlink");
    OK(p1_path_link(DIR, 0, T("symlink"), DIR, T("link")));
    EQUAL(stat_path(DIR, 0, "link").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    EQUAL(stat_path(DIR, 0, "link").ino, stat_path(DIR, 0, "symlink").ino);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("symlink")), EXIST);
    return 0;
}
