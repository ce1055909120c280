// An absolute path is refused, whatever its target is, also the sandbox itself or the guest's name for it.
// dir: sandbox
// host-setup: file sandbox/file text
#include "check.h"

int main(void) {
    const char *paths[] = {"/", "//", "/etc/passwd", "/sandbox/file", "/proc/self/environ", "/.", "/..", "//etc/passwd", "/tmp"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const char *path = paths[i];
        fd_t fd;
        __wasi_filestat_t stat;
        char buffer[64];
        size_t size;
        ESCAPES(p1_path_open(DIR, 0, Z(path), 0, R, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), DIRECTORY, 0, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, 0, Z(path), CREAT, RW, 0, 0, &fd));
        ESCAPES(p1_path_filestat_get(DIR, FOLLOW, Z(path), &stat));
        ESCAPES(p1_path_filestat_set_times(DIR, 0, Z(path), 1, 1, __WASI_FSTFLAGS_MTIM));
        ESCAPES(p1_path_readlink(DIR, Z(path), buffer, sizeof buffer, &size));
        ESCAPES(p1_path_link(DIR, 0, Z(path), DIR, T("x")));
        ESCAPES(p1_path_rename(DIR, Z(path), DIR, T("x")));
        ESCAPES(p1_path_rename(DIR, T("file"), DIR, Z(path)));
        ESCAPES(p1_path_unlink_file(DIR, Z(path)));
    }
    ESCAPES(p1_path_create_directory(DIR, T("/tmp/wasmc-sandbox-escape")));
    ESCAPES(p1_path_symlink(T("x"), DIR, T("/tmp/wasmc-sandbox-escape")));
    ESCAPES(p1_path_link(DIR, 0, T("file"), DIR, T("/tmp/wasmc-sandbox-escape")));
    ESCAPES(p1_path_remove_directory(DIR, T("/tmp/wasmc-sandbox-escape")));
    CHECK(holds(DIR, "file", "text") && !exists(DIR, "x"));
    return 0;
}
