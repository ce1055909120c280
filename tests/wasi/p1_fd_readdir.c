// A listing has every entry with type and inode, begins with `.` and `..`, and shows new entries when it starts again.
// dir: sandbox
#include "entries.h"

static uint8_t buffer[4096];
static int count, files, directories, links, dots;

static void visit(const entry_t *entry) {
    count++;
    uint64_t inode = entry->head.d_ino;
    if (strcmp(entry->name, "file") == 0) {
        files++;
        EQUAL(entry->head.d_type, __WASI_FILETYPE_REGULAR_FILE);
        EQUAL(inode, stat_path(DIR, 0, "file").ino);
    } else if (strcmp(entry->name, "directory") == 0) {
        directories++;
        EQUAL(entry->head.d_type, __WASI_FILETYPE_DIRECTORY);
        EQUAL(inode, stat_path(DIR, 0, "directory").ino);
    } else if (strcmp(entry->name, "link") == 0) {
        links++;
        EQUAL(entry->head.d_type, __WASI_FILETYPE_SYMBOLIC_LINK);
        EQUAL(inode, stat_path(DIR, 0, "link").ino);
    } else {
        dots++;
        EQUAL(entry->head.d_type, __WASI_FILETYPE_DIRECTORY);
        if (strcmp(entry->name, ".") == 0)
            EQUAL(inode, stat_fd(DIR).ino);
        else
            CHECK(strcmp(entry->name, "..") == 0);
    }
}

static void list(void) {
    count = files = directories = links = dots = 0;
    walk(DIR, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, visit);
    EQUAL(dots, 2);
}

int main(void) {
    list();
    EQUAL(count, 2);
    put(DIR, "file", "text");
    make_directory(DIR, "directory");
    make_symlink("file", DIR, "link");
    list();
    EQUAL(count, 5);
    CHECK(files == 1 && directories == 1 && links == 1);
    remove_file(DIR, "link");
    list();
    EQUAL(count, 4);
    EQUAL(links, 0);
    // Another descriptor of the same directory lists on its own.
    fd_t directory = open_directory(DIR, "directory");
    size_t used;
    OK(__wasi_fd_readdir(directory, buffer, sizeof buffer, __WASI_DIRCOOKIE_START, &used));
    EQUAL(used, 2 * sizeof(__wasi_dirent_t) + 3);
    // No buffer: nothing.
    OK(__wasi_fd_readdir(DIR, buffer, 0, __WASI_DIRCOOKIE_START, &used));
    EQUAL(used, 0);
    return 0;
}
