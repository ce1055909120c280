// Yielding succeeds, any number of times.
#include "check.h"

int main(void) {
    for (int i = 0; i < 100; i++) OK(__wasi_sched_yield());
    return 0;
}
