// Names on the host that are not UTF-8 may be missing from the listing, or end it with ILSEQ, but all other files are
// listed and usable.
// driver: names-not-utf8
// dir: sandbox
// reference: differs: wasmtime lists nothing of such a directory, ILSEQ
// reference-shows: __wasi_fd_readdir(dir, buffer, size, cookie, &used), came ILSEQ
#include "entries.h"

static uint8_t buffer[4096];
static int plain, others;

static void visit(const entry_t *entry) {
    if (strncmp(entry->name, "plain-", 6) == 0)
        plain++;
    else
        others++;
}

int main(void) {
    walk(DIR, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, visit);
    EQUAL(plain, 20);
    CHECK(others >= 2 && others <= 2 + 5);
    CHECK(holds(DIR, "plain-00", "text"));
    // A link whose text is no UTF-8.
    char text[16];
    size_t size;
    ANY(p1_path_readlink(DIR, T("plain-link"), text, sizeof text, &size), ILSEQ, SUCCESS);
    return 0;
}
