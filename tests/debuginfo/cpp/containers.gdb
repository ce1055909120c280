# C++ without optimization in gdb: strings and containers of the standard library, as gdb's printers for another
# library show them.
build: O0

--- strings
break shapes.cpp:113
run
print short_text
print long_text
print empty

--- a vector of numbers
print numbers

--- a vector of strings
print words

--- a vector of structures
print points

--- a map
print ages

--- a pair
print pair.first
print pair.second

--- a unique pointer
print owned

--- a container in a function's argument
tbreak sum<int>
continue
print values

--- a loop over a container
next
next
print value
next
print total
bt
