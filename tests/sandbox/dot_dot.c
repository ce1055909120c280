// Leaving through `..`, in every spelling and for every function that takes a path: refused, and nothing outside is
// changed or revealed.
// dir: sandbox
// host-setup: dir outside
// host-setup: file outside/secret "top secret"
// host-setup: dir sandbox/sub
// host-setup: file sandbox/file text
// host-setup: symlink sandbox/up ..
// host-setup: symlink sandbox/sub/up-up ../..
#include "check.h"

// Each leads to `outside`, if anything does.
static const char *const ways[] = {
    "../outside", "./../outside", "sub/../../outside", "sub/./..//../outside", "..//outside", ".././outside",
    "sub/../sub/../../outside", "up/outside", "up/../outside", "sub/up-up/outside", "up/./outside", "sub/../up/outside",
};

static void check_all(const char *secret, const char *new, const char *dir) {
    fd_t fd;
    __wasi_filestat_t stat;
    char buffer[64];
    size_t size;
    for (int follow = 0; follow <= FOLLOW; follow++) {
        ESCAPES(p1_path_open(DIR, follow, Z(secret), 0, R, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(secret), 0, RW, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(secret), TRUNC, RW, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(secret), CREAT, RW, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(new), CREAT, RW, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(new), CREAT | EXCL, RW, 0, 0, &fd));
        ESCAPES(p1_path_open(DIR, follow, Z(dir), DIRECTORY, ANY_DIRECTORY, RW, 0, &fd));
        ESCAPES(p1_path_filestat_get(DIR, follow, Z(secret), &stat));
        // Also of what is not there: an errno that tells would be a look outside.
        ESCAPES(p1_path_filestat_get(DIR, follow, Z(new), &stat));
        ESCAPES(p1_path_filestat_set_times(DIR, follow, Z(secret), 1, 1, __WASI_FSTFLAGS_MTIM));
    }
    ESCAPES(p1_path_create_directory(DIR, Z(new)));
    ESCAPES(p1_path_remove_directory(DIR, Z(dir)));
    ESCAPES(p1_path_unlink_file(DIR, Z(secret)));
    ESCAPES(p1_path_readlink(DIR, Z(secret), buffer, sizeof buffer, &size));
    ESCAPES(p1_path_symlink(T("x"), DIR, Z(new)));
    ESCAPES(p1_path_link(DIR, 0, Z(secret), DIR, T("alias")));
    ESCAPES(p1_path_link(DIR, 0, T("file"), DIR, Z(new)));
    ESCAPES(p1_path_rename(DIR, Z(secret), DIR, T("alias")));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR, Z(new)));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR, Z(secret)));
    ESCAPES(p1_path_rename(DIR, T("sub"), DIR, Z(new)));
}

int main(void) {
    char secret[64], new[64];
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        size_t length = strlen(ways[i]);
        memcpy(secret, ways[i], length), memcpy(secret + length, "/secret", 8);
        memcpy(new, ways[i], length), memcpy(new + length, "/new", 5);
        check_all(secret, new, ways[i]);
    }
    CHECK(holds(DIR, "file", "text") && !exists(DIR, "alias"));
    return 0;
}
