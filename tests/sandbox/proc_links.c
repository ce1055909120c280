// The links of /proc lead to the environment, to open descriptors and to the root without a path. None can be followed.
// dir: sandbox
// host-setup: symlink sandbox/environ /proc/self/environ
// host-setup: symlink sandbox/fd /proc/self/fd
// host-setup: symlink sandbox/fd-0 /proc/self/fd/0
// host-setup: symlink sandbox/root /proc/self/root
// host-setup: symlink sandbox/cwd /proc/self/cwd
// host-setup: symlink sandbox/exe /proc/self/exe
// host-setup: symlink sandbox/deep ../../../../../../../../../../proc/self/environ
#include "check.h"

int main(void) {
    const char *links[] = {"environ", "fd", "fd-0", "root", "cwd", "exe", "deep", "fd/9", "root/etc/passwd", "cwd/sandbox"};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        fd_t fd;
        __wasi_filestat_t stat;
        ESCAPES(p1_path_open(DIR, FOLLOW, Z(links[i]), 0, R, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, FOLLOW, Z(links[i]), DIRECTORY, 0, 0, 0, &fd));
        ESCAPES(p1_path_filestat_get(DIR, FOLLOW, Z(links[i]), &stat));
    }
    return 0;
}
