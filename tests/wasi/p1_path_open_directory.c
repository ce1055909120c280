// DIRECTORY opens directories only; without it a directory can be opened too, but not for writing.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    make_directory(DIR, "directory");
    put(DIR, "directory/below", "below");
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("file"), DIRECTORY, R, 0, 0, &fd), NOTDIR);
    OK(p1_path_open(DIR, 0, T("directory"), DIRECTORY, ANY_DIRECTORY, ANY_DIRECTORY | RW, 0, &fd));
    CHECK(holds(fd, "below", "below"));
    OK(p1_path_open(DIR, 0, T("directory/"), 0, ANY_DIRECTORY, ANY_DIRECTORY | RW, 0, &fd));
    CHECK(holds(fd, "below", "below"));
    // A descriptor with no rights named at all is still good for paths: many programs ask for none.
    OK(p1_path_open(DIR, 0, T("directory"), DIRECTORY, 0, 0, 0, &fd));
    __wasi_filestat_t stat;
    OK(p1_path_filestat_get(fd, 0, T("below"), &stat));
    EQUAL(stat.size, 5);

    // "fewer rights than specified, if and only if those rights do not apply to the type of file"; POSIX says EISDIR.
    int error = p1_path_open(DIR, 0, T("directory"), DIRECTORY, RW, RW, 0, &fd);
    ANY(error, ISDIR, SUCCESS);
    if (!error) {
        __wasi_fdstat_t fdstat;
        OK(__wasi_fd_fdstat_get(fd, &fdstat));
        EQUAL(fdstat.fs_rights_base & __WASI_RIGHTS_FD_WRITE, 0);
    }
    return 0;
}
