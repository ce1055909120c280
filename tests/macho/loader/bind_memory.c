/* Address space: mmap and its family, and what Mach has beside them. Checked as macOS checks: pages of its size, nothing in the
 * first 4 GiB, no writable code, and on arm64 nothing in the part that the kernel keeps for itself. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "darwin.h"
#include "loader.h"

/* sys/mman.h */
enum {
    DARWIN_MAP_SHARED = 0x1,
    DARWIN_MAP_PRIVATE = 0x2,
    DARWIN_MAP_FIXED = 0x10,
    DARWIN_MAP_NORESERVE = 0x40,
    DARWIN_MAP_ANON = 0x1000,
};

/* mach/kern_return.h */
enum { KERN_SUCCESS = 0, KERN_INVALID_ADDRESS = 1, KERN_NO_SPACE = 3, KERN_INVALID_ARGUMENT = 4 };

static uint64_t whole_pages(uint64_t bytes) {
    return (bytes + DARWIN_PAGE - 1) / DARWIN_PAGE * DARWIN_PAGE;
}

/* Whether a program may have mappings there. XNU's arm64 reserves 0x10_0000_0000 to 0x70_0000_0000 in each process
 * (osfmk/mach/arm/vm_param.h, MACH_VM_MIN_GPU_CARVEOUT_ADDRESS), and __PAGEZERO takes the first 4 GiB. */
static int is_allowed(uint64_t address, uint64_t bytes) {
    if (address < (uint64_t)1 << 32) return 0;
#if defined(__aarch64__)
    if (address < 0x7000000000 && address + bytes > 0x1000000000) return 0;
#endif
    return address + bytes <= (uint64_t)1 << 47;
}

/* Maps somewhere, at an address that is a multiple of the guest's page. */
static void *map_anywhere(uint64_t bytes, int protection, int flags, int descriptor, int64_t offset) {
    uint8_t *room = mmap(NULL, bytes + DARWIN_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) return MAP_FAILED;
    uint8_t *start = (uint8_t *)whole_pages((uintptr_t)room);
    if (start > room) munmap(room, start - room);
    munmap(start + bytes, room + DARWIN_PAGE - start);
    return mmap(start, bytes, protection, flags | MAP_FIXED, descriptor, offset);
}

static void *darwin_mmap(void *address, size_t bytes, int protection, int flags, int descriptor, int64_t offset) {
    int known = DARWIN_MAP_SHARED | DARWIN_MAP_PRIVATE | DARWIN_MAP_FIXED | DARWIN_MAP_NORESERVE | DARWIN_MAP_ANON;
    if (flags & ~known) give_up("mmap: unknown flags %#x", flags & ~known);
    if (bytes == 0 || offset % DARWIN_PAGE) return (void *)darwin_fail(DARWIN_EINVAL);
    if ((protection & PROT_WRITE) && (protection & PROT_EXEC)) return (void *)darwin_fail(DARWIN_EACCES);
    if (bytes > (uint64_t)1 << 47) return (void *)darwin_fail(DARWIN_ENOMEM);
    bytes = whole_pages(bytes);
    /* macOS promises memory that it may not have; so must this host. */
    int host_flags = MAP_NORESERVE | (flags & DARWIN_MAP_SHARED ? MAP_SHARED : MAP_PRIVATE);
    if (flags & DARWIN_MAP_ANON) host_flags |= MAP_ANONYMOUS;
    int is_fixed = (flags & DARWIN_MAP_FIXED) != 0, is_aligned = (uintptr_t)address % DARWIN_PAGE == 0;
    if (is_fixed && !is_aligned) return (void *)darwin_fail(DARWIN_EINVAL);
    if (is_fixed && !is_allowed((uintptr_t)address, bytes)) return (void *)darwin_fail(DARWIN_ENOMEM);
    if (is_fixed || (address && is_aligned && is_allowed((uintptr_t)address, bytes))) {
        int exactly = is_fixed ? MAP_FIXED : MAP_FIXED_NOREPLACE;
        void *mapped = mmap(address, bytes, protection, host_flags | exactly, descriptor, offset);
        if (mapped == address) return mapped;
        if (mapped != MAP_FAILED) munmap(mapped, bytes);
        else if (is_fixed || errno != EEXIST) return (void *)darwin_result(-1);
    }
    void *mapped = map_anywhere(bytes, protection, host_flags, descriptor, offset);
    return mapped == MAP_FAILED ? (void *)darwin_result(-1) : mapped;
}

static long darwin_munmap(void *address, size_t bytes) {
    if ((uintptr_t)address % DARWIN_PAGE || bytes == 0) return darwin_fail(DARWIN_EINVAL);
    return darwin_result(munmap(address, whole_pages(bytes)));
}

static long darwin_mprotect(void *address, size_t bytes, int protection) {
    if ((uintptr_t)address % DARWIN_PAGE) return darwin_fail(DARWIN_EINVAL);
    int present;
    const struct segment *segment = image_segment_at((uintptr_t)address, &present);
    if (segment && (protection & ~segment->maximum)) return darwin_fail(DARWIN_EACCES);
    if ((protection & PROT_WRITE) && (protection & PROT_EXEC)) return darwin_fail(DARWIN_EACCES);
    return darwin_result(mprotect(address, whole_pages(bytes), protection));
}

/* sys/mman.h: the numbers below 5 agree, and what they advise is for speed alone. */
static long darwin_madvise(void *address, size_t bytes, int advice) {
    if (advice < 0 || advice > 4) give_up("madvise: unknown advice %d", advice);
    return darwin_result(madvise(address, bytes, advice == 4 ? MADV_NORMAL : advice));
}

/* mach/mach_vm.h. A copy at a given address is what is used of it: here made at once, there when either is written to. */
static int darwin_mach_vm_remap(
    uint32_t target_task, uint64_t *target, uint64_t bytes, uint64_t mask, int flags, uint32_t source_task, uint64_t source, int copy,
    int *present, int *maximum, uint32_t inheritance) {
    enum { VM_FLAGS_FIXED = 0, VM_FLAGS_OVERWRITE = 0x4000 };
    if (target_task != source_task || mask || flags != (VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE) || !copy || inheritance > 2)
        give_up("mach_vm_remap: only copies in place of a mapping of this process are known");
    bytes = whole_pages(bytes);
    if (*target % DARWIN_PAGE || source % DARWIN_PAGE || bytes == 0) return KERN_INVALID_ARGUMENT;
    if (!is_allowed(*target, bytes)) return KERN_INVALID_ADDRESS;
    const struct segment *segment = image_segment_at(source, present);
    if (!segment) give_up("mach_vm_remap: only of pages of the image");
    if (source + bytes > source / DARWIN_PAGE * DARWIN_PAGE + segment->bytes) return KERN_INVALID_ADDRESS;
    *maximum = segment->maximum;
    void *copied = mmap((void *)*target, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (copied == MAP_FAILED) return KERN_NO_SPACE;
    memcpy(copied, (const void *)source, bytes);
    mprotect(copied, bytes, *present);
    return KERN_SUCCESS;
}

static int darwin_getpagesize(void) {
    return DARWIN_PAGE;
}

/* Ports are names for tasks; there is one. */
static uint32_t task_self = 0x103;
static uint64_t page_bytes = DARWIN_PAGE;

const struct binding bindings_memory[] = {
    {"_mmap", darwin_mmap},
    {"_munmap", darwin_munmap},
    {"_mprotect", darwin_mprotect},
    {"_madvise", darwin_madvise},
    {"_mach_vm_remap", darwin_mach_vm_remap},
    {"_getpagesize", darwin_getpagesize},
    {"_mach_task_self_", &task_self},
    {"_vm_page_size", &page_bytes},
    {"_malloc", malloc},
    {"_calloc", calloc},
    {"_realloc", realloc},
    {"_free", free},
    {NULL, NULL},
};
