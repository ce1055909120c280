#include "rounding.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char copy[64];

    wasmc_instantiate(argc, argv, NULL);
    printf("%g %g %g\n", wasm_ceil(1.25f), wasm_floor(-1.25), wasm_nearest(2.5));
    printf("%x\n", (unsigned)wasm_swizzle(0x01020304));
    /* Lengths that no compiler knows. */
    memset(copy, 'a' + argc, sizeof copy - (size_t)argc);
    memmove(copy + argc, copy, 8 * (size_t)argc);
    printf("%.4s %d\n", copy, memcmp(copy, copy + argc, (size_t)argc));
    return 0;
}
