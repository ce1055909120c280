// With APPEND every write goes to the end of the file, independent of the position and of other writers; reads use the
// position.
// dir: sandbox
#include "check.h"

int main(void) {
    put(DIR, "file", "start");
    fd_t file = open_(DIR, "file", 0, RW, APPEND);
    write_all(file, " one", 4);
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    char buffer[8];
    EQUAL(read_all(file, buffer, 5), 5);
    CHECK(memcmp(buffer, "start", 5) == 0);
    write_all(file, " two", 4);
    CHECK(holds(DIR, "file", "start one two"));

    // Another writer grows the file in between.
    fd_t other = open_(DIR, "file", 0, W, APPEND);
    write_all(other, " three", 6);
    write_all(file, " four", 5);
    CHECK(holds(DIR, "file", "start one two three four"));

    // Truncation does not leave a hole.
    OK(__wasi_fd_filestat_set_size(file, 5));
    write_all(file, "!", 1);
    CHECK(holds(DIR, "file", "start!"));
    return 0;
}
