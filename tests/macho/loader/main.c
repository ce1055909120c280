/* Runs a Mach-O executable of macOS on Linux: maps it at any address, applies its fixups, binds what it imports from libSystem to
 * equivalents of this host, and calls its main. Made for the executables of wasmc, which import little; not a port of dyld.
 *
 * Usage: loader [--arg0 NAME] IMAGE [ARGUMENT...]
 *
 * Where the two systems differ, the guest gets what macOS would give (numbers of errors, signals and flags, layouts of structures,
 * SIGBUS for a page without access, pages of 16 KiB on arm64), and what this loader does not know is an error that names it. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "loader.h"

void give_up(const char *format, ...) {
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    dprintf(STDERR_FILENO, "macho loader: %s\n", message);
    _exit(LOADER_FAILED);
}

/* As the kernel hands it to dyld, and dyld on to main. */
typedef int main_function(int argc, char **argv, char **envp, char **apple);

int main(int argc, char **argv, char **envp) {
    const char *arg0 = NULL;
    int first = 1;
    if (argc > 3 && strcmp(argv[1], "--arg0") == 0) {
        arg0 = argv[2];
        first = 3;
    }
    if (argc <= first) give_up("usage: loader [--arg0 NAME] IMAGE [ARGUMENT...]");

    struct image image;
    image_map(&image, argv[first]);
    fixups_apply(&image);
    image_protect(&image);

    char executable_path[4200];
    snprintf(executable_path, sizeof executable_path, "executable_path=%s", argv[first]);
    char *apple[] = {executable_path, NULL};
    char **guest_argv = argv + first;
    if (arg0) guest_argv[0] = (char *)arg0;
    process_start(argc - first, guest_argv, envp);
    main_function *entry = (main_function *)(image.base + image.entry);
    _exit(entry(argc - first, guest_argv, envp, apple));
}
