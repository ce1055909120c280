// Arguments arrive complete and in order, each with its NUL, and the sizes are exact.
// build: --arg0 program
// args: one "" "two words" "snow ☃" -x=--y
#include "check.h"

int main(void) {
    static const char *const expected[] = {"program", "one", "", "two words", "snow ☃", "-x=--y"};
    enum { COUNT = sizeof expected / sizeof *expected };
    size_t count, size, total = 0;
    OK(__wasi_args_sizes_get(&count, &size));
    EQUAL(count, COUNT);
    for (int i = 0; i < COUNT; i++) total += strlen(expected[i]) + 1;
    EQUAL(size, total);

    // One pointer and one byte more than needed: neither may be touched.
    uint8_t *argv[COUNT + 1];
    uint8_t bytes[128];
    memset(bytes, 0xaa, sizeof bytes);
    argv[COUNT] = bytes + 77;
    OK(__wasi_args_get(argv, bytes));
    for (int i = 0; i < COUNT; i++) CHECK(strcmp((char *)argv[i], expected[i]) == 0);
    CHECK(argv[0] >= bytes && argv[0] < bytes + size);
    CHECK(argv[COUNT] == bytes + 77);
    EQUAL(bytes[size], 0xaa);
    return 0;
}
