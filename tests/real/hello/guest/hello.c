/* The smallest program that people try first. */
#include <stdio.h>

int main(void) {
  puts("hello, world");
  return 0;
}
