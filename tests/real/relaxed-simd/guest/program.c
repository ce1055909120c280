// Relaxed vector instructions in kernels: quantized layers of a neural network by 8-bit dot products, a convolution and a
// polynomial by fused or unfused multiplication, lookups, conversions. Where an instruction may give different results on
// different processors, its operands are such that it does not, or the result is compared with a bound.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <wasm_simd128.h>

static uint32_t state = 2463534242;

static uint32_t next(void) {
    state ^= state << 13;
    state ^= state >> 17;
    return state ^= state << 5;
}

static uint64_t mix(uint64_t hash, uint32_t word) { return (hash ^ word) * 1099511628211u; }

static int32_t sum(v128_t v) {
    return wasm_i32x4_extract_lane(v, 0) + wasm_i32x4_extract_lane(v, 1) + wasm_i32x4_extract_lane(v, 2) + wasm_i32x4_extract_lane(v, 3);
}

// One layer: signed activations, weights of seven bits, which is what the dot product is exact for.
enum { INPUTS = 256, OUTPUTS = 64 };
static int8_t activations[INPUTS], weights[OUTPUTS][INPUTS];

static void layer(void) {
    uint64_t hash = 14695981039346656037u;
    int wrong = 0;
    for (int turn = 0; turn < 20; turn++) {
        for (int i = 0; i < INPUTS; i++) activations[i] = (int8_t)next();
        for (int o = 0; o < OUTPUTS; o++) {
            for (int i = 0; i < INPUTS; i++) weights[o][i] = (int8_t)(next() & 0x7f);
        }
        for (int o = 0; o < OUTPUTS; o++) {
            v128_t total = wasm_i32x4_splat(0), pairs = wasm_i16x8_splat(0);
            int32_t expected = 0;
            for (int i = 0; i < INPUTS; i += 16) {
                v128_t a = wasm_v128_load(activations + i), w = wasm_v128_load(weights[o] + i);
                total = wasm_i32x4_relaxed_dot_i8x16_i7x16_add(a, w, total);
                pairs = wasm_v128_xor(pairs, wasm_i16x8_relaxed_dot_i8x16_i7x16(a, w));
                for (int k = 0; k < 16; k++) expected += activations[i + k] * weights[o][i + k];
            }
            wrong += sum(total) != expected;
            hash = mix(mix(hash, (uint32_t)sum(total)), (uint32_t)sum(pairs));
        }
    }
    printf("layer %016llx, %d wrong\n", (unsigned long long)hash, wrong);
}

// Products of small integers are exact, so it does not matter whether each is rounded.
static void convolution(void) {
    static float image[64][64], result[64][64], expected[64][64];
    float kernel[3][3];
    for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) image[y][x] = (float)(int32_t)(next() % 256) - 128;
    }
    for (int i = 0; i < 9; i++) kernel[i / 3][i % 3] = (float)(int32_t)(next() % 16) - 8;
    for (int y = 1; y < 63; y++) {
        for (int x = 1; x + 4 < 64; x += 4) {
            v128_t total = wasm_f32x4_splat(0), less = wasm_f32x4_splat(1000);
            for (int i = 0; i < 9; i++) {
                v128_t part = wasm_v128_load(&image[y + i / 3 - 1][x + i % 3 - 1]), factor = wasm_f32x4_splat(kernel[i / 3][i % 3]);
                total = wasm_f32x4_relaxed_madd(part, factor, total);
                less = wasm_f32x4_relaxed_nmadd(part, factor, less);
            }
            wasm_v128_store(&result[y][x], wasm_f32x4_add(total, wasm_f32x4_mul(less, wasm_f32x4_splat(2))));
            for (int k = 0; k < 4; k++) {
                float plain = 0;
                for (int i = 0; i < 9; i++) plain += image[y + i / 3 - 1][x + k + i % 3 - 1] * kernel[i / 3][i % 3];
                expected[y][x + k] = plain + 2 * (1000 - plain);
            }
        }
    }
    double total = 0;
    int wrong = 0;
    for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
            wrong += result[y][x] != expected[y][x];
            total = total * 0.999 + result[y][x];
        }
    }
    printf("convolution %.3f, %d wrong\n", total, wrong);
}

// The sine by its series: fused or not, within a bound.
static void series(void) {
    static const double factors[] = {
        -1.0 / 1307674368000.0, 1.0 / 6227020800.0, -1.0 / 39916800.0, 1.0 / 362880.0, -1.0 / 5040.0, 1.0 / 120.0, -1.0 / 6.0, 1.0,
    };
    double worst = 0;
    float worst_single = 0;
    for (int i = -1000; i < 1000; i += 2) {
        v128_t x = wasm_f64x2_make(i / 640.0, (i + 1) / 640.0), square = wasm_f64x2_mul(x, x), y = wasm_f64x2_splat(0);
        v128_t single = wasm_f32x4_splat((float)(i / 640.0)), single_square = wasm_f32x4_mul(single, single);
        v128_t z = wasm_f32x4_splat(0);
        for (int k = 0; k < 8; k++) {
            y = wasm_f64x2_relaxed_madd(y, square, wasm_f64x2_splat(factors[k]));
            z = wasm_f32x4_relaxed_madd(z, single_square, wasm_f32x4_splat((float)factors[k]));
        }
        y = wasm_f64x2_mul(y, x);
        // x - sin x, both ways of which are within the bound.
        v128_t difference = wasm_f64x2_relaxed_nmadd(y, wasm_f64x2_splat(1), x);
        double error = fabs(wasm_f64x2_extract_lane(y, 0) - sin(i / 640.0));
        error = fmax(error, fabs(wasm_f64x2_extract_lane(y, 1) - sin((i + 1) / 640.0)));
        error = fmax(error, fabs(wasm_f64x2_extract_lane(difference, 0) - (i / 640.0 - sin(i / 640.0))));
        worst = fmax(worst, error);
        float single_error = fabsf(wasm_f32x4_extract_lane(wasm_f32x4_mul(z, single), 2) - sinf((float)(i / 640.0)));
        worst_single = fmaxf(worst_single, single_error);
    }
    printf("series within bounds: %d %d\n", worst < 3e-11, worst_single < 1e-6f);
}

static void lookups(void) {
    static const char digits[16] = "0123456789abcdef";
    uint64_t hash = 14695981039346656037u;
    for (int turn = 0; turn < 500; turn++) {
        uint8_t indices[16];
        // In range, or so far out of it that all give zero.
        for (int i = 0; i < 16; i++) indices[i] = (uint8_t)(next() % 3 ? next() % 16 : 128 + next() % 128);
        v128_t found = wasm_i8x16_relaxed_swizzle(wasm_v128_load(digits), wasm_v128_load(indices));
        v128_t mask = wasm_i16x8_gt(found, wasm_i16x8_splat(0x3432));
        v128_t chosen = wasm_i16x8_relaxed_laneselect(found, wasm_v128_not(found), mask);
        chosen = wasm_i8x16_relaxed_laneselect(chosen, wasm_i8x16_splat(7), wasm_i8x16_eq(found, wasm_i8x16_splat(0)));
        chosen = wasm_i32x4_relaxed_laneselect(chosen, found, wasm_i32x4_lt(found, chosen));
        chosen = wasm_i64x2_relaxed_laneselect(chosen, found, wasm_i64x2_ne(found, chosen));
        for (int i = 0; i < 4; i++) hash = mix(hash, ((uint32_t *)&chosen)[i]);
        v128_t product = wasm_i16x8_relaxed_q15mulr(wasm_v128_or(chosen, wasm_i16x8_splat(1)), wasm_v128_or(found, wasm_i16x8_splat(1)));
        hash = mix(hash, (uint32_t)sum(product));
    }
    printf("lookups %016llx\n", (unsigned long long)hash);
}

static void conversions(void) {
    uint64_t hash = 14695981039346656037u;
    for (int turn = 0; turn < 1000; turn++) {
        float a = (float)(int32_t)next() / 3, b = (float)(next() >> 1) / 7;
        v128_t singles = wasm_f32x4_make(a, -a, a / 1000, -b), positive = wasm_f32x4_make(b, b * 3, b / 9, fabsf(a));
        v128_t doubles = wasm_f64x2_make(a * 0.9, b * 1.3), large = wasm_f64x2_make(b * 2.5, fabs(a * 1.0));
        v128_t least = wasm_f32x4_relaxed_min(singles, positive), most = wasm_f32x4_relaxed_max(singles, positive);
        v128_t least_double = wasm_f64x2_relaxed_min(doubles, large), most_double = wasm_f64x2_relaxed_max(doubles, large);
        v128_t parts[] = {
            wasm_i32x4_relaxed_trunc_f32x4(singles), wasm_u32x4_relaxed_trunc_f32x4(positive),
            wasm_i32x4_relaxed_trunc_f64x2_zero(doubles), wasm_u32x4_relaxed_trunc_f64x2_zero(large),
            least, most, least_double, most_double,
        };
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 4; k++) hash = mix(hash, ((uint32_t *)&parts[i])[k]);
        }
    }
    printf("conversions %016llx\n", (unsigned long long)hash);
}

int main(void) {
    layer();
    convolution();
    series();
    lookups();
    conversions();
    return 0;
}
