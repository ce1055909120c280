// A report names the functions that were inlined at the place of the trap, and the line of each frame.
// build: --backtrace=full
// build: -g
// build: -g -O2
// build: --backtrace=full -O0
// build: --backtrace=full --bounds-checks=explicit
// build: -g --backtrace=names
// build: -g --backtrace=none

static inline __attribute__((always_inline)) int element(const int *array, int index) {
    return array[index];
}

static inline __attribute__((always_inline)) int sum(const int *array, int count) {
    int total = 0;
    for (int index = 0; index < count; index++)
        total += element(array, index);
    return total;
}

__attribute__((noinline)) int checked(const int *array, int count) {
    if (count < 0)
        __builtin_trap();
    return sum(array, count) + 1;
}

int result;

__attribute__((export_name("_start"))) void start(void) {
    result = checked((const int *)0x7ffffff0, 100);
}
