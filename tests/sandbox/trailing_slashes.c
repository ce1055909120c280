// Slashes (and dots) after the name of a link make the kernel follow it, also where it was told not to. Nine links with
// nine endings for every function: nothing outside is reached, created, changed or revealed.
// dir: sandbox
// host-setup: dir outside
// host-setup: dir outside/empty
// host-setup: file outside/secret "top secret"
// host-setup: dir sandbox/directory
// host-setup: file sandbox/file text
// host-setup: symlink sandbox/in-directory directory
// host-setup: symlink sandbox/in-file file
// host-setup: symlink sandbox/in-missing missing
// host-setup: symlink sandbox/out-directory ../outside
// host-setup: symlink sandbox/out-empty ../outside/empty
// host-setup: symlink sandbox/out-file ../outside/secret
// host-setup: symlink sandbox/out-missing ../outside/new
// host-setup: symlink sandbox/out-absolute /
// host-setup: symlink sandbox/out-twice out-directory
#include "check.h"

static const struct {
    const char *name, *target;
} links[] = {
    {"in-directory", "directory"},       {"in-file", "file"},
    {"in-missing", "missing"},           {"out-directory", "../outside"},
    {"out-empty", "../outside/empty"},   {"out-file", "../outside/secret"},
    {"out-missing", "../outside/new"},   {"out-absolute", "/"},
    {"out-twice", "out-directory"},
};
static const char *const endings[] = {"", "/", "//", "///", "/.", "/./", "/..", "/../", "/./../"};

static uint64_t inodes_inside[8];

// Succeeds only with something of the sandbox.
static void check_inside(uint64_t inode) {
    for (int i = 0; i < 8; i++)
        if (inode == inodes_inside[i]) return;
    fail(__FILE__, __LINE__, "something of the outside was opened or looked at", NULL);
}

static void check_path(const char *path, bool follows) {
    fd_t fd;
    __wasi_filestat_t stat;
    char buffer[64];
    size_t size;
    int oflags[] = {0, DIRECTORY, CREAT, CREAT | EXCL, TRUNC, CREAT | DIRECTORY};
    rights_t rights[] = {0, R, RW};
    for (int follow = 0; follow <= FOLLOW; follow++) {
        for (int i = 0; i < 6; i++)
            for (int j = 0; j < 3; j++)
                if (p1_path_open(DIR, follow, Z(path), oflags[i], rights[j], 0, 0, &fd) == SUCCESS) {
                    // What was made inside is the guest's.
                    if (!exists(DIR, "missing")) check_inside(stat_fd(fd).ino);
                    OK(__wasi_fd_close(fd));
                    (void)!p1_path_unlink_file(DIR, T("missing"));
                    put(DIR, "file", "text");
                }
        if (p1_path_filestat_get(DIR, follow, Z(path), &stat) == SUCCESS && stat.filetype != __WASI_FILETYPE_SYMBOLIC_LINK)
            check_inside(stat.ino);
        (void)!p1_path_filestat_set_times(DIR, follow, Z(path), 1, 1, __WASI_FSTFLAGS_MTIM);
    }
    // No hard link of anything outside comes in, and none of anything inside goes out.
    for (int follow = 0; follow <= FOLLOW; follow++)
        if (p1_path_link(DIR, follow, Z(path), DIR, T("alias")) == SUCCESS) {
            stat = stat_path(DIR, 0, "alias");
            if (stat.filetype != __WASI_FILETYPE_SYMBOLIC_LINK) check_inside(stat.ino);
            remove_file(DIR, "alias");
        }
    (void)!p1_path_link(DIR, 0, T("file"), DIR, Z(path));
    (void)!p1_path_unlink_file(DIR, T("missing"));
    if (p1_path_readlink(DIR, Z(path), buffer, sizeof buffer, &size) == SUCCESS) CHECK(!follows);
}

static void check_changes(const char *link, const char *target, const char *path) {
    // What these succeed with is seen by the host, which compares all that is outside; here they are made undone.
    if (p1_path_create_directory(DIR, Z(path)) == SUCCESS) remove_directory(DIR, "missing");
    if (p1_path_symlink(T("x"), DIR, Z(path)) == SUCCESS) remove_file(DIR, "missing");
    (void)!p1_path_remove_directory(DIR, Z(path));
    if (!exists(DIR, "directory")) make_directory(DIR, "directory");
    make_directory(DIR, "new");
    if (p1_path_rename(DIR, T("new"), DIR, Z(path)) == SUCCESS) {
        // Onto an empty directory of the sandbox, or to where nothing was.
        CHECK(!exists(DIR, "new"));
        (void)!p1_path_remove_directory(DIR, T("missing"));
        if (!exists(DIR, "directory")) make_directory(DIR, "directory");
    } else {
        remove_directory(DIR, "new");
    }
    put(DIR, "other", "other");
    if (p1_path_rename(DIR, T("other"), DIR, Z(path)) == SUCCESS) {
        // Only the link itself can have been replaced, or a missing name been filled.
        if (exists(DIR, "missing")) {
            remove_file(DIR, "missing");
        } else {
            CHECK(holds(DIR, link, "other"));
            remove_file(DIR, link);
            (void)!p1_path_symlink(Z(target), DIR, Z(link));
        }
    } else {
        remove_file(DIR, "other");
    }
}

int main(void) {
    inodes_inside[0] = stat_fd(DIR).ino;
    inodes_inside[1] = stat_path(DIR, 0, "directory").ino;
    inodes_inside[2] = stat_path(DIR, 0, "file").ino;
    char path[64];
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        for (size_t j = 0; j < sizeof endings / sizeof *endings; j++) {
            size_t length = strlen(links[i].name);
            memcpy(path, links[i].name, length);
            memcpy(path + length, endings[j], strlen(endings[j]) + 1);
            check_path(path, j > 0);
            // These may replace a link that leads out, which an engine need not let the guest make again.
            if (j > 0) check_changes(links[i].name, links[i].target, path);
        }
    return 0;
}
