// C for 64-bit WebAssembly without a C library, since nobody has one: pointers and sizes have 64 bits, and the heap grows beyond
// 4 GiB. WASI's own pointers have 32 bits, so what it reads and writes stays below.

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))

struct vector {
    uint32_t base, length;
};

WASI(fd_write) uint32_t fd_write(uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written);
WASI(args_sizes_get) uint32_t args_sizes_get(uint32_t count, uint32_t bytes);
WASI(args_get) uint32_t args_get(uint32_t pointers, uint32_t bytes);
WASI(proc_exit) _Noreturn void proc_exit(uint32_t status);

_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8 && sizeof(long) == 8, "64-bit pointers");

// ---- What a C library would have ----

void *memcpy(void *to, const void *from, size_t bytes) {
    unsigned char *t = to;
    const unsigned char *f = from;
    while (bytes--) *t++ = *f++;
    return to;
}

void *memset(void *to, int byte, size_t bytes) {
    unsigned char *t = to;
    while (bytes--) *t++ = (unsigned char)byte;
    return to;
}

static char text[4096];
static uint32_t text_length;

static void flush(void) {
    static struct vector vector;
    static uint32_t written;
    vector.base = (uint32_t)(uintptr_t)text;
    vector.length = text_length;
    if (fd_write(1, (uint32_t)(uintptr_t)&vector, 1, (uint32_t)(uintptr_t)&written) != 0) proc_exit(100);
    text_length = 0;
}

static void put(char c) {
    if (text_length == sizeof text) flush();
    text[text_length++] = c;
}

static void put_number(uint64_t number, unsigned base) {
    char digits[24];
    int count = 0;
    do digits[count++] = "0123456789abcdef"[number % base];
    while (number /= base);
    while (count) put(digits[--count]);
}

// %u and %x take 64 bits.
static void print(const char *format, ...) {
    va_list args;
    va_start(args, format);
    for (; *format; format++) {
        if (*format != '%') {
            put(*format);
        } else if (*++format == 's') {
            for (const char *s = va_arg(args, const char *); *s; s++) put(*s);
        } else {
            put_number(va_arg(args, uint64_t), *format == 'x' ? 16 : 10);
        }
    }
    va_end(args);
}

// ---- An allocator: blocks of powers of two, in lists ----

extern unsigned char __heap_base;
static uintptr_t heap_end;
static void *lists[64];
static uint64_t allocated, reused;

static int size_class(size_t bytes) {
    return bytes <= 16 ? 4 : 64 - __builtin_clzl(bytes - 1);
}

static void *allocate(size_t bytes) {
    int class = size_class(bytes);
    allocated++;
    if (lists[class]) {
        void *block = lists[class];
        lists[class] = *(void **)block;
        reused++;
        return block;
    }
    if (!heap_end) heap_end = ((uintptr_t)&__heap_base + 15) & -16ul;
    uintptr_t block = heap_end;
    heap_end += 1ul << class;
    size_t pages = __builtin_wasm_memory_size(0);
    if (heap_end > pages << 16) {
        size_t more = ((heap_end - 1) >> 16) + 1 - pages;
        if (__builtin_wasm_memory_grow(0, more) == (size_t)-1) {
            print("no more memory\n");
            flush();
            proc_exit(101);
        }
    }
    return (void *)block;
}

static void release(void *block, size_t bytes) {
    int class = size_class(bytes);
    *(void **)block = lists[class];
    lists[class] = block;
}

// ---- The work ----

static uint64_t random_state = 88172645463325252;

static uint64_t random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

static uint64_t hash(const void *data, size_t bytes) {
    const unsigned char *at = data;
    uint64_t hash = 14695981039346656037ul;
    while (bytes--) hash = (hash ^ *at++) * 1099511628211ul;
    return hash;
}

typedef int comparison(const uint64_t *, const uint64_t *);

static int ascending(const uint64_t *a, const uint64_t *b) { return (*a > *b) - (*a < *b); }
static int descending(const uint64_t *a, const uint64_t *b) { return ascending(b, a); }
static int by_low_byte(const uint64_t *a, const uint64_t *b) {
    int order = (int)(*a & 255) - (int)(*b & 255);
    return order ? order : ascending(a, b);
}

static void sort(uint64_t *items, size_t count, comparison *compare) {
    while (count > 1) {
        uint64_t pivot = items[(count - 1) / 2];
        size_t low = 0, high = count - 1;
        for (;; low++, high--) {
            while (compare(&items[low], &pivot) < 0) low++;
            while (compare(&items[high], &pivot) > 0) high--;
            if (low >= high) break;
            uint64_t kept = items[low];
            items[low] = items[high];
            items[high] = kept;
        }
        size_t left = high + 1;
        if (left < count - left) {
            sort(items, left, compare);
            items += left;
            count -= left;
        } else {
            sort(items + left, count - left, compare);
            count = left;
        }
    }
}

struct node {
    struct node *left, *right;
    uint64_t key;
    unsigned char payload[];
};

static struct node *insert(struct node *root, uint64_t key, size_t payload) {
    struct node **place = &root;
    while (*place) {
        if ((*place)->key == key) return root;
        place = key < (*place)->key ? &(*place)->left : &(*place)->right;
    }
    *place = allocate(sizeof **place + payload);
    (*place)->left = (*place)->right = NULL;
    (*place)->key = key;
    memset((*place)->payload, (int)key, payload);
    return root;
}

static uint64_t walk(const struct node *node, unsigned depth, unsigned *deepest) {
    if (!node) return 0;
    if (depth > *deepest) *deepest = depth;
    uint64_t sum = walk(node->left, depth + 1, deepest);
    sum = sum * 31 + node->key + node->payload[0];
    return sum * 31 + walk(node->right, depth + 1, deepest);
}

static void sorts(uint64_t *items, size_t count) {
    static comparison *const comparisons[] = {ascending, descending, by_low_byte};
    for (int turn = 0; turn < 3; turn++) {
        for (size_t i = 0; i < count; i++) items[i] = random();
        sort(items, count, comparisons[turn]);
        for (size_t i = 1; i < count; i++) {
            if (comparisons[turn](&items[i - 1], &items[i]) > 0) print("out of order at %u\n", i);
        }
        print("sorted %x %x %x\n", items[0], items[count / 2], hash(items, count * sizeof *items));
    }
}

static void trees(void) {
    struct node *root = NULL;
    for (int i = 0; i < 20000; i++) root = insert(root, random() % 100000, random() % 200);
    unsigned deepest = 0;
    uint64_t sum = walk(root, 1, &deepest);
    print("tree %x depth %u\n", sum, (uint64_t)deepest);
    void *blocks[200];
    for (int turn = 0; turn < 50; turn++) {
        for (int i = 0; i < 200; i++) blocks[i] = allocate((size_t)i * 37 + 1);
        for (int i = 0; i < 200; i++) release(blocks[i], (size_t)i * 37 + 1);
    }
    print("allocated %u reused %u\n", allocated, reused);
}

// Every access has an address that 32 bits cannot hold, or one that is on both sides of 4 GiB.
static void beyond(void) {
    unsigned char *low = allocate(1ul << 32);
    unsigned char *high = allocate(1ul << 30);
    print("memory %u pages\n", (uint64_t)__builtin_wasm_memory_size(0));
    print("beyond %u\n", (uint64_t)((uintptr_t)high > 0xffffffff));
    sorts((uint64_t *)(high + (512 << 20)), 20000);
    uint64_t *across = (uint64_t *)(0x100000000 - 80000);
    sorts(across, 20000);
    for (uintptr_t at = 0xfffffff0; at < 0x100000010; at++) *(volatile unsigned char *)at = (unsigned char)at;
    print("across %x\n", *(volatile uint64_t *)0xfffffffc);
    // What is beyond is not also somewhere below.
    for (size_t mebibyte = 0; mebibyte < 1024; mebibyte += 64) *(uint64_t *)(high + (mebibyte << 20)) = mebibyte;
    uint64_t sum = 0;
    for (size_t mebibyte = 0; mebibyte < 1024; mebibyte += 64) {
        sum = sum * 3 + *(uint64_t *)(high + (mebibyte << 20)) + *(uint64_t *)(0xfffffffful & (uintptr_t)(high + (mebibyte << 20)));
    }
    print("far %x\n", sum);
    __builtin_memset(high, 0x5a, 100000);
    __builtin_memcpy(low + 12345, high + 3, 90000);
    __builtin_memmove(high + 7, high, 90000);
    print("moved %x %x\n", hash(low + 12345, 90000), hash(high, 100007));
}

static char **arguments(uint32_t *count) {
    static uint32_t number, bytes, pointers[16];
    static char space[1024], *found[16];
    args_sizes_get((uint32_t)(uintptr_t)&number, (uint32_t)(uintptr_t)&bytes);
    if (number > 16 || bytes > sizeof space) proc_exit(102);
    args_get((uint32_t)(uintptr_t)pointers, (uint32_t)(uintptr_t)space);
    for (uint32_t i = 0; i < number; i++) found[i] = (char *)(uintptr_t)pointers[i];
    *count = number;
    return found;
}

__attribute__((export_name("_start"))) void start(void) {
    uint32_t count;
    char **args = arguments(&count);
    for (uint32_t i = 1; i < count; i++) print("[%s]", args[i]);
    print("\n");
    if (count > 1 && args[1][0] == 'o') {
        // An address beyond the memory, and one at the end of all.
        volatile uint64_t *far = (volatile uint64_t *)(args[1][1] == 'v' ? -16ul : 1ul << 45);
        flush();
        print("%u\n", far[1]);
    } else if (count > 1 && args[1][0] == 'b') {
        beyond();
    } else {
        sorts(allocate(50000 * sizeof(uint64_t)), 50000);
        trees();
    }
    flush();
}
