# Go in gdb, by the names of its functions. The module's text is the source, and its lines depend on all of Go's runtime.
build: default

... stop in a function
tbreak main.add
run

--- the name of a function
python print(gdb.selected_frame().name())
expect: main.add

--- the source is the module's text
python print(gdb.selected_frame().find_sal().symtab.filename.split('/')[-1])
expect: program.wat

--- frames have names
python print(gdb.selected_frame().older().name())
expect: main.main

... a step in the text
python first = gdb.selected_frame().find_sal().line
next

--- the next instruction
python print(gdb.selected_frame().name(), gdb.selected_frame().find_sal().line - first)
expect: main.add 1

... another function
tbreak main.factorial
continue

--- the name of another function
python print(gdb.selected_frame().name(), gdb.selected_frame().older().name())
expect: main.factorial main.main
