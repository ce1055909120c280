/* Calls into libSystem whose arguments, results or layouts differ between the systems. Prints `calls: all as expected`. */
#include "darwin_sdk.h"

static void arguments(int argc, char **argv, char **envp, char **apple) {
    CHECK(argc == 3 && strlen(argv[0]) == 5 && argv[1][0] == 'a' && argv[2][0] == 0 && argv[3] == 0);
    CHECK(environ[0] == envp[0] && envp[0][0] == 'X' && envp[0][2] == 'y' && envp[1] == 0);
    CHECK(apple[0][0] == 'e');
}

/* Pointers in data, which the loader has to rebase, and those of imports, with addends among them. */
static const char *const volatile words[] = {"zero", "one", "two"};
static const char *const volatile *const volatile middle = &words[1];
static void *volatile imported[] = {(void *)write, (char *)write + 4, (char *)write + 70000};

static void fixups(void) {
    CHECK(middle[0][0] == 'o' && middle[1][1] == 'w');
    char *first = imported[0];
    CHECK((char *)imported[1] - first == 4 && (char *)imported[2] - first == 70000 && imported[0] == (void *)write);
}

static void files(void) {
    int directory, file;
    struct stat stat;
    struct timespec times[2] = {{0, UTIME_OMIT}, {1234567890, 42}};
    CHECK(open("none", O_RDONLY) == -1 && errno == ENOENT);
    CHECK(mkdirat(AT_FDCWD, "made", 0755) == 0 && (directory = open("made", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) >= 0);
    CHECK((file = openat(directory, "file", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640)) >= 0);
    CHECK(openat(directory, "file", O_RDWR | O_CREAT | O_EXCL, 0640) == -1 && errno == EEXIST);
    CHECK(write(file, "twelve bytes", 12) == 12);
    CHECK(utimensat(directory, "file", times, 0) == 0);
    CHECK(fstat(file, &stat) == 0 && stat.st_size == 12 && stat.st_mode == 0100640 && stat.st_nlink == 1);
    CHECK(stat.st_mtimespec.tv_sec == 1234567890 && stat.st_mtimespec.tv_nsec == 42 && stat.st_atimespec.tv_sec > 1500000000);
    CHECK(fcntl(file, F_GETFD) == 1 && fcntl(file, F_GETFL) == O_RDWR);
    CHECK(fcntl(file, F_SETFL, O_NONBLOCK) == 0 && fcntl(file, F_GETFL) == (O_RDWR | O_NONBLOCK));
    CHECK(close(file) == 0 && unlinkat(AT_FDCWD, "made", AT_REMOVEDIR) == -1 && errno == ENOTEMPTY);
    DIR *stream = fdopendir(directory);
    int seen = 0;
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_name[0] != 'f') continue;
        CHECK(entry->d_namlen == 4 && entry->d_type == 8 && entry->d_ino == stat.st_ino);
        seen++;
    }
    CHECK(seen == 1 && unlinkat(AT_FDCWD, "made/file", 0) == 0 && closedir(stream) == 0);
    CHECK(unlinkat(AT_FDCWD, "made", AT_REMOVEDIR) == 0);
}

static void memory(void) {
    enum { BYTES = 1 << 20 };
    char *here = (char *)0x10000000000;
    CHECK(mmap(here, 1ul << 33, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0) == here);
    CHECK(mprotect(here, BYTES, PROT_READ | PROT_WRITE) == 0);
    here[BYTES - 1] = 5;
    /* Taken: elsewhere. */
    char *elsewhere = mmap(here, BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    CHECK(elsewhere != here && ((u64)elsewhere & 0xfff) == 0);
    CHECK(munmap(elsewhere, BYTES) == 0 && munmap(here, 1ul << 33) == 0);
#if defined(__aarch64__)
    CHECK(((u64)elsewhere & 0x3fff) == 0 && mprotect(elsewhere + 4096, 4096, PROT_READ) == -1 && errno == EINVAL);
    /* The kernel's own. */
    here = (char *)0x1000000000;
    CHECK((elsewhere = mmap(here, BYTES, PROT_READ, MAP_PRIVATE | MAP_ANON, -1, 0)) != here);
    CHECK(mmap(here, BYTES, PROT_READ, MAP_PRIVATE | MAP_ANON | MAP_FIXED, -1, 0) == (void *)-1);
#endif
}

static void clocks_and_the_like(void) {
    struct timespec now;
    u8 random[32];
    int sum = 0;
    struct pollfd output = {1, 4, 0};
    CHECK(clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec > 1500000000 && now.tv_nsec < 1000000000);
    CHECK(clock_gettime(CLOCK_MONOTONIC, &now) == 0 && clock_gettime(77, &now) == -1 && errno == EINVAL);
    CHECK(getentropy(random, sizeof random) == 0 && getentropy(random, 257) == -1);
    for (u64 index = 0; index < sizeof random; index++) sum += random[index];
    CHECK(sum != 0 && poll(&output, 1, 0) == 1 && output.revents == 4);
}

int main(int argc, char **argv, char **envp, char **apple) {
    arguments(argc, argv, envp, apple);
    fixups();
    files();
    memory();
    clocks_and_the_like();
    say("calls: all as expected\n");
    return 7;
}
