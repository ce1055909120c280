# C++ without optimization in gdb: classes, references, templates, overloads.
build: O0

--- objects of classes
break shapes.cpp:122
run
print square.name_
print circle.center_
print square.side_
print base.kind_

--- references and pointers to a base class
print &base == &square
print pointer == &circle
print pointer->kind_
print ((geometry::Circle *) pointer)->radius_

--- a static member
print geometry::Shape::count
print square.count

--- a scoped enumeration
print Kind::Square
print square.kind_ == Kind::Square
ptype geometry::Kind

--- arguments by reference
break swap_values
continue
print left
print &left != &right
next
next
print left
print right
print saved
bt

--- assign through a reference
set var right = 50
print right
set var right = 1
finish

--- this
break geometry::Square::area
continue
print this->side_
print side_
print this->name_

--- a method's local variable
next
print result
bt

--- finish a method
finish

--- a method of another class
delete
tbreak geometry::Circle::area
continue
print radius_
print center_.y
print this->kind_

--- members of a template
tbreak Pair<int>::larger
continue
print first
print *this
finish

--- the same template of another type
tbreak Pair<double>::larger
continue
print second
finish

--- templates
print ints
print doubles
ptype ints.first
whatis doubles

--- overloads
break overloaded
continue
info args
continue
info args
print value * 2
delete

--- an operator's result
up
print moved
down

--- virtual calls by smart pointers
tbreak total_area
continue
tbreak geometry::Square::area
continue
print side_
bt
finish

--- a lambda
tbreak shapes.cpp:135
continue
print amount
bt
next
finish

--- a virtual table
differs: it holds numbers of functions, and gdb takes no name for a part of linear memory
print circle
expect: $ = {<geometry::Shape> = {_vptr$Shape = @1, static count = 4, kind_ = geometry::Kind::Circle, name_ = "a circle with a name that is long"}, radius_ = 2, center_ = {x = 1.5, y = -2.5}}

--- call a function
print overloaded(41)

--- call a method
differs: gdb makes a pointer of 8 bytes for `this` if the program has no pointer to the type without `const`
print ints.larger()
expect: Invalid cast.

--- types
ptype Pair<int>
ptype Point
whatis square
whatis pointer
