#include "memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    wasmc_instantiate(0, NULL, NULL);
    printf("%" PRIu64 " bytes: %s\n", wasm_memory_bytes(), (const char *)wasm_memory_data() + 16);
    wasm_upper(16, 5);
    printf("%s\n", (const char *)wasm_memory_data() + 16);
    printf("grow %" PRId32 "\n", wasm_grow(2));
    printf("grow %" PRId32 "\n", wasm_grow(2));
    printf("%" PRIu64 " bytes: %s\n", wasm_memory_bytes(), (const char *)wasm_memory_data() + 16);
    strcpy((char *)wasm_memory_data() + 3 * 65536 - 4, "end");
    wasm_upper(3 * 65536 - 4, 3);
    printf("%s\n", (const char *)wasm_memory_data() + 3 * 65536 - 4);
    printf("%" PRId32 " %" PRId32 "\n", wasm_memoryZ5Fdata(), wasm_memoryZ5Fbytes());
    return 0;
}
