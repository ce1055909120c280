# A trap in gdb: the signal, the frames with their values, and the same from a core file.
build: trap
user: ordinary

--- a main function with arguments
break main
run
print argc

--- the trap
continue

--- backtrace from a trap
bt

--- the trapped frame
info args
print *request
print request->name
print checks

--- the frames above
up
print sum
print *request
up
print inner.parent->name
print &outer == inner.parent

--- a core file is written
generate-core-file core.guest
kill

--- a core file is read
core-file core.guest
bt

--- values from a core file
print *request
print request->name
print checks
up
up
print outer
print inner.name
