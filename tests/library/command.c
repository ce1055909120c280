#include "command.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    wasmc_instantiate(argc, argv, NULL);
    printf("%d calls\n", (int)wasm_calls());
    wasm__start();
    wasm__start();
    printf("%d calls\n", (int)wasm_calls());
    return 0;
}
