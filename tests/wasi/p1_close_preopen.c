// A preopened directory can be closed. Then it is no longer preopened, and files that were opened through it stay open.
// dir: sandbox
// dir: second
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    OK(__wasi_fd_close(DIR));
    __wasi_prestat_t prestat;
    ANY(__wasi_fd_prestat_get(DIR, &prestat), BADF);
    fd_t fd;
    ANY(p1_path_open(DIR, 0, T("file"), 0, R, 0, 0, &fd), BADF);
    write_all(file, "still here", 10);
    OK(__wasi_fd_prestat_get(DIR2, &prestat));
    put(DIR2, "other", "text");
    CHECK(holds(DIR2, "other", "text"));
    return 0;
}
