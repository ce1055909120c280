// LZ77 with a hash of three bytes, and back: short copies, matches, comparisons of bytes.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SIZE = 8 << 20, WINDOW = 1 << 16, ROUNDS = 10 };
static uint8_t plain[SIZE], packed[SIZE * 2], back[SIZE];
static int32_t latest[1 << 15];

static void generate(uint32_t seed) {
    static const char *const words[16] = {"the ",    "linear ", "memory ", "of ",     "a ",       "module ",  "holds ", "bytes ",
                                          "and ",    "tables ", "hold ",   "references, ", "which ", "trap ", "when ",  "null.\n"};
    uint32_t state = seed;
    for (size_t at = 0; at < SIZE;) {
        state = state * 1664525 + 1013904223;
        const char *word = words[state >> 28];
        for (; *word && at < SIZE; word++) plain[at++] = (uint8_t)*word;
        if ((state >> 8 & 31) == 0 && at < SIZE) plain[at++] = (uint8_t)(state >> 16);
    }
}

// A literal is 0, length, bytes; a match is its length (4..255), then the distance as two bytes.
static size_t squeeze(void) {
    size_t out = 0, literals = 0;
    memset(latest, 0xff, sizeof latest);
    for (size_t at = 0; at < SIZE;) {
        size_t length = 0, distance = 0;
        if (at + 3 < SIZE) {
            uint32_t three = plain[at] | plain[at + 1] << 8 | plain[at + 2] << 16;
            uint32_t slot = three * 2654435761u >> 17;
            int32_t candidate = latest[slot];
            latest[slot] = (int32_t)at;
            if (candidate >= 0 && at - (size_t)candidate < WINDOW) {
                distance = at - (size_t)candidate;
                while (length < 255 && at + length < SIZE && plain[at + length] == plain[(size_t)candidate + length]) length++;
            }
        }
        if (length >= 4) {
            literals = 0;
            packed[out++] = (uint8_t)length, packed[out++] = (uint8_t)distance, packed[out++] = (uint8_t)(distance >> 8);
            at += length;
        } else {
            if (literals == 0 || packed[literals] == 255) packed[out] = 0, packed[out + 1] = 0, literals = out + 1, out += 2;
            packed[literals]++, packed[out++] = plain[at++];
        }
    }
    return out;
}

static int expand(size_t size) {
    size_t out = 0;
    for (size_t at = 0; at < size;) {
        uint32_t length = packed[at++];
        if (length == 0) {
            length = packed[at++];
            memcpy(back + out, packed + at, length);
            at += length;
        } else {
            uint32_t distance = packed[at] | packed[at + 1] << 8;
            at += 2;
            for (uint32_t i = 0; i < length; i++) back[out + i] = back[out + i - distance];
        }
        out += length;
    }
    return out == SIZE && memcmp(plain, back, SIZE) == 0;
}

int main(void) {
    uint64_t total = 0;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        generate(round + 1);
        size_t size = squeeze();
        if (!expand(size)) return 1;
        total += size;
    }
    printf("%llu\n", (unsigned long long)total);
    return 0;
}
