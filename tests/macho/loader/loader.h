/* What the parts of the loader share: a mapped image, how to give up, and how names become addresses. */
#ifndef LOADER_H
#define LOADER_H

#include <stddef.h>
#include <stdint.h>

/* The status with which the loader itself ends, when it cannot run an image; no test of ours has a guest that ends so. */
enum { LOADER_FAILED = 125 };

/* Says why the image cannot be run, as printf does, and ends the process. Also for calls that this loader does not translate:
 * a test must not pass because something was quietly ignored. */
_Noreturn void give_up(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The page of the system that is played, which is what addresses and lengths are checked against. */
#if defined(__aarch64__)
enum { DARWIN_PAGE = 16384 };
#else
enum { DARWIN_PAGE = 4096 };
#endif

/* A segment of a mapped image. */
struct segment {
    char name[17];
    uint64_t address;     /* as linked */
    uint64_t bytes;       /* in memory */
    uint64_t file_offset;
    uint64_t file_bytes;
    int protection;       /* PROT_*, while fixups are applied */
    int maximum;          /* PROT_* that the pages may ever have */
    int is_constant;      /* SG_READ_ONLY: written by fixups, then never again */
};

/* A file's part, as the load commands give it. */
struct span {
    uint32_t offset;
    uint32_t bytes;
};

enum { SEGMENTS_MAX = 16 };

/* An executable in memory, its segments writable until image_protect. */
struct image {
    const uint8_t *file;
    size_t file_bytes;
    struct segment segments[SEGMENTS_MAX];
    unsigned segment_count;
    uint64_t preferred;   /* where __TEXT was linked */
    uint64_t base;        /* where __TEXT is */
    uint64_t slide;       /* base - preferred */
    uint64_t entry;       /* offset of main from the base */
    struct span chained_fixups;
    struct span rebase, bind, weak_bind, lazy_bind;
};

/* image.c */
void image_map(struct image *image, const char *path);
void image_protect(const struct image *image);
/* The segment of the mapped image in which an address lies, or null; *present is its protection. */
const struct segment *image_segment_at(uint64_t address, int *present);

/* fixups.c */
void fixups_apply(const struct image *image);

/* bind.c: what an import is on this host. The names are those of the symbol table, with the leading underscore. */
struct binding {
    const char *name;
    void *address;
};
void *binding_find(const char *name);
void *binding_require(const char *name);

/* The tables, each of which ends with a null name. */
extern const struct binding bindings_files[], bindings_directories[], bindings_memory[], bindings_process[], bindings_signals[],
    bindings_sockets[], bindings_strings[], bindings_threads[];

/* bind_process.c: what main was given. */
void process_start(int argc, char **argv, char **envp);

#endif
