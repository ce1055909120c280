/* Lua 5.4 as one translation unit, with its error handling on top of Binaryen's Asyncify pass.
 *
 * Lua raises errors with setjmp and longjmp. WASI preview 1 without exception handling has neither, so a throw starts
 * an Asyncify unwind, which returns from every frame up to the protected call; that one stops the unwind and goes on.
 * Nothing is ever rewound, so the frames that Asyncify saves on the way are never read again. */
#include <stdlib.h>

struct asyncify_buffer {
  char *next;
  char *end;
};
__attribute__((import_module("asyncify"), import_name("start_unwind"))) void start_unwind(struct asyncify_buffer *);
__attribute__((import_module("asyncify"), import_name("stop_unwind"))) void stop_unwind(void);

static int unwinding;
static char saved_frames[1 << 20];

/* Asyncify leaves a function that starts or stops an unwind as it is, so neither may be inlined into Lua. */
__attribute__((noinline)) static void lua_unwind(void) {
  static struct asyncify_buffer buffer;
  buffer.next = saved_frames;
  buffer.end = saved_frames + sizeof saved_frames;
  unwinding = 1;
  start_unwind(&buffer);
}

#define luai_jmpbuf int
#define LUAI_THROW(L, c) lua_unwind()
#define LUAI_TRY(L, c, a)                                                                                              \
  {                                                                                                                    \
    a;                                                                                                                 \
    if (unwinding) {                                                                                                   \
      unwinding = 0;                                                                                                   \
      stop_unwind();                                                                                                   \
    }                                                                                                                  \
  }
#define l_noret void

#include "lprefix.h"

/* What WASI has no counterpart for fails as it may by the C standard. */
#include <stdio.h>
static FILE *no_tmpfile(void) { return NULL; }
#define tmpfile no_tmpfile
#define LUA_TMPNAMBUFSIZE 1
#define lua_tmpnam(b, e) ((void)(b), (e) = 1)
#define l_system(command) ((void)(command), 0)

#include "lapi.c"
#include "lcode.c"
#include "lctype.c"
#include "ldebug.c"
#include "ldo.c"
#include "ldump.c"
#include "lfunc.c"
#include "lgc.c"
#include "llex.c"
#include "lmem.c"
#include "lobject.c"
#include "lopcodes.c"
#include "lparser.c"
#include "lstate.c"
#include "lstring.c"
#include "ltable.c"
#include "ltm.c"
#include "lundump.c"
#include "lvm.c"
#include "lzio.c"

#include "lauxlib.c"
#include "lbaselib.c"
#include "lcorolib.c"
#include "ldblib.c"
#include "liolib.c"
#include "lmathlib.c"
#include "loadlib.c"
#include "lstrlib.c"
#include "ltablib.c"
#include "lutf8lib.c"
#include "loslib.c"
#include "linit.c"

/* `lua SCRIPT ARGS...`: runs the script with its arguments as `...`; an error goes to stderr and gives status 1. */
static int report(lua_State *L) {
  const char *message = lua_tostring(L, -1);
  fprintf(stderr, "lua: %s\n", message ? message : "(error object is not a string)");
  return EXIT_FAILURE;
}

int main(int argc, char **argv) {
  lua_State *L = luaL_newstate();
  if (L == NULL || argc < 2) return EXIT_FAILURE;
  luaL_openlibs(L);
  if (luaL_loadfile(L, argv[1]) != LUA_OK) return report(L);
  for (int i = 2; i < argc; i++) lua_pushstring(L, argv[i]);
  if (lua_pcall(L, argc - 2, 0, 0) != LUA_OK) return report(L);
  lua_close(L);
  return EXIT_SUCCESS;
}
