// Threads of wasi-threads, without a C library: `threads.h` is that of the suite `threads`.
#include "threads.h"

#include "platform.h"

static struct thread thread;

void run_in_thread(void (*function)(void *), void *argument) {
    start(&thread, function, argument);
    join(&thread);
}

static int run(void) {
    return program() != 2;
}
