# Zig in its debug mode in gdb.
build: O0

--- break by file and line
break program.zig:36
run
info args
bt 2

--- a local variable, and finish
next
print sum
finish

--- recursion
tbreak program.zig:41 if n == 2
continue
bt 4
frame 1
print n
frame 0
finish
delete

--- a pointer to a structure
tbreak program.zig:46
continue
print list->value
print list->name

--- a list is followed
print list->next->value
print list->next->next->value
print list->next->next->next

--- a slice of bytes
print list->name
print list->name.len
print *list->name.ptr@5
x/s list->next->name.ptr

--- a loop over a list
tbreak program.zig:50 if sum == 15
continue
print node->name
finish

--- a hardware watchpoint on a field
tbreak program.zig:56
continue
watch node->value
continue
delete

--- statics
print 'program.counter'
print 'program.first'.name
print 'program.first'.next->next->value
finish

--- scalars
tbreak program.zig:80
continue
print small
print wide
print huge
print single
print real
print yes
print byte

--- an array and a slice
print array
print slice
print slice.ptr[1]
print slice.len
print text

--- a packed structure and an enumeration
print flags
print color

--- assign
set var wide = 5
set var array[1] = 7
print wide
print array
print slice.ptr[0]

--- a tagged union
tbreak program.zig:89
continue
print circle.tag
print circle.payload.circle
print rectangle

--- optionals
print maybe
print nothing

--- types
whatis circle.tag
ptype maybe

--- run to the end
delete
continue
