// If the address space is used up, `thread-spawn` returns a negative number and the other threads continue.
// limit: -v 8800000
// emulated: none: the limit is the emulator's too
// reference: differs: wasmtime reserves more address space than that
// reference-shows: started > 4 && started < THREADS, got 0
#include "threads.h"

enum { THREADS = 500 };
static struct thread threads[THREADS];
static uint32_t release, total;

static void work(void *argument) {
    (void)argument;
    await(&release, 1);
    add(&total, 1);
}

static int run(void) {
    for (int attempt = 0; attempt < 3; attempt++) {
        store(&release, 0);
        uint32_t started = 0;
        while (started < THREADS && try_start(&threads[started], work, 0) > 0) started++;
        CHECK(started > 4 && started < THREADS);
        CHECK(try_start(&threads[started], work, 0) < 0);
        count(&release);
        for (uint32_t i = 0; i < started; i++) join(&threads[i]);
        EQUAL(total, started);
        total = 0;
        // Until the last of them have given back what they stood on.
        sleep_for(20 * MS);
    }
    return 0;
}
