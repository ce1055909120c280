// A directory can be renumbered over a preopened one, and takes its place.
// dir: sandbox
// dir: second
// host-setup: file second/only-here text
#include "check.h"

int main(void) {
    __wasi_filestat_t second = stat_fd(DIR2);
    OK(__wasi_fd_renumber(DIR2, DIR));
    EQUAL(stat_fd(DIR).ino, second.ino);
    EQUAL(stat_fd(DIR).dev, second.dev);
    CHECK(holds(DIR, "only-here", "text"));
    __wasi_fdstat_t fdstat;
    ANY(__wasi_fd_fdstat_get(DIR2, &fdstat), BADF);
    // The name moved with the directory: a path below /sandbox must not lead into /second.
    uint8_t name[32];
    OK(__wasi_fd_prestat_dir_name(DIR, name, sizeof name));
    CHECK(memcmp(name, "/second", 7) == 0);
    return 0;
}
