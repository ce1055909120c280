// The attributes of an open file are the same by descriptor and by path, also after a rename.
// dir: sandbox
// stdin: text x
#include "check.h"

int main(void) {
    uint64_t before = now(__WASI_CLOCKID_REALTIME);
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_filestat_t stat = stat_fd(file);
    EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat.size, 0);
    EQUAL(stat.nlink, 1);
    // A file system may round its clock down to a tick.
    CHECK(stat.mtim + 100000000 > before && stat.ctim + 100000000 > before && stat.atim + 100000000 > before);
    write_all(file, "text", 4);
    EQUAL(stat_fd(file).size, 4);

    __wasi_filestat_t by_path = stat_path(DIR, 0, "file");
    stat = stat_fd(file);
    CHECK(memcmp(&stat, &by_path, sizeof stat) == 0);
    __wasi_filestat_t directory = stat_fd(DIR);
    EQUAL(directory.filetype, __WASI_FILETYPE_DIRECTORY);
    EQUAL(directory.dev, stat.dev);
    CHECK(directory.ino != stat.ino);
    EQUAL(stat_path(DIR, 0, ".").ino, directory.ino);

    OK(p1_path_link(DIR, 0, T("file"), DIR, T("link")));
    EQUAL(stat_fd(file).nlink, 2);
    EQUAL(stat_path(DIR, 0, "link").ino, stat.ino);
    put(DIR, "other", "");
    CHECK(stat_path(DIR, 0, "other").ino != stat.ino);

    // The standard streams can be asked, too.
    for (fd_t stream = STDIN; stream <= STDERR; stream++) CHECK(stat_fd(stream).filetype <= __WASI_FILETYPE_SYMBOLIC_LINK);
    return 0;
}
