# C without optimization in gdb: breakpoints, steps, calls, watchpoints and frames.
build: O0
user: ordinary

--- break by file and line
break values.c:165
info breakpoints

--- break by the name of an inlined function
break twice
disable 2

--- run to a line
run

--- step into a call
next
step
bt

--- step over, and out of a function
next
print sum
next
next

--- step into a recursive function
step
bt

--- arguments
info args
up
info args
down

--- a frame by its number
frame 1
print total
print head->name

--- finish with a value
frame 0
finish

--- until a line
until 169
print total

--- break by name, with a condition
tbreak find if value == 9
continue
info args

--- advance to a line
advance 77
print found

--- finish with a pointer
finish
next

--- a hardware watchpoint on a field
delete 1
watch head->value
continue
bt

--- a watchpoint that moves to the caller's variable
delete 4
finish
watch found->value
continue
info watchpoints

--- the list after the watched writes
print *head
finish
print *found
delete 5

--- a conditional breakpoint in a loop
break values.c:95 if i == 2
continue
info locals

--- until leaves a loop
delete 6
next
next
until
print total

--- the caller goes on after a loop
finish

--- a function inlined at -O0
enable 2
continue
bt
next
info locals

--- finish out of an inlined function
finish
print before
delete 2

--- a breakpoint in an inner block
tbreak values.c:115
continue

--- an inner block hides a variable
info locals
print value

--- the hidden variable is in the outer block
next
info locals

--- a local static
break static_local
continue
next
print calls
print static_local::calls
print *'values.c'::counter_pointer

--- count of hits
continue
info breakpoints
delete

--- call a function
print add(40, 2)
print factorial(5)
print find(&first, 8)->name

--- call a function that changes memory
print bump(&second, 100)
print second.value

--- recursion
tbreak factorial if n == 1
print factorial(3)
bt

--- an argument of an outer frame
frame 2
print n
finish

--- return early
delete
frame 0
return
next

--- lines
list 84,89

--- addresses of symbols
info line factorial

--- jump
tbreak values.c:178
continue
tbreak values.c:180
jump 180

--- run to the end
continue
