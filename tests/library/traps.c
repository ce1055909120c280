#include "traps.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    wasmc_instantiate(argc, argv, NULL);
    printf("%d\n", (int)wasm_division(1));
    if (!strcmp(argv[1], "unreachable"))
        wasm_unreachable();
    if (!strcmp(argv[1], "memory"))
        printf("%d\n", (int)wasm_memory());
    if (!strcmp(argv[1], "recursion"))
        wasm_recursion();
    printf("%d\n", (int)wasm_division(0));
    return 0;
}
