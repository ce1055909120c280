// Names of inlined functions are demangled; a trap that the code announces by itself has its line.
// build: -g
// build: -g -O2

namespace shapes {

struct Square {
    int side;
    inline __attribute__((always_inline)) int divide(int by) const { return side / by; }
};

template <typename T> __attribute__((noinline)) int area_per(const T &shape, int parts) {
    return shape.divide(parts) * shape.side;
}

} // namespace shapes

volatile int parts = 0;
volatile int result;

extern "C" __attribute__((export_name("_start"))) void start() {
    shapes::Square square{parts + 3};
    result = shapes::area_per(square, parts);
}
