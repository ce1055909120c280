// The host exchanges a directory with a link that leads outside, again and again: every successful operation of the
// guest stays inside.
// driver: race
// dir: sandbox
// host-setup: dir outside
// host-setup: file outside/file outside
// host-setup: dir outside/empty
// host-setup: dir sandbox/aside
// host-setup: file sandbox/aside/file inside
// host-setup: dir sandbox/aside/empty
// host-setup: symlink sandbox/link ../outside
// host-setup: dir sandbox/full
#include "check.h"

enum { SECONDS = 2 };
static unsigned done, refused;

// Any errno is a refusal; it must not be one that tells of a hang or of the host's trouble.
static bool tried(int error) {
    if (error == SUCCESS) done++;
    else refused++;
    CHECK(error != __WASI_ERRNO_IO && error != __WASI_ERRNO_INTR && error != BADF && error != FAULT);
    return error == SUCCESS;
}

static void read_inside(int lookup, const char *path) {
    fd_t fd;
    if (!tried(p1_path_open(DIR, lookup, Z(path), 0, R, 0, 0, &fd))) return;
    char text[16] = {0};
    read_all(fd, text, sizeof text);
    if (strncmp(text, "outside", 7) == 0) fail(__FILE__, __LINE__, "read a file outside", path);
    OK(__wasi_fd_close(fd));
}

int main(void) {
    __wasi_filestat_t stat;
    uint64_t end = now(__WASI_CLOCKID_MONOTONIC) + SECONDS * UINT64_C(1000000000);
    fd_t fd;
    char buffer[16];
    size_t size;
    while (now(__WASI_CLOCKID_MONOTONIC) < end) {
        for (int i = 0; i < 20; i++) {
            read_inside(0, "swap/file");
            read_inside(FOLLOW, "swap/file");
            read_inside(0, "swap/./empty/../file");
            read_inside(0, "full/../swap/file");
            if (tried(p1_path_open(DIR, 0, T("swap"), DIRECTORY, ANY_DIRECTORY, 0, 0, &fd))) {
                if (p1_path_filestat_get(fd, 0, T("file"), &stat) == SUCCESS) EQUAL(stat.size, 6);
                OK(__wasi_fd_close(fd));
            }
            // These change things: the host looks whether they did so outside.
            if (tried(p1_path_open(DIR, 0, T("swap/new"), CREAT, RW, 0, 0, &fd))) OK(__wasi_fd_close(fd));
            if (tried(p1_path_open(DIR, 0, T("swap/new"), TRUNC, RW, 0, 0, &fd))) OK(__wasi_fd_close(fd));
            tried(p1_path_create_directory(DIR, T("swap/made")));
            tried(p1_path_symlink(T("file"), DIR, T("swap/symlink")));
            tried(p1_path_link(DIR, 0, T("swap/file"), DIR, T("full/alias")));
            if (p1_path_filestat_get(DIR, 0, T("full/alias"), &stat) == SUCCESS) EQUAL(stat.size, 6);
            (void)!p1_path_unlink_file(DIR, T("full/alias"));
            tried(p1_path_rename(DIR, T("swap/new"), DIR, T("swap/renamed")));
            tried(p1_path_filestat_set_times(DIR, 0, T("swap/file"), 1, 1, __WASI_FSTFLAGS_MTIM));
            tried(p1_path_readlink(DIR, T("swap/symlink"), buffer, sizeof buffer, &size));
            tried(p1_path_unlink_file(DIR, T("swap/renamed")));
            tried(p1_path_unlink_file(DIR, T("swap/symlink")));
            tried(p1_path_remove_directory(DIR, T("swap/made")));
            if (tried(p1_path_filestat_get(DIR, 0, T("swap/file"), &stat))) EQUAL(stat.size, 6);
        }
    }
    // It was a race only if both happened.
    CHECK(done > 100 && refused > 100);
    return 0;
}
