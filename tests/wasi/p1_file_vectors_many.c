// Tens of thousands of vectors, most of them empty: more than a host takes at once. Counts may be short, but not zero
// while bytes are left, and the bytes arrive in order.
// dir: sandbox
#include "check.h"

enum { COUNT = 65536, EACH = 16 };
static __wasi_ciovec_t out[COUNT];
static __wasi_iovec_t in[COUNT];
static uint8_t bytes[COUNT / EACH * 3], back[sizeof bytes];

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = i * 7;
    size_t count;
    // All empty.
    OK(__wasi_fd_write(file, out, COUNT, &count));
    EQUAL(count, 0);
    OK(__wasi_fd_read(file, in, COUNT, &count));
    EQUAL(count, 0);

    size_t done = 0;
    while (done < sizeof bytes) {
        memset(out, 0, sizeof out);
        size_t at = done;
        for (int i = EACH - 1; i < COUNT && at < sizeof bytes; i += EACH, at += 3)
            out[i] = (__wasi_ciovec_t){bytes + at, sizeof bytes - at < 3 ? sizeof bytes - at : 3};
        OK(__wasi_fd_write(file, out, COUNT, &count));
        CHECK(count > 0 && done + count <= sizeof bytes);
        done += count;
    }
    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    for (done = 0; done < sizeof back; done += count) {
        memset(in, 0, sizeof in);
        size_t at = done;
        for (int i = EACH - 1; i < COUNT && at < sizeof back; i += EACH, at += 3)
            in[i] = (__wasi_iovec_t){back + at, sizeof back - at < 3 ? sizeof back - at : 3};
        OK(__wasi_fd_read(file, in, COUNT, &count));
        CHECK(count > 0 && done + count <= sizeof back);
    }
    CHECK(memcmp(bytes, back, sizeof bytes) == 0);
    return 0;
}
