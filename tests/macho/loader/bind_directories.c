/* Listing directories: the readdir family, and the system call below it. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "darwin.h"
#include "loader.h"

/* The guest's DIR: to it, a pointer. */
struct directory {
    DIR *host;
    struct darwin_dirent entry;
};

/* The types have the same numbers (sys/dirent.h, DT_*). Returns the length of the record. */
static size_t translate(struct darwin_dirent *entry, uint64_t inode, uint64_t offset, uint8_t type, const char *name) {
    size_t name_bytes = strlen(name);
    size_t record_bytes = (offsetof(struct darwin_dirent, name) + name_bytes + 1 + 7) / 8 * 8;
    entry->inode = inode;
    entry->seek_offset = offset;
    entry->record_bytes = (uint16_t)record_bytes;
    entry->name_bytes = (uint16_t)name_bytes;
    entry->type = type;
    memcpy(entry->name, name, name_bytes + 1);
    return record_bytes;
}

static struct directory *darwin_fdopendir(int descriptor) {
    DIR *host = fdopendir(descriptor);
    if (!host) return darwin_result(-1), NULL;
    struct directory *directory = malloc(sizeof *directory);
    if (!directory) give_up("no memory");
    directory->host = host;
    return directory;
}

static struct directory *darwin_opendir(const char *path) {
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return descriptor < 0 ? (darwin_result(-1), NULL) : darwin_fdopendir(descriptor);
}

static struct darwin_dirent *darwin_readdir(struct directory *directory) {
    errno = 0;
    struct dirent *host = readdir(directory->host);
    if (!host) {
        if (errno) darwin_errno = darwin_error_of(errno);
        return NULL;
    }
    translate(&directory->entry, host->d_ino, (uint64_t)host->d_off, host->d_type, host->d_name);
    return &directory->entry;
}

static int darwin_closedir(struct directory *directory) {
    long result = darwin_result(closedir(directory->host));
    free(directory);
    return (int)result;
}

static void darwin_rewinddir(struct directory *directory) {
    rewinddir(directory->host);
}

static long darwin_telldir(struct directory *directory) {
    return telldir(directory->host);
}

static void darwin_seekdir(struct directory *directory, long position) {
    seekdir(directory->host, position);
}

static int darwin_dirfd(struct directory *directory) {
    return dirfd(directory->host);
}

/* linux_dirent64 of getdents64(2). */
struct host_entry {
    uint64_t inode;
    int64_t offset;
    uint16_t record_bytes;
    uint8_t type;
    char name[];
};

/* What readdir of libSystem itself calls. In a buffer of 1024 bytes or more, the last four tell whether that was the end. */
static long darwin_getdirentries64(int descriptor, char *buffer, size_t bytes, int64_t *position) {
    char block[32768];
    size_t room = bytes >= 1024 ? bytes - 4 : bytes;
    /* An entry of the guest's is up to a third longer than one of the host's: 24 bytes become 32. */
    size_t ask = room / 4 * 3;
    *position = lseek(descriptor, 0, SEEK_CUR);
    long got = syscall(SYS_getdents64, descriptor, block, ask < sizeof block ? ask : sizeof block);
    if (got < 0) return darwin_result(-1);
    long given = 0;
    for (long at = 0; at < got;) {
        const struct host_entry *host = (const void *)(block + at);
        struct darwin_dirent entry;
        size_t record_bytes = translate(&entry, host->inode, (uint64_t)host->offset, host->type, host->name);
        memcpy(buffer + given, &entry, record_bytes);
        given += (long)record_bytes;
        at += host->record_bytes;
    }
    if (bytes >= 1024) {
        uint32_t end = got == 0;
        memcpy(buffer + bytes - 4, &end, sizeof end);
    }
    return given;
}

#if defined(__aarch64__)
#define INODE64(name) name
#else
#define INODE64(name) name "$INODE64"
#endif

const struct binding bindings_directories[] = {
    {INODE64("_fdopendir"), darwin_fdopendir},
    {INODE64("_opendir"), darwin_opendir},
    {INODE64("_readdir"), darwin_readdir},
    {INODE64("_rewinddir"), darwin_rewinddir},
    {INODE64("_telldir"), darwin_telldir},
    {INODE64("_seekdir"), darwin_seekdir},
    {"_closedir", darwin_closedir},
    {"_dirfd", darwin_dirfd},
    {"___getdirentries64", darwin_getdirentries64},
    {NULL, NULL},
};
