// A megabyte in small pieces arrives complete and in order.
// stdout-repeat: 65536 fifteen bytes. \n
#include "check.h"

int main(void) {
    for (int i = 0; i < 65536; i++) write_all(STDOUT, "fifteen bytes. \n", 16);
    return 0;
}
