// The host's root as a read-only directory: `..` at the top stays at the top or is refused, and absolute paths are
// refused.
// dir: /::/host:ro
// reference: none: its command line has no read-only directories
#include "check.h"

int main(void) {
    fd_t fd;
    OK(p1_path_open(DIR, FOLLOW, T("etc/passwd"), 0, R, 0, 0, &fd));
    char byte;
    EQUAL(read_all(fd, &byte, 1), 1);
    ESCAPES(p1_path_open(DIR, 0, T("/etc/passwd"), 0, R, 0, 0, &fd));
    ESCAPES(p1_path_open(DIR, 0, T("../etc/passwd"), 0, R, 0, 0, &fd));
    READ_ONLY(p1_path_create_directory(DIR, T("tmp/wasmc-sandbox-escape")));
    READ_ONLY(p1_path_open(DIR, 0, T("tmp/wasmc-sandbox-escape"), CREAT, RW, 0, 0, &fd));
    return 0;
}
