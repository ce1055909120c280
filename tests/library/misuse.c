#define _POSIX_C_SOURCE 200809L

#include "misuse.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static void on_alarm(int signal)
{
    (void)signal;
    wasm_f();
}

int main(int argc, char **argv)
{
    if (!strcmp(argv[1], "early"))
        wasm_f();
    wasmc_instantiate(argc, argv, NULL);
    wasm_f();
    if (!strcmp(argv[1], "nested")) {
        signal(SIGALRM, on_alarm);
        alarm(1);
        wasm_forever();
    }
    wasmc_instantiate(argc, argv, NULL);
    return 0;
}
