# Rust without optimization in gdb: strings and containers, as Rust's printers show them.
build: O0

--- a string slice
break program.rs:124
run
print text

--- strings
print owned
print empty

--- a vector
print numbers

--- a vector of strings
print words

--- a map
print ages

--- a hash map
print map

--- a counted reference
print shared

--- an option with a box
print some_box

--- a result with a string
print bad

--- a length
print numbers.len
print owned.vec.len
