// Tokens of generated JSON, again and again: bytes, a switch, numbers and strings.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { ROUNDS = 150 };
static char text[4 << 20];

struct totals {
    uint32_t objects, arrays, strings, numbers, words, depth;
    double sum;
    uint32_t hash;
};

static size_t generate(void) {
    size_t length = 0;
    uint32_t state = 7;
    text[length++] = '[';
    while (length < sizeof text - 200) {
        state = state * 1664525 + 1013904223;
        length += (size_t)snprintf(text + length, 200,
                                   "%s{\"id\": %u, \"name\": \"item \\\"%u\\\"\", \"price\": %u.%02u, \"tags\": [\"a\", %s, null], "
                                   "\"deep\": [[%u], [-%u]]}",
                                   length > 1 ? ", " : "", state >> 16, state >> 20, state >> 22, state >> 8 & 63,
                                   state & 1024 ? "true" : "false", state >> 12 & 255, state >> 5 & 1023);
    }
    text[length++] = ']';
    return length;
}

static const char *number(const char *at, double *value) {
    double sign = 1, scale = 1;
    *value = 0;
    if (*at == '-') sign = -1, at++;
    for (; *at >= '0' && *at <= '9'; at++) *value = *value * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9'; at++) *value = *value * 10 + (*at - '0'), scale *= 10;
    *value *= sign / scale;
    return at;
}

static int scan(const char *at, const char *end, struct totals *totals) {
    uint32_t depth = 0;
    double value;
    while (at < end) {
        switch (*at) {
        case ' ': case '\n': case ',': case ':':
            at++;
            break;
        case '{': case '[':
            *at == '{' ? totals->objects++ : totals->arrays++;
            if (++depth > totals->depth) totals->depth = depth;
            at++;
            break;
        case '}': case ']':
            depth--, at++;
            break;
        case '"':
            for (at++; *at != '"'; at++) {
                if (*at == '\\') at++;
                totals->hash = totals->hash * 31 + (uint8_t)*at;
            }
            totals->strings++, at++;
            break;
        case 't': case 'n':
            totals->words++, at += 4;
            break;
        case 'f':
            totals->words++, at += 5;
            break;
        case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
            at = number(at, &value);
            totals->numbers++, totals->sum += value;
            break;
        default:
            return 0;
        }
    }
    return depth == 0;
}

int main(void) {
    size_t length = generate();
    struct totals totals = {0};
    for (int round = 0; round < ROUNDS; round++)
        if (!scan(text, text + length, &totals)) return 1;
    printf("%u %u %u %u %u %u %.2f %08x\n", totals.objects, totals.arrays, totals.strings, totals.numbers, totals.words,
           totals.depth, totals.sum, totals.hash);
    return 0;
}
