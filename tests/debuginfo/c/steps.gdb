# C without optimization in gdb on each CPU: what does not depend on hardware watchpoints.
build: O0
machines: all

--- break by file and line
break values.c:165
run

--- step into a call
next
step
bt

--- out of a function
finish

--- recursion
delete
tbreak factorial if n == 1
continue
bt

--- an argument of an outer frame
frame 1
print n
finish

--- until a line
until 73
tbreak find
continue
info args

--- a conditional breakpoint in a loop
tbreak values.c:95 if i == 2
continue
info locals
print square

--- the frame above
up
print total
print head->next->name
down

--- a software watchpoint
set can-use-hw-watchpoints 0
watch total
continue
delete

--- call functions
finish
print add(40, 2)
print find(&first, 8)->name

--- call a function that changes memory
print bump(&second, 100)
print second.value

--- run to the end
tbreak values.c:180
continue
