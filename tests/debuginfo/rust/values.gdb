# Rust without optimization in gdb: scalars, structures, enumerations, slices.
build: O0

--- all scalars
break program.rs:101
run
info locals

--- single scalars
print small
print byte
print wide
print huge
print real
print letter
print yes

--- tuples and arrays
print tuple
print tuple.1
print array
print array[2]
print matrix
print matrix[1][0]

--- a slice
print slice
print slice[1]

--- expressions
print byte as u32 + 100
print real * 2.0
print word > 10
print !yes
print -wide

--- assign scalars
set var small = 100
set var real = 1.5
set var array[2] = 77
print small
print real
print array

--- types
whatis tuple
whatis slice
whatis array
ptype word

--- a backtrace
bt 2
up
print total
down

--- enumerations without values
delete
break program.rs:124
continue
print color

--- enumerations with values
print circle
print rectangle
print nothing

--- options
print some
print none
print some_box

--- results
print good
print bad

--- boxes and counted references
print *boxed
print boxed

--- the types of enumerations
whatis some
whatis circle
ptype Color

--- statics
print program::COUNTER
print COUNTER
print GREETING
