// Reading and writing by vectors, some of them empty: in order, up to the end of the file, and within the buffers.
// dir: sandbox
#include "check.h"

int main(void) {
    fd_t file = open_(DIR, "file", CREAT, RW, 0);
    __wasi_ciovec_t out[] = {
        {(const uint8_t *)"", 0}, {(const uint8_t *)"first ", 6}, {(const uint8_t *)"", 0},
        {(const uint8_t *)"second ", 7}, {(const uint8_t *)"third", 5},
    };
    // Short counts are allowed, so go on from wherever it stopped.
    size_t done = 0, step;
    while (done < 18) {
        __wasi_ciovec_t rest[5];
        size_t count = 0, skip = done;
        for (int i = 0; i < 5; i++) {
            size_t cut = skip < out[i].buf_len ? skip : out[i].buf_len;
            skip -= cut;
            rest[count++] = (__wasi_ciovec_t){out[i].buf + cut, out[i].buf_len - cut};
        }
        OK(__wasi_fd_write(file, rest, count, &step));
        CHECK(step > 0 && done + step <= 18);
        done += step;
    }
    CHECK(holds(DIR, "file", "first second third"));

    __wasi_filesize_t position;
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_SET, &position));
    uint8_t one[6], two[7], three[9];
    memset(three, 0xaa, sizeof three);
    __wasi_iovec_t in[] = {{one, 0}, {one, 6}, {two, 7}, {two, 0}, {three, 8}};
    OK(__wasi_fd_read(file, in, 5, &step));
    CHECK(step >= 6 && step <= 18);
    CHECK(memcmp(one, "first ", 6) == 0);
    if (step == 18) {
        CHECK(memcmp(two, "second ", 7) == 0 && memcmp(three, "third", 5) == 0);
        EQUAL(three[5], 0xaa);
    }
    OK(__wasi_fd_tell(file, &position));
    EQUAL(position, step);

    // At the end: zero bytes, again and again. No vectors, or only empty ones: zero bytes.
    OK(__wasi_fd_seek(file, 0, __WASI_WHENCE_END, &position));
    for (int i = 0; i < 2; i++) {
        OK(read_some(file, three, sizeof three, &step));
        EQUAL(step, 0);
    }
    OK(__wasi_fd_read(file, in, 0, &step));
    EQUAL(step, 0);
    OK(__wasi_fd_write(file, out, 0, &step));
    EQUAL(step, 0);
    OK(__wasi_fd_write(file, out, 1, &step));
    EQUAL(step, 0);
    EQUAL(stat_fd(file).size, 18);
    return 0;
}
