/* For a system without headers here: compiled freestanding and linked, not run. */
#include "rounding.h"

int main(int argc, char **argv)
{
    wasmc_instantiate(argc, argv, 0);
    return (int)wasm_ceil(1.5f) + (int)wasm_floor(40.5);
}
