// The host has no more descriptors: MFILE, and after closing some, opening works again.
// dir: sandbox
// limit: -n 64
// reference: none: wasmtime needs some descriptors itself
#include "check.h"

int main(void) {
    put(DIR, "file", "text");
    for (int round = 0; round < 3; round++) {
        fd_t fds[100];
        int count = 0, error;
        while ((error = p1_path_open(DIR, 0, T("file"), 0, R, 0, 0, &fds[count])) == SUCCESS) CHECK(++count < 100);
        ANY(error, MFILE);
        CHECK(count > 32);
        // What needs a descriptor of its own for a moment says the same or works; it does not break.
        __wasi_filestat_t stat;
        ANY(p1_path_filestat_get(DIR, 0, T("file"), &stat), SUCCESS, MFILE);
        ANY(p1_path_create_directory(DIR, T("directory")), SUCCESS, MFILE, EXIST);
        uint8_t buffer[256];
        size_t used;
        ANY(__wasi_fd_readdir(DIR, buffer, sizeof buffer, 0, &used), SUCCESS, MFILE);
        while (count > 0) OK(__wasi_fd_close(fds[--count]));
        CHECK(holds(DIR, "file", "text"));
    }
    return 0;
}
