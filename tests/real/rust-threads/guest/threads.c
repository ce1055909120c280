// The part of a C library with POSIX threads that Rust's standard library needs of one, on `wasi.thread-spawn`. Debian 12 has such
// a library for WASI only without threads; its allocator is used under a lock here, and nothing else of it has state.

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS = 32, DESTRUCTOR_ROUNDS = 4, STACK_DEFAULT = 256 << 10 };

// What a thread is for others; start.s reads the first two words.
struct thread {
    unsigned char *stack_end;
    void *tls;
    void *(*start)(void *);
    void *argument;
    void *block;
    // 0 until it has ended; joiners wait here.
    _Atomic int ended;
};

struct attributes {
    size_t stack_bytes;
};

__attribute__((import_module("wasi"), import_name("thread-spawn"))) int32_t thread_spawn(struct thread *);
void __wasm_init_tls(void *);

static void wait(_Atomic int *word, int value) { __builtin_wasm_memory_atomic_wait32((int *)word, value, -1); }
static void wake(_Atomic int *word, unsigned count) { __builtin_wasm_memory_atomic_notify((int *)word, count); }

// A lock: 0 free, 1 taken, 2 taken and waited for.
static _Atomic int heap_lock;

static void lock(void) {
    int seen = 0;
    if (atomic_compare_exchange_strong(&heap_lock, &seen, 1)) return;
    while (atomic_exchange(&heap_lock, 2) != 0) wait(&heap_lock, 2);
}

static void unlock(void) {
    if (atomic_exchange(&heap_lock, 0) == 2) wake(&heap_lock, 1);
}

// The linker gives these in place of the C library's, which they wrap, to all of the program.
void *__real_malloc(size_t bytes);
void *__real_calloc(size_t count, size_t bytes);
void *__real_realloc(void *block, size_t bytes);
void *__real_aligned_alloc(size_t alignment, size_t bytes);
int __real_posix_memalign(void **block, size_t alignment, size_t bytes);
void __real_free(void *block);

#define LOCKED(type, call)  \
    {                       \
        lock();             \
        type result = call; \
        unlock();           \
        return result;      \
    }
void *__wrap_malloc(size_t bytes) LOCKED(void *, __real_malloc(bytes))
void *__wrap_calloc(size_t count, size_t bytes) LOCKED(void *, __real_calloc(count, bytes))
void *__wrap_realloc(void *block, size_t bytes) LOCKED(void *, __real_realloc(block, bytes))
void *__wrap_aligned_alloc(size_t alignment, size_t bytes) LOCKED(void *, __real_aligned_alloc(alignment, bytes))
int __wrap_posix_memalign(void **block, size_t alignment, size_t bytes) LOCKED(int, __real_posix_memalign(block, alignment, bytes))

void __wrap_free(void *block) {
    lock();
    __real_free(block);
    unlock();
}

// ---- Variables of threads that have destructors ----

static struct {
    _Atomic int taken;
    void (*destructor)(void *);
} keys[KEYS];
static _Thread_local void *values[KEYS];

int pthread_key_create(unsigned *key, void (*destructor)(void *)) {
    for (unsigned i = 1; i < KEYS; i++) {
        int free = 0;
        if (atomic_compare_exchange_strong(&keys[i].taken, &free, 1)) {
            keys[i].destructor = destructor;
            *key = i;
            return 0;
        }
    }
    return EAGAIN;
}

int pthread_key_delete(unsigned key) {
    atomic_store(&keys[key].taken, 0);
    return 0;
}

void *pthread_getspecific(unsigned key) { return values[key]; }

int pthread_setspecific(unsigned key, const void *value) {
    values[key] = (void *)value;
    return 0;
}

static void destroy_values(void) {
    for (int round = 0; round < DESTRUCTOR_ROUNDS; round++) {
        for (unsigned i = 1; i < KEYS; i++) {
            void *value = values[i];
            values[i] = NULL;
            if (value && keys[i].destructor) keys[i].destructor(value);
        }
    }
}

// ---- Threads ----

int pthread_attr_init(struct attributes *attributes) {
    attributes->stack_bytes = STACK_DEFAULT;
    return 0;
}

int pthread_attr_setstacksize(struct attributes *attributes, size_t bytes) {
    attributes->stack_bytes = bytes < 16384 ? 16384 : bytes;
    return 0;
}

int pthread_attr_destroy(struct attributes *attributes) { return 0; }

// A thread's stack, its variables and this record are in one block, which its joiner gives back.
int pthread_create(struct thread **created, const struct attributes *attributes, void *(*start)(void *), void *argument) {
    size_t alignment = __builtin_wasm_tls_align() < 16 ? 16 : __builtin_wasm_tls_align();
    size_t stack_bytes = (attributes ? attributes->stack_bytes : STACK_DEFAULT) + 15 & -16ul;
    size_t tls_at = stack_bytes + alignment - 1 & -alignment;
    size_t thread_at = tls_at + __builtin_wasm_tls_size() + 15 & -16ul;
    unsigned char *block = NULL;
    if (__wrap_posix_memalign((void **)&block, alignment, thread_at + sizeof(struct thread)) != 0) return EAGAIN;
    struct thread *thread = (struct thread *)(block + thread_at);
    *thread = (struct thread){
        .stack_end = block + stack_bytes, .tls = block + tls_at, .start = start, .argument = argument, .block = block,
    };
    *created = thread;
    if (thread_spawn(thread) < 0) {
        __wrap_free(block);
        return EAGAIN;
    }
    return 0;
}

// Called by start.s, on the new thread's stack and with its variables.
void run_thread(int32_t number, struct thread *thread) {
    thread->start(thread->argument);
    destroy_values();
    atomic_store(&thread->ended, 1);
    wake(&thread->ended, -1u);
}

int pthread_join(struct thread *thread, void **result) {
    while (!atomic_load(&thread->ended)) wait(&thread->ended, 0);
    __wrap_free(thread->block);
    if (result) *result = NULL;
    return 0;
}

// The block of a detached thread is not given back: it would have to be by the thread that is on it.
int pthread_detach(struct thread *thread) { return 0; }
