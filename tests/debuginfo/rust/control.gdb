# Rust without optimization in gdb: breakpoints, steps, arguments, generic functions, traits, closures.
build: O0

--- break by name
break program::add
run
info args
bt 2

--- finish with a value
finish

--- recursion
tbreak program::factorial if n == 2
continue
bt 4
frame 1
print n
frame 0
finish
delete

--- a structure behind a reference
tbreak program::sum_list
continue
print *list
print list.value

--- a list is followed
print list.next
print list.value == 7

--- a loop over a list
tbreak program.rs:67
continue
print sum
print node.value

--- a hardware watchpoint
watch sum
continue
delete

--- a conditional breakpoint
tbreak program.rs:67 if sum == 24
continue
print node.value
finish

--- a generic function of integers
tbreak program::larger<i32>
continue
print *pair
finish

--- a generic function of floating-point numbers
tbreak program::larger<f64>
continue
print pair.second
finish

--- a vector behind a mutable reference
tbreak program::change
continue
print by
next
print before
print *values

--- a changed vector
finish
tbreak program.rs:141
continue
print values

--- a method of a trait
tbreak program.rs:42
continue
print *self
print result
bt 2
finish

--- a closure
tbreak program.rs:147
continue
print amount
finish

--- call functions
print program::add(40, 2)
print program::factorial(5)

--- run to the end
delete
continue
