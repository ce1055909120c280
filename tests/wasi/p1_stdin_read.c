// Standard input from a pipe: reads give the available bytes, then the end each time; it has no position.
// stdin: text one two three
#include "check.h"

int main(void) {
    char buffer[32];
    size_t count;
    OK(read_some(STDIN, buffer, 4, &count));
    CHECK(count > 0 && count <= 4);
    size_t rest = read_all(STDIN, buffer + count, sizeof buffer - count);
    EQUAL(count + rest, 13);
    CHECK(memcmp(buffer, "one two three", 13) == 0);
    for (int i = 0; i < 3; i++) {
        OK(read_some(STDIN, buffer, sizeof buffer, &count));
        EQUAL(count, 0);
    }
    __wasi_filesize_t position;
    __wasi_iovec_t in = {(uint8_t *)buffer, 1};
    ANY(__wasi_fd_seek(STDIN, 0, __WASI_WHENCE_CUR, &position), SPIPE);
    ANY(__wasi_fd_tell(STDIN, &position), SPIPE);
    ANY(__wasi_fd_pread(STDIN, &in, 1, 0, &count), SPIPE);
    return 0;
}
