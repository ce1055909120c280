// Without arguments the guest gets its own name and nothing else.
#include "check.h"

int main(void) {
    size_t count, size;
    OK(__wasi_args_sizes_get(&count, &size));
    EQUAL(count, 1);
    CHECK(size > 1 && size < 4096);
    static uint8_t *argv[1], bytes[4096];
    OK(__wasi_args_get(argv, bytes));
    EQUAL(strlen((char *)argv[0]) + 1, size);
    return 0;
}
