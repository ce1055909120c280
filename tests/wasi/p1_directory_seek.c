// A directory has no position.
// dir: sandbox
#include "check.h"

int main(void) {
    make_directory(DIR, "directory");
    fd_t directories[] = {DIR, open_directory(DIR, "directory"), -1};
    // Asked for or not, the right to seek does not apply to it.
    OK(p1_path_open(DIR, 0, T("directory"), DIRECTORY, ANY_DIRECTORY | __WASI_RIGHTS_FD_SEEK, 0, 0, &directories[2]));
    for (int i = 0; i < 3; i++) {
        __wasi_filesize_t position;
        ANY(__wasi_fd_seek(directories[i], 0, __WASI_WHENCE_CUR, &position), BADF, NOTCAPABLE, ISDIR);
        ANY(__wasi_fd_seek(directories[i], 0, __WASI_WHENCE_SET, &position), BADF, NOTCAPABLE, ISDIR);
        ANY(__wasi_fd_seek(directories[i], 0, __WASI_WHENCE_END, &position), BADF, NOTCAPABLE, ISDIR);
        ANY(__wasi_fd_tell(directories[i], &position), BADF, NOTCAPABLE, ISDIR);
        __wasi_fdstat_t fdstat;
        OK(__wasi_fd_fdstat_get(directories[i], &fdstat));
        EQUAL(fdstat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
        EQUAL(fdstat.fs_rights_base & __WASI_RIGHTS_FD_SEEK, 0);
    }
    return 0;
}
