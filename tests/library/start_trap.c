#include "start_trap.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    wasmc_instantiate(argc, argv, NULL);
    puts("not reached");
    return 0;
}
