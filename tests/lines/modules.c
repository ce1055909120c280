// Each of several linked modules has lines of its own, and frames of a library have its name, inlined ones too.
// library: geometry
// build: -g
// build: --backtrace=full -O2

#ifdef LIBRARY

static inline __attribute__((always_inline)) int at(const int *place) {
    return *place;
}

__attribute__((export_name("measure"))) int measure(int place) {
    return at((const int *)place);
}

#else

__attribute__((import_module("geometry"), import_name("measure"))) int measure(int place);

__attribute__((noinline)) int twice(int place) {
    return measure(place) * 2;
}

volatile int result;

__attribute__((export_name("_start"))) void start(void) {
    result = twice(0x7fffff00);
}

#endif
