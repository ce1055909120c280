// Too little address space for the memory's reservation: a start failure that says so, not a trap.
// driver: start-failure
// limit: -v 1048576
// status: 125
// reference: none: wasmtime itself needs more
#include "check.h"

int main(void) { return 0; }
