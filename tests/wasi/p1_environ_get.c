// The environment has the variables of the build in order, also with empty values or `=` in them, and none of the
// host's.
// env: FIRST=1
// env: EMPTY=
// env: EQUALS=a=b=c
// env: SNOW=☃
#include "check.h"

int main(void) {
    static const char *const expected[] = {"FIRST=1", "EMPTY=", "EQUALS=a=b=c", "SNOW=☃"};
    enum { COUNT = sizeof expected / sizeof *expected };
    size_t count, size, total = 0;
    OK(__wasi_environ_sizes_get(&count, &size));
    EQUAL(count, COUNT);
    for (int i = 0; i < COUNT; i++) total += strlen(expected[i]) + 1;
    EQUAL(size, total);
    uint8_t *variables[COUNT], bytes[128];
    memset(bytes, 0xaa, sizeof bytes);
    OK(__wasi_environ_get(variables, bytes));
    for (int i = 0; i < COUNT; i++) CHECK(strcmp((char *)variables[i], expected[i]) == 0);
    EQUAL(bytes[size], 0xaa);
    return 0;
}
