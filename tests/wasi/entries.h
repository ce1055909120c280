// Reading the entries of `fd_readdir`: they lie without alignment in the buffer, the last one may be cut.
#ifndef WASMC_TESTS_ENTRIES_H
#define WASMC_TESTS_ENTRIES_H

#include "check.h"

typedef struct {
    __wasi_dirent_t head;
    char name[256];
} entry_t;

// Takes the whole entry at `at`, and gives where the next one begins; 0 if this one is cut.
static size_t next_entry(const uint8_t *buffer, size_t at, size_t used, entry_t *entry) {
    if (used - at < sizeof entry->head) return 0;
    memcpy(&entry->head, buffer + at, sizeof entry->head);
    at += sizeof entry->head;
    CHECK(entry->head.d_namlen > 0 && entry->head.d_namlen < sizeof entry->name);
    if (used - at < entry->head.d_namlen) return 0;
    memcpy(entry->name, buffer + at, entry->head.d_namlen);
    entry->name[entry->head.d_namlen] = 0;
    return at + entry->head.d_namlen;
}

// Walks a directory with a buffer of this size, from this cookie; the visitor sees each entry once.
static void walk(fd_t dir, uint8_t *buffer, size_t size, __wasi_dircookie_t cookie, void (*visit)(const entry_t *)) {
    for (;;) {
        size_t used;
        OK(__wasi_fd_readdir(dir, buffer, size, cookie, &used));
        CHECK(used <= size);
        entry_t entry;
        size_t at = 0, next, whole = 0;
        while ((next = next_entry(buffer, at, used, &entry))) {
            visit(&entry);
            cookie = entry.head.d_next;
            at = next;
            whole++;
        }
        // "If less than the size of the read buffer, the end of the directory has been reached."
        if (used < size) {
            EQUAL(at, used);
            return;
        }
        CHECK(whole > 0);
    }
}

#endif
