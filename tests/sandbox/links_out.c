// Links of the host that lead outside: no function follows them, but the guest may read, rename and remove the links
// themselves.
// dir: sandbox
// host-setup: dir outside
// host-setup: file outside/secret "top secret"
// host-setup: dir outside/empty
// host-setup: file sandbox/file text
// host-setup: dir sandbox/sub
// host-setup: symlink sandbox/to-secret ../outside/secret
// host-setup: symlink sandbox/to-new ../outside/new
// host-setup: symlink sandbox/to-outside ../outside
// host-setup: symlink sandbox/to-absolute /etc/passwd
// host-setup: symlink sandbox/to-root /
// host-setup: symlink sandbox/to-link to-outside
// host-setup: symlink sandbox/to-parent ..
// host-setup: symlink sandbox/sub/to-secret ../../outside/secret
// host-setup: symlink sandbox/back-in ../sandbox/file
#include "check.h"

enum { MTIM = __WASI_FSTFLAGS_MTIM };

// A link that leads out at the end of a path.
static void check_last(const char *path) {
    fd_t fd;
    __wasi_filestat_t stat;
    ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), 0, R, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), 0, RW, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), CREAT, RW, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), TRUNC, RW, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, FOLLOW, Z(path), DIRECTORY, 0, 0, 0, &fd));
    ESCAPES(p1_path_filestat_get(DIR, FOLLOW, Z(path), &stat));
    ESCAPES(p1_path_filestat_set_times(DIR, FOLLOW, Z(path), 1, 1, MTIM));
    ANY(p1_path_link(DIR, FOLLOW, Z(path), DIR, T("alias")), PERM, NOTCAPABLE, INVAL, NOTSUP);
    ANY(p1_path_open(DIR, 0, Z(path), 0, R, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, Z(path), CREAT, RW, 0, 0, &fd), LOOP);
    ANY(p1_path_open(DIR, 0, Z(path), CREAT | EXCL, RW, 0, 0, &fd), EXIST, LOOP);
    ANY(p1_path_create_directory(DIR, Z(path)), EXIST);
    ANY(p1_path_remove_directory(DIR, Z(path)), NOTDIR);
    ANY(p1_path_symlink(T("x"), DIR, Z(path)), EXIST);
    EQUAL(stat_path(DIR, 0, path).filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
}

// A link that leads out within a path.
static void check_within(const char *path) {
    fd_t fd;
    __wasi_filestat_t stat;
    char buffer[64];
    size_t size;
    for (int follow = 0; follow <= FOLLOW; follow++) {
        ESCAPES(p1_path_open(DIR, follow, Z(path), 0, R, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(path), CREAT, RW, 0, 0, &fd));
        ESCAPES(p1_path_filestat_get(DIR, follow, Z(path), &stat));
        ESCAPES(p1_path_filestat_set_times(DIR, follow, Z(path), 1, 1, MTIM));
    }
    ESCAPES(p1_path_readlink(DIR, Z(path), buffer, sizeof buffer, &size));
    ESCAPES(p1_path_create_directory(DIR, Z(path)));
    ESCAPES(p1_path_remove_directory(DIR, Z(path)));
    ESCAPES(p1_path_unlink_file(DIR, Z(path)));
    ESCAPES(p1_path_symlink(T("x"), DIR, Z(path)));
    ESCAPES(p1_path_link(DIR, 0, Z(path), DIR, T("alias")));
    ESCAPES(p1_path_link(DIR, 0, T("file"), DIR, Z(path)));
    ESCAPES(p1_path_rename(DIR, Z(path), DIR, T("alias")));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR, Z(path)));
}

int main(void) {
    const char *last[] = {"to-secret", "to-new", "to-outside", "to-absolute", "to-root", "to-link", "to-parent", "sub/to-secret", "back-in"};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) check_last(last[i]);
    const char *within[] = {
        "to-outside/secret", "to-outside/new", "to-outside/empty", "to-root/etc/passwd", "to-link/secret", "to-parent/outside/secret",
        "to-parent/sandbox/file", "sub/../to-outside/secret", "to-outside/../sandbox/file", "to-outside/empty/new",
    };
    for (size_t i = 0; i < sizeof within / sizeof *within; i++) check_within(within[i]);

    // The links themselves are the guest's.
    char buffer[64];
    size_t size;
    OK(p1_path_readlink(DIR, T("to-secret"), buffer, sizeof buffer, &size));
    CHECK(size == 17 && memcmp(buffer, "../outside/secret", 17) == 0);
    OK(p1_path_rename(DIR, T("to-secret"), DIR, T("renamed")));
    OK(p1_path_unlink_file(DIR, T("renamed")));
    OK(p1_path_unlink_file(DIR, T("to-outside")));
    CHECK(holds(DIR, "file", "text") && !exists(DIR, "alias"));
    return 0;
}
