// Random bytes fill the buffer to its last byte and not beyond, for small and large buffers, and differ in each call.
#include "check.h"

enum { LARGE = 1 << 20 };
static uint8_t large[LARGE + 1];

int main(void) {
    uint8_t first[32] = {0}, second[32] = {0};
    OK(__wasi_random_get(first, sizeof first));
    OK(__wasi_random_get(second, sizeof second));
    CHECK(memcmp(first, second, sizeof first) != 0);
    OK(__wasi_random_get(first, 0));

    large[LARGE] = 0xaa;
    OK(__wasi_random_get(large, LARGE));
    EQUAL(large[LARGE], 0xaa);
    // Every value appears in every quarter: a call that stops early leaves zeros. (Chance of a miss: below 10^-400.)
    for (int quarter = 0; quarter < 4; quarter++) {
        unsigned seen[256] = {0};
        for (int i = 0; i < LARGE / 4; i++) seen[large[quarter * (LARGE / 4) + i]]++;
        for (int value = 0; value < 256; value++) CHECK(seen[value] > 0 && seen[value] < 4096);
    }
    return 0;
}
