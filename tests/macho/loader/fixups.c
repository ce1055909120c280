/* Applies what the linker left to dyld: rebases (an address in the image moves with it) and binds (the address of an import), in
 * either of the two forms in which linkers write them: chains through the data (mach-o/fixup-chains.h), or the older opcodes
 * (mach-o/loader.h, REBASE_OPCODE_* and BIND_OPCODE_*). Nothing is bound lazily. */
#include <string.h>

#include "loader.h"

/* A cursor in a part of the file. */
struct reader {
    const uint8_t *at, *end;
};

static struct reader reader_of(const struct image *image, struct span span) {
    if ((uint64_t)span.offset + span.bytes > image->file_bytes) give_up("fixups lie behind the file");
    return (struct reader){image->file + span.offset, image->file + span.offset + span.bytes};
}

static const void *part(struct reader reader, uint64_t offset, uint64_t bytes) {
    uint64_t room = reader.end - reader.at;
    if (offset > room || bytes > room - offset) give_up("fixups do not fit");
    return reader.at + offset;
}

static const char *string_at(struct reader reader, uint64_t offset) {
    const char *string = part(reader, offset, 1);
    if (!memchr(string, 0, reader.end - (const uint8_t *)string)) give_up("the name of an import has no end");
    return string;
}

/* The place of a fixup, which has to be in a segment that may be written. */
static void *place_in(const struct image *image, unsigned segment_number, uint64_t offset) {
    if (segment_number >= image->segment_count) give_up("a fixup in segment %u, of which there is none", segment_number);
    const struct segment *segment = &image->segments[segment_number];
    if (offset > segment->bytes || segment->bytes - offset < 8) give_up("a fixup behind the end of %s", segment->name);
    if (!(segment->protection & 2)) give_up("a fixup in %s, which cannot be written", segment->name);
    return (void *)(segment->address + image->slide + offset);
}

static void store(void *place, uint64_t value) {
    memcpy(place, &value, sizeof value);
}

/* ---- chains ---- */

struct chained_header {
    uint32_t version, starts_offset, imports_offset, symbols_offset, imports_count, imports_format, symbols_format;
};
struct segment_starts {
    uint32_t size;
    uint16_t page_size, pointer_format;
    uint64_t segment_offset;
    uint32_t max_valid_pointer;
    uint16_t page_count;
    uint16_t page_start[];
} __attribute__((packed));

enum {
    DYLD_CHAINED_PTR_64 = 2,
    DYLD_CHAINED_PTR_64_OFFSET = 6,
    DYLD_CHAINED_PTR_START_NONE = 0xffff,
    DYLD_CHAINED_IMPORT = 1,
    DYLD_CHAINED_IMPORT_ADDEND = 2,
    DYLD_CHAINED_IMPORT_ADDEND64 = 3,
    /* In all formats of 64-bit pointers but arm64e's, `next` counts units of four bytes. */
    CHAIN_STRIDE = 4,
};

/* The address of an import with the addend that stands in the table of imports. */
static uint64_t chained_import(struct reader fixups, const struct chained_header *header, uint32_t ordinal) {
    if (ordinal >= header->imports_count) give_up("import %u of %u", ordinal, header->imports_count);
    uint64_t name, addend = 0;
    if (header->imports_format == DYLD_CHAINED_IMPORT_ADDEND64) {
        const uint64_t *entry = part(fixups, header->imports_offset + 16 * (uint64_t)ordinal, 16);
        uint64_t words[2];
        memcpy(words, entry, sizeof words);
        name = words[0] >> 32;
        addend = words[1];
    } else if (header->imports_format == DYLD_CHAINED_IMPORT || header->imports_format == DYLD_CHAINED_IMPORT_ADDEND) {
        unsigned width = header->imports_format == DYLD_CHAINED_IMPORT ? 4 : 8;
        uint32_t words[2] = {0, 0};
        memcpy(words, part(fixups, header->imports_offset + width * (uint64_t)ordinal, width), width);
        name = words[0] >> 9;
        addend = (uint64_t)(int64_t)(int32_t)words[1];
    } else {
        give_up("imports in format %u", header->imports_format);
    }
    return (uint64_t)binding_require(string_at(fixups, header->symbols_offset + name)) + addend;
}

/* What a link of a chain stands for. Its upper half is `bind:1 next:12`, then what differs between the two kinds. */
static uint64_t chained_value(
    const struct image *image, struct reader fixups, const struct chained_header *header, uint16_t format, uint64_t link) {
    if (link >> 63) {
        uint32_t ordinal = link & 0xffffff, addend = link >> 24 & 0xff;
        return chained_import(fixups, header, ordinal) + addend;
    }
    uint64_t target = link & 0xfffffffff, high = link >> 36 & 0xff;
    uint64_t address = format == DYLD_CHAINED_PTR_64 ? target + image->slide : target + image->base;
    return address | high << 56;
}

static void follow_chain(
    const struct image *image, struct reader fixups, const struct chained_header *header, uint16_t format, unsigned segment,
    uint64_t offset) {
    for (;;) {
        uint64_t link, next;
        void *place = place_in(image, segment, offset);
        memcpy(&link, place, sizeof link);
        store(place, chained_value(image, fixups, header, format, link));
        next = link >> 51 & 0xfff;
        if (next == 0) return;
        offset += next * CHAIN_STRIDE;
    }
}

static void apply_chains(const struct image *image) {
    struct reader fixups = reader_of(image, image->chained_fixups);
    const struct chained_header *header = part(fixups, 0, sizeof *header);
    if (header->version != 0 || header->symbols_format != 0) give_up("chained fixups of an unknown version");
    const uint32_t *segments = part(fixups, header->starts_offset, 4);
    const uint32_t *offsets = part(fixups, header->starts_offset + 4, 4 * (uint64_t)segments[0]);
    if (segments[0] > image->segment_count) give_up("chained fixups for more segments than there are");
    for (uint32_t segment = 0; segment < segments[0]; segment++) {
        if (offsets[segment] == 0) continue;
        uint64_t at = (uint64_t)header->starts_offset + offsets[segment];
        const struct segment_starts *starts = part(fixups, at, sizeof *starts);
        part(fixups, at, sizeof *starts + 2 * (uint64_t)starts->page_count);
        uint16_t format = starts->pointer_format;
        if (format != DYLD_CHAINED_PTR_64 && format != DYLD_CHAINED_PTR_64_OFFSET) give_up("chained pointers of format %u", format);
        if (starts->segment_offset != image->segments[segment].address - image->preferred)
            give_up("chains for %s start elsewhere", image->segments[segment].name);
        if (starts->page_size != DARWIN_PAGE && starts->page_size != 4096) give_up("chains over pages of %u bytes", starts->page_size);
        for (uint16_t page = 0; page < starts->page_count; page++) {
            uint16_t start = starts->page_start[page];
            if (start == DYLD_CHAINED_PTR_START_NONE) continue;
            if (start >= starts->page_size) give_up("a chain that starts behind its page");
            follow_chain(image, fixups, header, format, segment, (uint64_t)page * starts->page_size + start);
        }
    }
}

/* ---- opcodes ---- */

static uint64_t uleb(struct reader *reader) {
    uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        if (reader->at == reader->end || shift > 63) give_up("a damaged number among the fixups");
        uint8_t byte = *reader->at++;
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80)) return value;
    }
}

static int64_t sleb(struct reader *reader) {
    uint64_t value = 0;
    for (unsigned shift = 0;;) {
        if (reader->at == reader->end || shift > 63) give_up("a damaged number among the fixups");
        uint8_t byte = *reader->at++;
        value |= (uint64_t)(byte & 0x7f) << shift;
        shift += 7;
        if (byte & 0x80) continue;
        if ((byte & 0x40) && shift < 64) value |= ~(uint64_t)0 << shift;
        return (int64_t)value;
    }
}

static void rebase_one(const struct image *image, unsigned segment, uint64_t offset) {
    void *place = place_in(image, segment, offset);
    uint64_t value;
    memcpy(&value, place, sizeof value);
    store(place, value + image->slide);
}

static void apply_rebases(const struct image *image) {
    enum { POINTER = 1 };
    struct reader reader = reader_of(image, image->rebase);
    unsigned segment = 0;
    uint64_t offset = 0, count, skip;
    while (reader.at < reader.end) {
        uint8_t opcode = *reader.at & 0xf0, immediate = *reader.at++ & 0x0f;
        count = 0;
        skip = 0;
        switch (opcode) {
        case 0x00: /* DONE, and padding behind it */ return;
        case 0x10: if (immediate != POINTER) give_up("a rebase of type %u", immediate); break;
        case 0x20: segment = immediate; offset = uleb(&reader); break;
        case 0x30: offset += uleb(&reader); break;
        case 0x40: offset += 8 * immediate; break;
        case 0x50: count = immediate; break;
        case 0x60: count = uleb(&reader); break;
        case 0x70: count = 1; skip = uleb(&reader); break;
        case 0x80: count = uleb(&reader); skip = uleb(&reader); break;
        default: give_up("rebase opcode %#x", opcode);
        }
        for (; count > 0; count--, offset += 8 + skip) rebase_one(image, segment, offset);
    }
}

static void apply_binds(const struct image *image, struct span span, int is_lazy) {
    enum { POINTER = 1 };
    struct reader reader = reader_of(image, span);
    unsigned segment = 0;
    uint64_t offset = 0, count, skip;
    int64_t addend = 0;
    const char *name = NULL;
    while (reader.at < reader.end) {
        uint8_t opcode = *reader.at & 0xf0, immediate = *reader.at++ & 0x0f;
        count = 0;
        skip = 0;
        switch (opcode) {
        case 0x00: /* DONE: in the lazy list, the end of one symbol */
            if (is_lazy) break;
            return;
        case 0x10: case 0x30: /* the number of a library: there is one */ break;
        case 0x20: uleb(&reader); break;
        case 0x40:
            name = string_at(reader, 0);
            reader.at += strlen(name) + 1;
            break;
        case 0x50: if (immediate != POINTER) give_up("a bind of type %u", immediate); break;
        case 0x60: addend = sleb(&reader); break;
        case 0x70: segment = immediate; offset = uleb(&reader); break;
        case 0x80: offset += uleb(&reader); break;
        case 0x90: count = 1; break;
        case 0xa0: count = 1; skip = uleb(&reader); break;
        case 0xb0: count = 1; skip = 8 * (uint64_t)immediate; break;
        case 0xc0: count = uleb(&reader); skip = uleb(&reader); break;
        default: give_up("bind opcode %#x", opcode);
        }
        for (; count > 0; count--, offset += 8 + skip) {
            if (!name) give_up("a bind without a name");
            store(place_in(image, segment, offset), (uint64_t)binding_require(name) + addend);
        }
    }
}

void fixups_apply(const struct image *image) {
    if (image->chained_fixups.bytes) apply_chains(image);
    if (image->weak_bind.bytes) give_up("weak binds are not supported");
    apply_rebases(image);
    apply_binds(image, image->bind, 0);
    apply_binds(image, image->lazy_bind, 1);
}
