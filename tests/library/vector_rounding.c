#include "vector_rounding.h"

#include <stdio.h>

/* Sets the way of rounding of fixed-point vector instructions, of which there are four. */
static void set_rounding(unsigned way)
{
#ifdef __riscv
    __asm__ volatile("csrw 0x00a, %0" : : "r"(way));
#else
    (void)way;
#endif
}

#define ROUNDED(way, call) (set_rounding(way), call)

int main(int argc, char **argv)
{
    unsigned way;

    wasmc_instantiate(argc, argv, NULL);
    for (way = 0; way < 4; way++) {
        printf("%d ", (int)ROUNDED(way, wasm_average(1, 2)));
        printf("%d ", (int)ROUNDED(way, wasm_average(254, 255)));
        printf("%d ", (int)ROUNDED(way, wasm_average_wide(1, 2)));
        printf("%d ", (int)ROUNDED(way, wasm_average_wide(65534, 65535)));
        printf("%d ", (int)ROUNDED(way, wasm_product(16385, 1)));
        printf("%d ", (int)ROUNDED(way, wasm_product(16383, 1)));
        printf("%d ", (int)ROUNDED(way, wasm_product(-32768, -32768)));
        printf("%d\n", (int)ROUNDED(way, wasm_product(-16385, 1)));
    }
    return 0;
}
