#include "memories.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    wasmc_instantiate(0, NULL, NULL);
    printf("%" PRIu64 " bytes\n", wasm_first_bytes());
    printf("%" PRIu64 " bytes: %s\n", wasm_long_bytes(), (const char *)wasm_long_data() + 65530);
    printf("%" PRIu64 " bytes: %s\n", wasm_bytes_bytes(), (const char *)wasm_bytes_data());
    printf("grow %" PRId64 " %" PRId32 "\n", wasm_grow_long(9), wasm_grow_bytes(5));
    strcpy((char *)wasm_long_data() + 10 * 65536 - 8, "written");
    printf("load %c\n", (char)wasm_load_long(10 * 65536 - 2));
    wasm_copy(3, 10 * 65536 - 8, 8);
    printf("%" PRIu64 " bytes: %s\n", wasm_bytes_bytes(), (const char *)wasm_bytes_data());
    return 0;
}
