# Rust with optimization in gdb: lines, generic functions, memory.
build: O2

... variables that are optimized out differ
set print frame-arguments presence

--- a breakpoint at a function
break optimized::transfer
run
bt 2

--- statics
print optimized::OBSERVED

... stop in an instance of a generic function, behind its prologue
break optimized::largest<i32>
continue

--- the frame above an instance of a generic function
up

--- a static after atomic operations
print optimized::OBSERVED

... stop in another instance
break optimized::largest<f64>
continue

--- the frame above another instance
up

--- types
ptype optimized::Account

--- run to the end
delete
continue
