# C with -O2 in gdb: what an optimized program still shows is right.
build: O2
user: ordinary

... variables that are optimized out differ
set print frame-arguments presence
set print entry-values no

--- breakpoints at functions, inlined ones too
break move
break square
break deep
break stop
disable 2 3 4

--- stop at a function
run
bt

--- finish a function without a result
finish
print corners

--- statics
print rectangle
print rectangle.points[2]
print *rectangle.points@4
print rectangle.name
print sink

--- inlined frames
enable 2
continue
bt

--- up and down in inlined frames
up
up
down
disable 2

--- recursion
enable 3
continue
continue
continue
continue
bt
disable 3

--- a volatile variable that optimized code has written
print sink

--- a hardware watchpoint on a volatile variable
differs: more code of the line follows its store
watch sink
continue
delete 5
expect: Hardware watchpoint 5: sink
expect: Hardware watchpoint 5: sink
expect: Old value = 40
expect: New value = 6328
expect: stop (...) at optimized.c:51
expect: 51	    sink = code;

--- memory after optimized code
print corners[2]
print rectangle.count
print *rectangle.points

--- assign to memory
set var corners[1].x = 7
print corners

--- call an optimized function
print deep(2)

--- types survive
ptype struct shape
whatis corners

--- run to the end
delete
continue
