// Attributes of existing paths: files, directories, and links with and without following.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "directory");
    put(DIR, "directory/file", "text");
    make_symlink("directory/file", DIR, "to-file");
    make_symlink("directory", DIR, "to-directory");
    EQUAL(stat_path(DIR, 0, "directory").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, FOLLOW, "directory").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "directory/").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "directory/file").filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat_path(DIR, FOLLOW, "directory/file").filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat_path(DIR, 0, "to-file").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    EQUAL(stat_path(DIR, FOLLOW, "to-file").filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat_path(DIR, 0, "to-directory").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
    EQUAL(stat_path(DIR, FOLLOW, "to-directory").filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(stat_path(DIR, 0, "to-directory/file").filetype, __WASI_FILETYPE_REGULAR_FILE);
    __wasi_filestat_t stat;
    ANY(p1_path_filestat_get(DIR, 0, T("missing"), &stat), NOENT);
    ANY(p1_path_filestat_get(DIR, FOLLOW, T("missing"), &stat), NOENT);
    ANY(p1_path_filestat_get(DIR, 0, T("directory/missing"), &stat), NOENT);
    ANY(p1_path_filestat_get(DIR, 0, T("directory/file/"), &stat), NOTDIR);
    ANY(p1_path_filestat_get(DIR, 0, T("directory/file/x"), &stat), NOTDIR);
    return 0;
}
