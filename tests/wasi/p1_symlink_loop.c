// Links in a circle are LOOP in every function that resolves paths, and no call hangs.
// dir: sandbox
// host-setup: symlink sandbox/self self
// host-setup: symlink sandbox/one two
// host-setup: symlink sandbox/two one
// host-setup: symlink sandbox/grows grows/x
// host-setup: symlink sandbox/here .
#include "check.h"

int main(void) {
    fd_t fd;
    __wasi_filestat_t stat;
    const char *loops[] = {"self", "one", "two", "grows", "self/x", "one/x", "self/", "here/one"};
    for (int i = 0; i < 8; i++) {
        ANY(p1_path_open(DIR, FOLLOW, Z(loops[i]), 0, R, 0, 0, &fd), LOOP);
        ANY(p1_path_open(DIR, FOLLOW, Z(loops[i]), CREAT, RW, 0, 0, &fd), LOOP, i == 6 ? ISDIR : LOOP);
        ANY(p1_path_filestat_get(DIR, FOLLOW, Z(loops[i]), &stat), LOOP);
    }
    ANY(p1_path_open(DIR, 0, T("self"), 0, R, 0, 0, &fd), LOOP);
    OK(p1_path_filestat_get(DIR, 0, T("self"), &stat));
    ANY(p1_path_open(DIR, 0, T("here/here/here/self/x"), 0, R, 0, 0, &fd), LOOP);
    // Many links, but no circle.
    OK(p1_path_filestat_get(DIR, 0, T("here/here/here/here/here/self"), &stat));
    return 0;
}
