# AssemblyScript in gdb: lines of its source map, names of its functions and parameters.
build: O0

--- break by file and line
break program.ts:10
run
expect: Breakpoint 1: program.ts, line 10.
expect: Breakpoint 1, program/sum (limit=5) at program.ts:10
expect: 10	    total += square(i);

--- a backtrace
bt 2
expect: # program/sum (limit=5) at program.ts:10
expect: # program/run () at program.ts:30

--- step into a function, and out of it
step
finish
expect: program/square (n=0) at program.ts:4
expect: 4	  return n * n;
expect: program/sum (limit=5) at program.ts:10
expect: 10	    total += square(i);
expect: $ = 0

--- steps in a loop
delete
next
next
step
expect: 9	  for (let i = 0; i < limit; i++) {
expect: 10	    total += square(i);
expect: program/square (n=1) at program.ts:4
expect: 4	  return n * n;

--- recursion
tbreak program.ts:16 if n == 1
continue
bt 4
expect: Temporary breakpoint 2: program.ts, line 16.
expect: Temporary breakpoint 2, program/factorial (n=1) at program.ts:16
expect: 16	  if (n < 2) return 1;
expect: # program/factorial (n=1) at program.ts:16
expect: # program/factorial (n=2) at program.ts:17
expect: # program/factorial (n=3) at program.ts:17
expect: # program/factorial (n=4) at program.ts:17

--- a parameter of an outer frame
frame 2
print n
expect: # program/factorial (n=3) at program.ts:17
expect: 17	  return n * factorial(n - 1);
expect: $ = 3

... the address of an object is not in the source
set print frame-arguments none

--- a method
tbreak program.ts:24
continue
print by
expect: Temporary breakpoint 3: program.ts, line 24.
expect: Temporary breakpoint 3, program/Counter#add (this=..., by=...) at program.ts:24
expect: 24	    return this.value;
expect: $ = 24
