/* Finds what an import is on this host, in the tables of the bind_*.c files. */
#include <string.h>

#include "loader.h"

static const struct binding *const TABLES[] = {
    bindings_files, bindings_directories, bindings_memory, bindings_process, bindings_signals, bindings_sockets, bindings_strings,
    bindings_threads,
};

void *binding_find(const char *name) {
    for (size_t table = 0; table < sizeof TABLES / sizeof *TABLES; table++)
        for (const struct binding *binding = TABLES[table]; binding->name; binding++)
            if (strcmp(binding->name, name) == 0) return binding->address;
    return NULL;
}

void *binding_require(const char *name) {
    void *address = binding_find(name);
    if (!address) give_up("unknown import: %s", name);
    return address;
}
