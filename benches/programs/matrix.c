// Product of two 1280 x 1280 matrices of doubles, by blocks that fit a cache.
#include <stdio.h>

enum { SIZE = 1280, BLOCK = 64 };
static double a[SIZE][SIZE], b[SIZE][SIZE], c[SIZE][SIZE];

int main(void) {
    for (int i = 0; i < SIZE; i++)
        for (int j = 0; j < SIZE; j++) a[i][j] = (i * 7 + j * 3) % 11 - 5, b[i][j] = (i * 5 + j * 13) % 17 - 8;
    for (int ii = 0; ii < SIZE; ii += BLOCK)
        for (int kk = 0; kk < SIZE; kk += BLOCK)
            for (int i = ii; i < ii + BLOCK; i++)
                for (int k = kk; k < kk + BLOCK; k++) {
                    double factor = a[i][k];
                    for (int j = 0; j < SIZE; j++) c[i][j] += factor * b[k][j];
                }
    double sum = 0;
    for (int i = 0; i < SIZE; i++)
        for (int j = 0; j < SIZE; j++) sum += c[i][j] * ((i ^ j) & 1 ? 1 : -1);
    printf("%.1f\n", sum);
    return 0;
}
