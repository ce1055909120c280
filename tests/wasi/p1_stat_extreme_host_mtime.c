// Host times outside WASI's range (before 1970, after 2554): an errno or some time, and the files stay usable.
// dir: sandbox
// host-setup: file sandbox/past text
// host-setup: modified sandbox/past -1000000000
// host-setup: file sandbox/future text
// host-setup: modified sandbox/future 15032385535
#include "check.h"

int main(void) {
    __wasi_filestat_t stat;
    const char *names[] = {"past", "future"};
    for (int i = 0; i < 2; i++) {
        memset(&stat, 0, sizeof stat);
        int error = p1_path_filestat_get(DIR, 0, Z(names[i]), &stat);
        ANY(error, SUCCESS, OVERFLOW);
        if (!error) EQUAL(stat.size, 4);
        fd_t file = open_(DIR, names[i], 0, R, 0);
        ANY(__wasi_fd_filestat_get(file, &stat), error);
        CHECK(holds(DIR, names[i], "text"));
    }
    // 2446 is within 64 bits of nanoseconds.
    OK(p1_path_filestat_get(DIR, 0, T("future"), &stat));
    EQUAL(stat.mtim, UINT64_C(15032385535000000000));
    return 0;
}
