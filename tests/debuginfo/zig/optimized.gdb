# Zig in its safe release mode in gdb: functions, memory.
build: safe

... variables that are optimized out differ
set print frame-arguments presence

... stop in a function
break program.bump
run

--- the frame above
up

--- statics
print 'program.counter'
print 'program.first'.value
print 'program.first'.next->name
print 'program.first'.next->next->value

... stop in another function
delete
tbreak program.scalars
continue

--- the frame above another function
up

--- statics that the program has changed
print 'program.counter'
print 'program.first'.value

--- run to the end
continue
