#include "numbers.h"

#include <inttypes.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    int32_t quotient, remainder, i32;
    int64_t i64;
    float f32;
    double f64;

    wasmc_instantiate(argc, argv, NULL);
    printf("factorial %" PRId64 "\n", wasm_factorial(20));
    printf("decrement %" PRId32 " %" PRId32 "\n", wasm_decrement(0), wasm_decrement(INT32_MIN));
    printf("half %g\n", wasm_half(3));
    wasm_divmod(-17, 5, &quotient, &remainder);
    printf("divmod %" PRId32 " %" PRId32 "\n", quotient, remainder);
    wasm_mixed(INT64_MIN, &i64, &f32, &f64, &i32);
    printf("mixed %" PRId64 " %g %g %" PRId32 "\n", i64, f32, f64, i32);
    printf("many %g\n", wasm_many(-1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -100, 1000, 10000, 0.25f));
    printf("same %" PRIx64 "\n", wasm_same(UINT64_C(0xfedcba9876543210)));
    wasm_nothing();
    printf("names %d %d %d %d\n", wasm_myZ2Dfunc(), wasm_Z5A(), wasm_(), wasm_ZC3ZA9Z2AZ2F());
    return 0;
}
