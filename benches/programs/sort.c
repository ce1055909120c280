// Quicksort of 2.5 million records through a comparison function: indirect calls, branches that cannot be predicted.
#include <stdint.h>
#include <stdio.h>

enum { COUNT = 2500000 };

struct record {
    uint32_t key, serial;
};
typedef int order(const struct record *, const struct record *);

static struct record records[COUNT];

static int by_key(const struct record *a, const struct record *b) {
    return a->key != b->key ? (a->key < b->key ? -1 : 1) : (a->serial < b->serial ? -1 : a->serial > b->serial);
}

static int by_low_bits(const struct record *a, const struct record *b) {
    uint32_t x = a->key & 0xffff, y = b->key & 0xffff;
    return x != y ? (x < y ? -1 : 1) : by_key(a, b);
}

static void sort(struct record *first, struct record *last, order *compare) {
    while (last - first > 16) {
        struct record pivot = first[(last - first) / 2], *low = first, *high = last - 1;
        while (low <= high) {
            while (compare(low, &pivot) < 0) low++;
            while (compare(high, &pivot) > 0) high--;
            if (low <= high) {
                struct record swap = *low;
                *low++ = *high, *high-- = swap;
            }
        }
        if (high - first < last - low) {
            sort(first, high + 1, compare), first = low;
        } else {
            sort(low, last, compare), last = high + 1;
        }
    }
    for (struct record *end = first + 1; end < last; end++) {
        struct record taken = *end, *hole = end;
        for (; hole > first && compare(&taken, hole - 1) < 0; hole--) *hole = hole[-1];
        *hole = taken;
    }
}

int main(int argc, char **argv) {
    (void)argv;
    uint32_t state = 12345;
    for (uint32_t i = 0; i < COUNT; i++) {
        state ^= state << 13, state ^= state >> 17, state ^= state << 5;
        records[i] = (struct record){state, i};
    }
    // The compiler cannot know which function is called.
    order *orders[2] = {by_key, by_low_bits};
    uint64_t sum = 0;
    for (int round = 0; round < 2; round++) {
        sort(records, records + COUNT, orders[(round + argc) & 1]);
        for (uint32_t i = 0; i < COUNT; i += 1000) sum = sum * 31 + records[i].serial;
    }
    printf("%llu\n", (unsigned long long)sum);
    return 0;
}
