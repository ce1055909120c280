/* wasi-libc has no <setjmp.h>; Lua includes it without using it, because lua.c defines LUAI_THROW and LUAI_TRY. */
