// A hash table with chains from malloc, filled, searched and emptied: allocation, pointers, cache misses.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SLOTS = 1 << 18, KEYS = 400000, ROUNDS = 4 };

struct entry {
    struct entry *next;
    uint32_t key, value;
};

static struct entry *table[SLOTS];

static uint32_t slot(uint32_t key) { return key * 2654435761u >> 14; }

static struct entry **find(uint32_t key) {
    struct entry **at = &table[slot(key)];
    while (*at && (*at)->key != key) at = &(*at)->next;
    return at;
}

int main(void) {
    uint64_t sum = 0;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t state = 99 + round;
        for (uint32_t i = 0; i < KEYS; i++) {
            state = state * 1664525 + 1013904223;
            struct entry **at = find(state >> 8);
            if (!*at) {
                *at = malloc(sizeof **at);
                if (!*at) return 1;
                **at = (struct entry){NULL, state >> 8, 0};
            }
            (*at)->value += i;
        }
        for (uint32_t key = 0; key < 1 << 21; key++) {
            struct entry *entry = *find(key);
            if (entry) sum = sum * 33 + entry->value;
        }
        for (uint32_t i = 0; i < SLOTS; i++)
            while (table[i]) {
                struct entry *dead = table[i];
                table[i] = dead->next, sum += dead->key;
                free(dead);
            }
    }
    printf("%llu\n", (unsigned long long)sum);
    return 0;
}
