// A cookie continues after its entry, from every entry, also in another order; a made-up cookie does no harm.
// dir: sandbox
#include "entries.h"

enum { FILES = 40 };
static uint8_t buffer[8192];
static entry_t entries[FILES + 2];
static int count, repeats;

static void keep(const entry_t *entry) {
    CHECK(count < FILES + 2);
    entries[count++] = *entry;
}

static void skip(const entry_t *entry) {
    CHECK(count < FILES + 2);
    CHECK(strcmp(entries[count++].name, entry->name) == 0);
}

int main(void) {
    char name[] = "file-00";
    for (int i = 0; i < FILES; i++) {
        name[5] = '0' + i / 10, name[6] = '0' + i % 10;
        put(DIR, name, "");
    }
    walk(DIR, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, keep);
    EQUAL(count, FILES + 2);
    for (int i = 0; i < FILES + 2; i++)
        for (int j = 0; j < i; j++) repeats += strcmp(entries[i].name, entries[j].name) == 0;
    EQUAL(repeats, 0);

    // From the last entry to the first: cookies need not come in order.
    for (int from = FILES + 1; from >= 0; from--) {
        count = from + 1;
        walk(DIR, buffer, sizeof buffer, entries[from].head.d_next, skip);
        EQUAL(count, FILES + 2);
    }
    // After the last: the end.
    size_t used;
    OK(__wasi_fd_readdir(DIR, buffer, sizeof buffer, entries[FILES + 1].head.d_next, &used));
    EQUAL(used, 0);

    __wasi_dircookie_t strange[] = {99, 12345678, UINT64_C(1) << 31, UINT64_C(1) << 63, UINT64_MAX - 1, UINT64_MAX};
    for (int i = 0; i < 6; i++) {
        int error = __wasi_fd_readdir(DIR, buffer, sizeof buffer, strange[i], &used);
        ANY(error, SUCCESS, INVAL, NOENT, OVERFLOW);
        if (!error) CHECK(used <= sizeof buffer);
    }
    count = 0;
    walk(DIR, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, skip);
    return 0;
}
