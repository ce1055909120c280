// The smallest useful program: what cold_start and code_size build.
#include <stdio.h>

int main(void) {
    puts("hello, world");
    return 0;
}
