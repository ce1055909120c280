// Standard output by vectors, in order, with text in many scripts; it cannot be read and has no position.
// stdout: Ελληνικά ☃ 漢字 🦀\nsecond line\n
#include "check.h"

int main(void) {
    const char *parts[] = {"Ελληνικά ☃ ", "", "漢字 🦀\n", "second line\n"};
    for (int i = 0; i < 4; i++) write_all(STDOUT, parts[i], strlen(parts[i]));
    uint8_t byte;
    __wasi_ciovec_t out = {&byte, 1};
    __wasi_filesize_t position;
    size_t count;
    ANY(__wasi_fd_seek(STDOUT, 0, __WASI_WHENCE_CUR, &position), SPIPE);
    ANY(__wasi_fd_tell(STDERR, &position), SPIPE);
    ANY(__wasi_fd_pwrite(STDOUT, &out, 1, 0, &count), SPIPE);
    return 0;
}
