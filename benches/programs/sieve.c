// Primes below 250 million, by segments of 256 KiB: byte stores and loads.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { LIMIT = 250000000, ROOT = 20000, SEGMENT = 1 << 18 };
static uint8_t small[ROOT + 1], composite[SEGMENT];
static uint32_t primes[2500], next[2500];

int main(void) {
    uint32_t count = 0, found = 0;
    uint64_t sum = 0;
    for (uint32_t i = 2; i <= ROOT; i++) {
        if (small[i]) continue;
        primes[count] = i, next[count++] = i * i;
        for (uint32_t j = i * i; j <= ROOT; j += i) small[j] = 1;
    }
    for (uint32_t low = 0; low < LIMIT; low += SEGMENT) {
        memset(composite, 0, sizeof composite);
        for (uint32_t p = 0; p < count; p++) {
            uint32_t j = next[p] - low;
            for (; j < SEGMENT; j += primes[p]) composite[j] = 1;
            next[p] = low + j;
        }
        for (uint32_t i = 0; i < SEGMENT && low + i < LIMIT; i++)
            if (!composite[i] && low + i > 1) found++, sum += low + i;
    }
    printf("%u %llu\n", found, (unsigned long long)sum);
    return 0;
}
