/* A small SQLite shell: `shell DATABASE < SCRIPT` runs the statements of the script one by one.
 *
 * Each row is printed with `|` between the values and each error with its extended code; the script goes on after an
 * error. Three SQL functions of its own (one aggregate) and a collation make SQLite call back into the program. */
#include "sqlite3.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reverse(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const unsigned char *text = sqlite3_value_text(values[0]);
  int length = sqlite3_value_bytes(values[0]);
  char *reversed = sqlite3_malloc(length + 1);
  if (text == NULL || reversed == NULL) return;
  for (int i = 0; i < length; i++) reversed[i] = (char)text[length - 1 - i];
  sqlite3_result_text(context, reversed, length, sqlite3_free);
}

static void checksum(sqlite3_context *context, int count, sqlite3_value **values) {
  const unsigned char *bytes = sqlite3_value_blob(values[0]);
  int length = sqlite3_value_bytes(values[0]);
  sqlite3_int64 sum = 1469598103934665603LL;
  (void)count;
  for (int i = 0; i < length; i++) sum = (sqlite3_int64)(((sqlite3_uint64)sum ^ bytes[i]) * 1099511628211ULL);
  sqlite3_result_int64(context, sum);
}

static void product_step(sqlite3_context *context, int count, sqlite3_value **values) {
  double *product = sqlite3_aggregate_context(context, sizeof *product);
  (void)count;
  if (*product == 0.0) *product = 1.0;
  *product *= sqlite3_value_double(values[0]);
}

static void product_final(sqlite3_context *context) {
  double *product = sqlite3_aggregate_context(context, sizeof *product);
  sqlite3_result_double(context, *product);
}

static int by_length(void *unused, int left_length, const void *left, int right_length, const void *right) {
  (void)unused;
  if (left_length != right_length) return left_length - right_length;
  return memcmp(left, right, (size_t)left_length);
}

static void print_row(sqlite3_stmt *statement) {
  for (int column = 0; column < sqlite3_column_count(statement); column++) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    printf("%s%s", column ? "|" : "", text ? text : "NULL");
  }
  putchar('\n');
}

/* Runs the statement at the front of `script` and returns what comes after it. */
static const char *run_one(sqlite3 *database, const char *script) {
  sqlite3_stmt *statement = NULL;
  const char *rest = script + strlen(script);
  int status = sqlite3_prepare_v2(database, script, -1, &statement, &rest);
  while (status == SQLITE_OK && statement != NULL && sqlite3_step(statement) == SQLITE_ROW) print_row(statement);
  if (statement != NULL) status = sqlite3_finalize(statement);
  if (status != SQLITE_OK)
    printf("error %d: %s\n", sqlite3_extended_errcode(database), sqlite3_errmsg(database));
  return rest;
}

static char *read_all(FILE *file) {
  size_t length = 0, capacity = 1 << 16;
  char *text = malloc(capacity);
  for (;;) {
    size_t count = fread(text + length, 1, capacity - length - 1, file);
    if (count == 0) break;
    length += count;
    if (capacity - length < 2) text = realloc(text, capacity *= 2);
  }
  text[length] = '\0';
  return text;
}

int main(int argc, char **argv) {
  sqlite3 *database;
  if (argc != 2) return fprintf(stderr, "usage: shell DATABASE < SCRIPT\n"), 2;
  if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    return fprintf(stderr, "cannot open %s: %s\n", argv[1], sqlite3_errmsg(database)), 1;
  sqlite3_create_function(database, "backwards", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, reverse, NULL, NULL);
  sqlite3_create_function(database, "fnv", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, checksum, NULL, NULL);
  sqlite3_create_function(database, "product", 1, SQLITE_UTF8, NULL, NULL, product_step, product_final);
  sqlite3_create_collation(database, "by_length", SQLITE_UTF8, NULL, by_length);
  char *script = read_all(stdin);
  for (const char *next = script; *next != '\0';) next = run_one(database, next);
  free(script);
  printf("changes %d, closed %d\n", sqlite3_total_changes(database), sqlite3_close(database));
  return 0;
}
