/* Reads the load commands and maps the segments. What the kernel of macOS or dyld would refuse is refused here too: alignment,
 * protections, order and place of the segments, a missing dyld, main, signature or libSystem. */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loader.h"

/* mach-o/loader.h */
enum {
    MH_MAGIC_64 = 0xfeedfacf,
    MH_EXECUTE = 2,
    MH_DYLDLINK = 0x4,
    MH_PIE = 0x200000,
    CPU_TYPE_X86_64 = 0x01000007,
    CPU_TYPE_ARM64 = 0x0100000c,
    LC_SYMTAB = 0x2,
    LC_DYSYMTAB = 0xb,
    LC_LOAD_DYLIB = 0xc,
    LC_LOAD_DYLINKER = 0xe,
    LC_SEGMENT_64 = 0x19,
    LC_UUID = 0x1b,
    LC_CODE_SIGNATURE = 0x1d,
    LC_FUNCTION_STARTS = 0x26,
    LC_DATA_IN_CODE = 0x29,
    LC_SOURCE_VERSION = 0x2a,
    LC_VERSION_MIN_MACOSX = 0x24,
    LC_BUILD_VERSION = 0x32,
    SG_READ_ONLY = 0x10,
    SECTION_TYPE = 0xff,
    S_MOD_INIT_FUNC_POINTERS = 0x9,
    S_THREAD_LOCAL_REGULAR = 0x11,
    S_THREAD_LOCAL_INIT_FUNCTION_POINTERS = 0x15,
    S_INIT_FUNC_OFFSETS = 0x16,
    PLATFORM_MACOS = 1,
};
static const uint32_t LC_DYLD_INFO_ONLY = 0x80000022, LC_MAIN = 0x80000028, LC_DYLD_EXPORTS_TRIE = 0x80000033,
                      LC_DYLD_CHAINED_FIXUPS = 0x80000034;

#if defined(__aarch64__)
static const uint32_t OWN_CPU = CPU_TYPE_ARM64;
#else
static const uint32_t OWN_CPU = CPU_TYPE_X86_64;
#endif

struct mach_header_64 {
    uint32_t magic, cputype, cpusubtype, filetype, ncmds, sizeofcmds, flags, reserved;
};
struct segment_command_64 {
    uint32_t cmd, cmdsize;
    char segname[16];
    uint64_t vmaddr, vmsize, fileoff, filesize;
    int32_t maxprot, initprot;
    uint32_t nsects, flags;
};
struct section_64 {
    char sectname[16], segname[16];
    uint64_t addr, size;
    uint32_t offset, align, reloff, nreloc, flags, reserved1, reserved2, reserved3;
};
struct linkedit_data_command {
    uint32_t cmd, cmdsize, dataoff, datasize;
};
struct dyld_info_command {
    uint32_t cmd, cmdsize;
    struct span rebase, bind, weak_bind, lazy_bind, exports;
};
struct entry_point_command {
    uint32_t cmd, cmdsize;
    uint64_t entryoff, stacksize;
};
struct build_version_command {
    uint32_t cmd, cmdsize, platform, minos, sdk, ntools;
};

/* What has been met among the load commands. */
struct seen {
    int main, dylinker, libsystem, signature, fixups, build_version;
};

static const uint8_t *read_file(const char *path, size_t *bytes) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct stat stat;
    if (descriptor < 0 || fstat(descriptor, &stat) != 0) give_up("cannot open %s", path);
    void *file = mmap(NULL, stat.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (file == MAP_FAILED) give_up("cannot map %s", path);
    close(descriptor);
    *bytes = stat.st_size;
    return file;
}

/* A string inside a load command, at an offset that the command gives. */
static const char *command_string(const uint8_t *command, uint32_t command_bytes) {
    uint32_t offset;
    memcpy(&offset, command + 8, sizeof offset);
    if (offset >= command_bytes || !memchr(command + offset, 0, command_bytes - offset)) give_up("a load command has no string");
    return (const char *)command + offset;
}

static struct span linkedit_span(const struct image *image, const uint8_t *command) {
    const struct linkedit_data_command *data = (const void *)command;
    if ((uint64_t)data->dataoff + data->datasize > image->file_bytes) give_up("load command %#x points behind the file", data->cmd);
    return (struct span){data->dataoff, data->datasize};
}

static void read_sections(const struct segment_command_64 *command) {
    if (sizeof *command + (uint64_t)command->nsects * sizeof(struct section_64) > command->cmdsize) give_up("sections do not fit");
    const struct section_64 *section = (const void *)(command + 1);
    for (uint32_t number = 0; number < command->nsects; number++, section++) {
        if (section->addr < command->vmaddr || section->addr + section->size > command->vmaddr + command->vmsize)
            give_up("section %.16s lies outside its segment %.16s", section->sectname, command->segname);
        uint32_t type = section->flags & SECTION_TYPE;
        int is_initializer = type == S_MOD_INIT_FUNC_POINTERS || type == S_INIT_FUNC_OFFSETS;
        if (is_initializer || (type >= S_THREAD_LOCAL_REGULAR && type <= S_THREAD_LOCAL_INIT_FUNCTION_POINTERS))
            give_up("section %.16s: initializers and thread locals are not supported", section->sectname);
    }
}

static void read_segment(struct image *image, const struct segment_command_64 *command) {
    read_sections(command);
    /* The kernel rounds lengths up; lld leaves that of __LINKEDIT as it is. */
    if (command->vmaddr % DARWIN_PAGE || command->fileoff % DARWIN_PAGE)
        give_up("segment %.16s is not aligned to pages of %d bytes", command->segname, DARWIN_PAGE);
    if (command->filesize > command->vmsize || command->fileoff + command->filesize > image->file_bytes)
        give_up("segment %.16s has more in the file than there is", command->segname);
    if (command->initprot & ~command->maxprot) give_up("segment %.16s starts with more access than it may have", command->segname);
    if ((command->initprot & PROT_WRITE) && (command->initprot & PROT_EXEC))
        give_up("segment %.16s is writable code", command->segname);
    if (image->segment_count == SEGMENTS_MAX) give_up("too many segments");
    struct segment *segment = &image->segments[image->segment_count++];
    memset(segment, 0, sizeof *segment);
    memcpy(segment->name, command->segname, 16);
    segment->address = command->vmaddr;
    segment->bytes = (command->vmsize + DARWIN_PAGE - 1) / DARWIN_PAGE * DARWIN_PAGE;
    segment->file_offset = command->fileoff;
    segment->file_bytes = command->filesize;
    /* PROT_* and VM_PROT_* are the same three bits. */
    segment->protection = command->initprot;
    segment->maximum = command->maxprot;
    segment->is_constant = (command->flags & SG_READ_ONLY) != 0;
    if (image->segment_count > 1 && segment->address < segment[-1].address + segment[-1].bytes)
        give_up("segment %s overlaps the one before it, or lies below it", segment->name);
}

static void read_command(struct image *image, struct seen *seen, const uint8_t *command) {
    const struct linkedit_data_command *header = (const void *)command;
    uint32_t kind = header->cmd, bytes = header->cmdsize;
    if (kind == LC_SEGMENT_64) {
        read_segment(image, (const void *)command);
    } else if (kind == LC_MAIN) {
        image->entry = ((const struct entry_point_command *)command)->entryoff;
        seen->main = 1;
    } else if (kind == LC_LOAD_DYLINKER) {
        if (strcmp(command_string(command, bytes), "/usr/lib/dyld") != 0) give_up("dyld is not /usr/lib/dyld");
        seen->dylinker = 1;
    } else if (kind == LC_LOAD_DYLIB) {
        const char *name = command_string(command, bytes);
        if (strcmp(name, "/usr/lib/libSystem.B.dylib") != 0) give_up("unknown library: %s", name);
        seen->libsystem = 1;
    } else if (kind == LC_DYLD_CHAINED_FIXUPS) {
        image->chained_fixups = linkedit_span(image, command);
        seen->fixups++;
    } else if (kind == LC_DYLD_INFO_ONLY) {
        const struct dyld_info_command *info = (const void *)command;
        image->rebase = info->rebase;
        image->bind = info->bind;
        image->weak_bind = info->weak_bind;
        image->lazy_bind = info->lazy_bind;
        seen->fixups++;
    } else if (kind == LC_CODE_SIGNATURE) {
        linkedit_span(image, command);
        seen->signature = 1;
    } else if (kind == LC_BUILD_VERSION) {
        if (((const struct build_version_command *)command)->platform != PLATFORM_MACOS) give_up("the platform is not macOS");
        seen->build_version = 1;
    } else if (kind == LC_VERSION_MIN_MACOSX) {
        seen->build_version = 1;
    } else if (kind != LC_SYMTAB && kind != LC_DYSYMTAB && kind != LC_UUID && kind != LC_FUNCTION_STARTS && kind != LC_DATA_IN_CODE &&
               kind != LC_SOURCE_VERSION && kind != LC_DYLD_EXPORTS_TRIE) {
        give_up("unknown load command %#x", kind);
    }
}

static void read_commands(struct image *image) {
    const struct mach_header_64 *header = (const void *)image->file;
    if (image->file_bytes < sizeof *header || header->magic != MH_MAGIC_64) give_up("not a 64-bit Mach-O file");
    if (header->cputype != OWN_CPU) give_up("made for another processor: %#x", header->cputype);
    if (header->filetype != MH_EXECUTE) give_up("not an executable");
    if (!(header->flags & MH_PIE) || !(header->flags & MH_DYLDLINK)) give_up("not a position-independent executable for dyld");
    struct seen seen = {0};
    uint64_t offset = sizeof *header, end = offset + header->sizeofcmds;
    if (end > image->file_bytes) give_up("the load commands do not fit");
    for (uint32_t number = 0; number < header->ncmds; number++) {
        const struct linkedit_data_command *command = (const void *)(image->file + offset);
        if (offset + 8 > end || command->cmdsize < 8 || command->cmdsize % 8 || offset + command->cmdsize > end)
            give_up("load command %u does not fit", number);
        read_command(image, &seen, image->file + offset);
        offset += command->cmdsize;
    }
    if (offset != end) give_up("the load commands are shorter than the header says");
    if (!seen.main || !seen.dylinker || !seen.libsystem || !seen.build_version) give_up("no LC_MAIN, dyld, libSystem or version");
    if (seen.fixups > 1) give_up("both chained fixups and dyld info");
    if (OWN_CPU == CPU_TYPE_ARM64 && !seen.signature) give_up("no code signature: macOS would kill it at once");
}

/* The segments are one block: 4 GiB without access, __TEXT with the headers at its start, the others, __LINKEDIT at the end. */
static void check_segments(struct image *image) {
    const struct segment *first = image->segments, *last = first + image->segment_count - 1;
    if (image->segment_count < 3 || strcmp(first->name, "__PAGEZERO") || first->address || first->bytes != (uint64_t)1 << 32)
        give_up("the first segment is not a __PAGEZERO of 4 GiB");
    if (first->protection || first->file_bytes) give_up("__PAGEZERO is not empty");
    if (strcmp(first[1].name, "__TEXT") || first[1].file_offset || first[1].protection != (PROT_READ | PROT_EXEC))
        give_up("the second segment is not __TEXT, or not at the start of the file, or not code");
    if (strcmp(last->name, "__LINKEDIT") || last->protection != PROT_READ) give_up("the last segment is not a __LINKEDIT to be read");
    if (last->file_offset + last->file_bytes != image->file_bytes) give_up("__LINKEDIT does not end with the file");
    if (image->entry >= first[1].file_bytes) give_up("main is not in __TEXT");
    image->preferred = first[1].address;
}

/* The image that runs. */
static const struct image *mapped;

static int final_protection(const struct segment *segment) {
    return segment->is_constant ? PROT_READ : segment->protection;
}

const struct segment *image_segment_at(uint64_t address, int *present) {
    for (unsigned number = 1; number < mapped->segment_count; number++) {
        const struct segment *segment = &mapped->segments[number];
        if (address - mapped->slide - segment->address >= segment->bytes) continue;
        *present = final_protection(segment);
        return segment;
    }
    return NULL;
}

void image_map(struct image *image, const char *path) {
    mapped = image;
    memset(image, 0, sizeof *image);
    image->file = read_file(path, &image->file_bytes);
    read_commands(image);
    check_segments(image);
    const struct segment *last = &image->segments[image->segment_count - 1];
    size_t bytes = last->address + last->bytes - image->preferred;
    /* Room to align by hand: this host's pages may be smaller than those of the system that is played. */
    uint8_t *room = mmap(NULL, bytes + DARWIN_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) give_up("no room for the image");
    image->base = ((uintptr_t)room + DARWIN_PAGE - 1) / DARWIN_PAGE * DARWIN_PAGE;
    image->slide = image->base - image->preferred;
    for (const struct segment *segment = image->segments + 1; segment <= last; segment++)
        memcpy((void *)(segment->address + image->slide), image->file + segment->file_offset, segment->file_bytes);
}

void image_protect(const struct image *image) {
    for (unsigned number = 1; number < image->segment_count; number++) {
        const struct segment *segment = &image->segments[number];
        void *address = (void *)(segment->address + image->slide);
        if (segment->protection & PROT_EXEC) __builtin___clear_cache((char *)address, (char *)address + segment->bytes);
        if (mprotect(address, segment->bytes, final_protection(segment)) != 0) give_up("cannot protect segment %s", segment->name);
    }
    munmap((void *)image->file, image->file_bytes);
}
