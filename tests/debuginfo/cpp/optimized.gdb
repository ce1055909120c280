# C++ with -O2 in gdb: inlined methods, instances of templates, memory.
build: O2

... variables that are optimized out differ
set print frame-arguments presence

--- breakpoints at a function, and at an inlined method
break bank::transfer
break bank::Account::change
disable 2

--- stop at a function
run
bt

--- statics of a namespace and of a class
print bank::accounts
print bank::Account::changes
print bank::accounts[2].balance

... stop in an inlined method, at one of its instructions
enable 2
continue

--- the frames above an inlined method
up
up
disable 2

--- memory after a function
continue
print bank::accounts[0]
print bank::Account::changes
delete

--- an instance of a template
break bank::largest<int>
continue
bt

--- another instance
break bank::largest<double>
continue
finish

--- constants
print numbers
print reals[1]

--- assign to memory
set var bank::accounts[1].number = 20
print bank::accounts[1]

--- types
ptype bank::Account
whatis bank::accounts
whatis reals

--- run to the end
delete
continue
