// APPEND and NONBLOCK can be switched on and off while a file is open, and act at once.
// dir: sandbox
#include "check.h"

static unsigned flags(fd_t fd) {
    __wasi_fdstat_t stat;
    OK(__wasi_fd_fdstat_get(fd, &stat));
    return stat.fs_flags;
}

static void rewind_(fd_t fd) {
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &position));
}

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, APPEND);
    write_all(file, "one", 3);
    rewind_(file);
    write_all(file, "two", 3);
    CHECK(holds(DIR, "file", "onetwo"));

    OK(__wasi_fd_fdstat_set_flags(file, NONBLOCK));
    EQUAL(flags(file), NONBLOCK);
    rewind_(file);
    write_all(file, "ONE", 3);
    CHECK(holds(DIR, "file", "ONEtwo"));

    OK(__wasi_fd_fdstat_set_flags(file, APPEND));
    EQUAL(flags(file), APPEND);
    rewind_(file);
    write_all(file, "!", 1);
    CHECK(holds(DIR, "file", "ONEtwo!"));
    OK(__wasi_fd_fdstat_set_flags(file, 0));
    EQUAL(flags(file), 0);

    // Synchronous writing cannot be switched on with Linux' fcntl, which forgets the flag without a word: say so, or do it.
    int later[] = {DSYNC, SYNC, RSYNC};
    for (int i = 0; i < 3; i++) {
        int error = __wasi_fd_fdstat_set_flags(file, later[i]);
        ANY(error, SUCCESS, INVAL, NOTSUP);
        EQUAL(flags(file) & later[i], error ? 0 : later[i]);
        if (!error) OK(__wasi_fd_fdstat_set_flags(file, 0));
    }
    ANY(__wasi_fd_fdstat_set_flags(9999, APPEND), BADF);
    return 0;
}
