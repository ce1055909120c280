// Without `env:` the environment is empty, even if the host has variables.
#include "check.h"

int main(void) {
    size_t count = 7, size = 7;
    OK(__wasi_environ_sizes_get(&count, &size));
    EQUAL(count, 0);
    EQUAL(size, 0);
    uint8_t *variables = (uint8_t *)&count, bytes = 0xaa;
    OK(__wasi_environ_get(&variables, &bytes));
    CHECK(variables == (uint8_t *)&count);
    EQUAL(bytes, 0xaa);
    return 0;
}
