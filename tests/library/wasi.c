#include "wasi.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char seen[] = "SEEN=yes", hidden[] = "HIDDEN=yes";
    char *environment[3];
    char *memory;
    int count;

    environment[0] = hidden;
    environment[1] = seen;
    environment[2] = NULL;
    setvbuf(stdout, NULL, _IONBF, 0);
    wasmc_instantiate(argc, argv, environment);
    memory = (char *)wasm_memory_data();
    printf("%d arguments\n", (int)wasm_argumentZ20count());
    count = (int)wasm_environment(1024);
    for (memory += 1024; count-- > 0; memory += strlen(memory) + 1)
        printf("%s\n", memory);
    if (argc > 1 && !strcmp(argv[1], "exit"))
        wasm_exit(7);
    return 0;
}
