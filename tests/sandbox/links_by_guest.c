// Links that the guest creates: creating one that leads outside may fail or work, but following it must fail.
// dir: sandbox
// host-setup: dir outside
// host-setup: file outside/secret "top secret"
// host-setup: dir sandbox/sub
#include "check.h"

int main(void) {
    const char *targets[] = {"/", "/etc/passwd", "..", "../outside/secret", "../outside", "sub/../../outside", "/proc/self/root"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        int error = p1_path_symlink(Z(targets[i]), DIR, T("link"));
        ANY(error, SUCCESS, PERM, NOTCAPABLE);
        if (error) continue;
        fd_t fd;
        __wasi_filestat_t stat;
        ESCAPES(p1_path_open(DIR, FOLLOW, T("link"), 0, R, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, FOLLOW, T("link"), DIRECTORY, 0, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, 0, T("link/x"), CREAT, RW, 0, 0, &fd));
        ESCAPES(p1_path_filestat_get(DIR, FOLLOW, T("link"), &stat));
        remove_file(DIR, "link");
    }
    // A link that is harmless where it was made, and leads out where it is moved to.
    make_directory(DIR, "deep");
    make_directory(DIR, "deep/er");
    make_symlink("../..", DIR, "deep/er/link");
    EQUAL(stat_path(DIR, FOLLOW, "deep/er/link").ino, stat_fd(DIR).ino);
    OK(p1_path_rename(DIR, T("deep/er/link"), DIR, T("deep/link")));
    __wasi_filestat_t stat;
    fd_t fd;
    ESCAPES(p1_path_filestat_get(DIR, FOLLOW, T("deep/link"), &stat));
    ESCAPES(p1_path_open(DIR, 0, T("deep/link/outside/secret"), 0, R, 0, 0, &fd));
    // The same for a hard link of it.
    OK(p1_path_link(DIR, 0, T("deep/link"), DIR, T("link")));
    ESCAPES(p1_path_open(DIR, FOLLOW, T("link"), DIRECTORY, 0, 0, 0, &fd));
    return 0;
}
