// Threads of the C library.
#include "platform.h"
#include <pthread.h>

struct start {
    void (*function)(void *);
    void *argument;
};

static void *run(void *argument) {
    struct start *start = argument;
    start->function(start->argument);
    return NULL;
}

void run_in_thread(void (*function)(void *), void *argument) {
    struct start start = {function, argument};
    pthread_t thread;
    pthread_create(&thread, NULL, run, &start);
    pthread_join(thread, NULL);
}

int main(void) {
    return program() != 2;
}
