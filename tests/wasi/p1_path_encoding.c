// Paths are UTF-8 with a length: other bytes are ILSEQ, a NUL within is an error, bytes after the length are ignored.
// dir: sandbox
#include "check.h"

static const struct {
    const char *path;
    size_t size;
} bad[] = {
    {T("\xff")}, {T("file\x80")}, {T("\xc3")}, {T("a/\xed\xa0\x80/b")}, {T("\xf8\x88\x80\x80\x80")}, {T("\xc0\xaf")}, {T("fi\xe2\x98")},
};

int main(void) {
    put(DIR, "file", "text");
    put(DIR, "schnee☃", "snow");
    CHECK(holds(DIR, "schnee☃", "snow"));
    fd_t fd;
    __wasi_filestat_t stat;
    size_t size;
    char buffer[8];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *path = bad[i].path;
        size_t length = bad[i].size;
        ANY(p1_path_open(DIR, 0, path, length, CREAT, RW, 0, 0, &fd), ILSEQ);
        ANY(p1_path_create_directory(DIR, path, length), ILSEQ);
        ANY(p1_path_filestat_get(DIR, 0, path, length, &stat), ILSEQ);
        ANY(p1_path_filestat_set_times(DIR, 0, path, length, 0, 0, 0), ILSEQ);
        ANY(p1_path_link(DIR, 0, T("file"), DIR, path, length), ILSEQ);
        ANY(p1_path_link(DIR, 0, path, length, DIR, T("new")), ILSEQ);
        ANY(p1_path_readlink(DIR, path, length, buffer, sizeof buffer, &size), ILSEQ);
        ANY(p1_path_remove_directory(DIR, path, length), ILSEQ);
        ANY(p1_path_rename(DIR, T("file"), DIR, path, length), ILSEQ);
        ANY(p1_path_rename(DIR, path, length, DIR, T("new")), ILSEQ);
        ANY(p1_path_symlink(path, length, DIR, T("new")), ILSEQ);
        ANY(p1_path_symlink(T("file"), DIR, path, length), ILSEQ);
        ANY(p1_path_unlink_file(DIR, path, length), ILSEQ);
    }
    // The name that ends at the NUL exists: it must not be found.
    ANY(p1_path_open(DIR, 0, T("file\0"), 0, R, 0, 0, &fd), INVAL, ILSEQ);
    ANY(p1_path_open(DIR, 0, T("file\0x"), CREAT, RW, 0, 0, &fd), INVAL, ILSEQ);
    ANY(p1_path_open(DIR, 0, T("\0"), CREAT, RW, 0, 0, &fd), INVAL, ILSEQ);
    ANY(p1_path_create_directory(DIR, T("new\0")), INVAL, ILSEQ);
    ANY(p1_path_filestat_get(DIR, 0, T("file\0"), &stat), INVAL, ILSEQ);
    ANY(p1_path_unlink_file(DIR, T("file\0")), INVAL, ILSEQ);
    ANY(p1_path_rename(DIR, T("file\0"), DIR, T("new")), INVAL, ILSEQ);
    ANY(p1_path_rename(DIR, T("file"), DIR, T("new\0")), INVAL, ILSEQ);
    ANY(p1_path_symlink(T("to\0"), DIR, T("new")), INVAL, ILSEQ);
    ANY(p1_path_link(DIR, 0, T("file"), DIR, T("new\0")), INVAL, ILSEQ);
    CHECK(!exists(DIR, "new"));
    // Only so much of it.
    OK(p1_path_filestat_get(DIR, 0, "file-and-more", 4, &stat));
    EQUAL(stat.size, 4);
    ANY(p1_path_filestat_get(DIR, 0, "file-and-more", 5, &stat), NOENT);
    CHECK(holds(DIR, "file", "text"));
    return 0;
}
