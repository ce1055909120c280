/* What wasi-libc and clang make of ordinary C: formatted output, files, directories, sorting through function pointers, long
 * double arithmetic in software, variable arguments, bit fields, and a heap that grows. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

struct person {
  char name[16];
  int age;
  double height;
  unsigned flags : 3, rank : 5;
};

static struct person people[] = {
    {"Grace", 85, 1.68, 5, 31}, {"Alan", 41, 1.78, 1, 7}, {"Ada", 36, 1.65, 7, 0}, {"Edsger", 72, 1.83, 2, 16},
};

static int by_name(const void *left, const void *right) {
  return strcmp(((const struct person *)left)->name, ((const struct person *)right)->name);
}

static int by_age(const void *left, const void *right) {
  return ((const struct person *)right)->age - ((const struct person *)left)->age;
}

static int by_number(const void *left, const void *right) {
  unsigned a = *(const unsigned *)left, b = *(const unsigned *)right;
  return (a > b) - (a < b);
}

static void sorting(void) {
  int (*orders[])(const void *, const void *) = {by_name, by_age};
  size_t count = sizeof people / sizeof people[0];
  for (int order = 0; order < 2; order++) {
    qsort(people, count, sizeof people[0], orders[order]);
    for (size_t i = 0; i < count; i++)
      printf("%-8s%3d %.2f %u/%u ", people[i].name, people[i].age, people[i].height, people[i].flags, people[i].rank);
    putchar('\n');
  }
  unsigned *numbers = malloc(200000 * sizeof *numbers), seed = 1, sum = 0;
  for (int i = 0; i < 200000; i++) numbers[i] = seed = seed * 1664525u + 1013904223u;
  qsort(numbers, 200000, sizeof *numbers, by_number);
  for (int i = 1; i < 200000; i++) sum += (numbers[i] - numbers[i - 1]) * (unsigned)i;
  unsigned *found = bsearch(&seed, numbers, 200000, sizeof *numbers, by_number);
  printf("sorted %u %u %td\n", numbers[0], sum, found - numbers);
  free(numbers);
}

static void formatting(void) {
  printf("[%5d|%-5d|%05d|%+d|% d|%x|%#X|%o|%c|%%|%10.3s|%-10s|]\n", 42, 42, 42, 42, 42, 48879, 48879, 8, 'c', "truncate", "left");
  printf("%hhd %hd %ld %lld %zu %jd %td %" PRIu64 " %p\n", (signed char)-1, (short)-2, -3L, LLONG_MIN, (size_t)-1, INTMAX_MAX,
         (ptrdiff_t)-4, UINT64_MAX, (void *)0x1234);
  double values[] = {0.0, -0.0, 1.0 / 3.0, 1e300 * 1e10, -NAN, 5e-324, DBL_MAX, 123456.789, 0.5, 1.5, 2.5, 1e21, 1e22, 1e23};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
    printf("%g %.17g %e %.0f %a\n", values[i], values[i], values[i], fabs(values[i]) < 1e30 ? values[i] : 0.0, values[i]);
  char text[64];
  int i;
  float f;
  double d;
  printf("%d ", snprintf(text, 8, "%s", "longer than eight"));
  printf("%s %d\n", text, sscanf(" -17 3.25e2 0x1.8p3 word", "%d %f %lf %s", &i, &f, &d, text));
  printf("%d %.2f %.2f %s\n", i, (double)f, d, text);
  printf("%ld %lu %.3f %ld\n", strtol("0x7fz", NULL, 16), strtoul("-1", NULL, 10), strtod("1e-3x", NULL), strtol("99999999999", NULL, 10));
  printf("%ls %zu %d\n", L"wide", wcslen(L"\u4e16\u754c"), wprintf(L"refused: the stream is byte-oriented"));
}

static void long_doubles(void) {
  long double third = 1.0L / 3.0L, sum = 0.0L, root = sqrtl(2.0L);
  for (int i = 1; i <= 1000; i++) sum += 1.0L / ((long double)i * i);
  printf("%.33Lf %.30Lf %.25Le %La\n", third, sum, root, powl(third, 7.5L));
  printf("%Lg %Lg %d %d %.20Lf\n", LDBL_MAX, LDBL_MIN, LDBL_DIG, (int)sizeof third, strtold("3.14159265358979323846264338327950288", NULL));
  printf("%.20Lf %.20Lf %lld\n", sinl(1.0L), expl(1.0L), (long long)(third * 1e18L));
}

static void numbers(void) {
  double sum = 0;
  for (int i = 1; i < 2000; i++)
    sum += sin(i) * cos(i / 3.0) + tan(i * 0.01) + exp(-i * 0.01) + log(i) + pow(i, 0.3) + atan2(i, 7) + cbrt(i) + erf(i * 0.001) +
           lgamma(i) + fmod(i, 0.7) + hypot(i, 2) + asinh(i) + j0(i) + remainder(i, 0.3) + nearbyint(i * 0.5);
  printf("%.17g %a\n", sum, sum);
  printf("%d %d %d %d\n", -7 / 2, -7 % 2, (int)-2.9, (int)2.9);
  volatile int zero = 0, minimum = INT_MIN;
  volatile long long wide = LLONG_MAX;
  printf("%u %d %lld %d\n", (unsigned)minimum >> 3, minimum >> 3, wide * 3, zero ? 1 / zero : -1);
  printf("%d %d %d %d\n", __builtin_clz(1), __builtin_ctzll(1ull << 40), __builtin_popcountll(0xf0f0f0f0f0ull), ffs(0x80));
  unsigned __int128 product = (unsigned __int128)0xfedcba9876543210ull * 0x0123456789abcdefull;
  printf("%016" PRIx64 "%016" PRIx64 " %" PRIu64 "\n", (uint64_t)(product >> 64), (uint64_t)product, (uint64_t)(product % 1000000007));
}

static int add_all(int count, ...) {
  va_list arguments;
  va_start(arguments, count);
  double total = 0;
  for (int i = 0; i < count; i++) total += i % 2 ? va_arg(arguments, double) : va_arg(arguments, int);
  va_end(arguments);
  return (int)total;
}

static void files(void) {
  FILE *file = fopen("data/out.txt", "w+");
  for (int i = 0; i < 5000; i++) fprintf(file, "%d:%s\n", i, i % 3 ? "fizz" : "buzz");
  printf("%ld ", ftell(file));
  fseek(file, 100, SEEK_SET);
  char line[32];
  fgets(line, sizeof line, file);
  printf("%s", fgets(line, sizeof line, file));
  rewind(file);
  long lines = 0;
  for (int c; (c = getc(file)) != EOF;) lines += c == '\n';
  printf("%ld lines, eof %d, error %d\n", lines, feof(file), ferror(file));
  ungetc('u', file);
  printf("%c %d\n", getc(file), fclose(file));
  int descriptor = open("data/raw.bin", O_RDWR | O_CREAT | O_EXCL, 0644);
  printf("%zd %zd ", write(descriptor, "0123456789", 10), pwrite(descriptor, "AB", 2, 4));
  memset(line, 0, sizeof line);
  printf("%zd %s ", pread(descriptor, line, 20, 3), line);
  printf("%d ", ftruncate(descriptor, 20));
  struct stat status;
  fstat(descriptor, &status);
  printf("%lld %d %lld\n", (long long)status.st_size, S_ISREG(status.st_mode), (long long)lseek(descriptor, 0, SEEK_CUR));
  close(descriptor);
  printf("%d %s, ", open("data/raw.bin", O_RDWR | O_CREAT | O_EXCL), strerror(errno));
  printf("%d %s, ", mkdir("data", 0755), strerror(errno));
  printf("%d %s, ", rmdir("data"), strerror(errno));
  printf("%d %s, ", open("/etc/passwd", O_RDONLY), strerror(errno));
  printf("%d %s, ", open("../outside", O_RDONLY), strerror(errno));
  printf("%zd %s\n", read(99, line, 1), strerror(errno));
  printf("%d %d %d %d\n", mkdir("data/sub", 0755), rename("data/raw.bin", "data/sub/moved"), symlink("moved", "data/sub/link"), link("data/out.txt", "data/sub/hard"));
  lstat("data/sub/link", &status);
  printf("%d %d %d %zd\n", S_ISLNK(status.st_mode), access("data/sub/link", R_OK), access("data/none", F_OK), readlink("data/sub/link", line, sizeof line));
  char names[8][32];
  int count = 0;
  DIR *directory = opendir("data/sub");
  for (struct dirent *entry; (entry = readdir(directory)) != NULL && count < 8;)
    if (entry->d_name[0] != '.') snprintf(names[count++], 32, "%s %d", entry->d_name, entry->d_type == DT_LNK);
  closedir(directory);
  qsort(names, (size_t)count, sizeof names[0], (int (*)(const void *, const void *))strcmp);
  for (int i = 0; i < count; i++) printf("%s; ", names[i]);
  printf("%d\n", unlink("data/sub/hard"));
}

static void heap(void) {
  char *blocks[200];
  unsigned sum = 0;
  for (int i = 0; i < 200; i++) {
    blocks[i] = malloc((size_t)i * 1000 + 1);
    memset(blocks[i], i, (size_t)i * 1000 + 1);
  }
  for (int i = 0; i < 200; i += 2) free(blocks[i]);
  for (int i = 1; i < 200; i += 2) blocks[i] = realloc(blocks[i], (size_t)i * 3000);
  for (int i = 1; i < 200; i += 2) sum += (unsigned char)blocks[i][i * 1000];
  char *zeros = calloc(1 << 20, 16);
  for (int i = 0; i < 16 << 20; i += 4096) sum += (unsigned char)zeros[i];
  printf("%u %d %d\n", sum, malloc(3u << 30) == NULL, aligned_alloc(4096, 8192) != NULL);
}

static void input(void) {
  char line[64];
  int number, count = 0, total = 0;
  while (scanf("%d", &number) == 1) total += number, count++;
  printf("%d numbers, total %d, then ", count, total);
  while (fgets(line, sizeof line, stdin) != NULL) printf("%s", line);
}

static void last_words(void) {
  puts("at exit");
}

/* Every way to die reads through something volatile, so that the compiler cannot know of it. */
static void die(const char *way) {
  volatile int zero = 0;
  void (*volatile function)(void) = NULL;
  if (strcmp(way, "abort") == 0) abort();
  if (strcmp(way, "null") == 0) function();
  function = last_words;
  if (strcmp(way, "signature") == 0) printf("%g\n", ((double (*)(int, double))(void *)function)(1, 2.0));
  if (strcmp(way, "memory") == 0) *(volatile int *)0xffff0000 = 1;
  if (strcmp(way, "divide") == 0) printf("%d\n", (int)strlen(way) / zero);
  if (strcmp(way, "overflow") == 0) printf("%d\n", INT_MIN / (zero - 1));
}

int main(int argc, char **argv) {
  atexit(last_words);
  for (int i = 1; i < argc; i++) printf("%d [%s]\n", i, argv[i]);
  printf("%s %s\n", getenv("GIVEN") ? getenv("GIVEN") : "none", getenv("HOME") ? "home" : "no home");
  sorting();
  formatting();
  long_doubles();
  numbers();
  printf("%d %s\n", add_all(4, 1, 2.5, 3, 4.5), setlocale(LC_ALL, NULL));
  files();
  heap();
  input();
  time_t moment = 1709251199;
  char text[64];
  strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %a %j", gmtime(&moment));
  printf("%s %d\n", text, time(NULL) > moment);
  fprintf(stderr, "on standard error, unbuffered: %d\n", 1);
  fflush(stdout);
  if (argc > 1) die(argv[1]);
  return argc > 1 ? atoi(argv[1]) : 0;
}
