// Two threads with their own arguments and thread-local variables, and memory that they share.
#include "platform.h"

struct job {
    int number;
    int result;
    struct job *next;
};

static struct job jobs[2] = {{30, 0, &jobs[1]}, {12, 0, 0}};
static _Thread_local int depth = 5;
static int finished;

static int sum_below(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += i;
    depth += n;
    return sum;
}

static void work(void *argument) {
    struct job *job = argument;
    job->result = sum_below(job->number);
    finished++;
}

int program(void) {
    depth = 1000;
    run_in_thread(work, &jobs[0]);
    work(jobs[0].next);
    return finished;
}
