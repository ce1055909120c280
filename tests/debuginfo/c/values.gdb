# C without optimization in gdb: a value of each kind of type, by name, by pointer and by expression.
build: O0
user: ordinary
machines: all

--- a pointer to a static structure
break values.c:170
run
print head
print *head

--- a list is followed
print head->next->name
print head->next->next->value
print *head->next->next
print head->next->next->next

--- a pointer from a call
print found
print *found
print found == &third

--- an array of pointers
print table
print *table[1]
print table[2]->name
print *table[0]@1

--- strings
print words
print words[1]
x/s words[2]
print *words@2
print head->name[2]
printf "%s and %s\n", words[0], head->next->name

--- statics and globals
print counter
print counter_pointer
print *counter_pointer
print ratio
print first.tags
print &first.tags[1] - first.tags

--- comparisons of pointers
print head == &first
print head->next == &second
print &table[2] - &table[0]
print counter_pointer == &counter

--- arithmetic with pointers
print *(&words[0] + 1)
print (head->tags)[1]
print *(short *)&head->tags[2]
print ((struct node *) head->next)->tags

--- types
whatis head
ptype head
ptype table
whatis &head->next
whatis *words[1]
ptype operation

--- sizes that are the same
print sizeof(first.tags)
print sizeof(struct flags)
print sizeof(union number)

--- assign to a variable
set var counter = 1000
print counter
print *counter_pointer

--- assign through a pointer
print head->next->value = 55
print second
set var *counter_pointer = 41
print counter

--- assign a pointer
set var head->next = &third
print head->next->name
set var head->next = &second
print *head->next

--- convenience variables
set $node = head
print $node->value
set $node = $node->next
print *$node
set $node = $node->next
print $node->name

--- all locals of a function with aggregates
delete
break values.c:143
continue
print flags
print number.real
print number.bytes
print number.whole
print text
print matrix

--- bit fields
print flags.level
print flags.kind
print flags.color
print flags.ready
set var flags.level = 7
print flags
ptype struct flags

--- unions
print number
set var number.bytes[3] = 0
print number.whole
ptype number

--- enums
print favorite
print rights
print (enum color) 6
print RED
print favorite == GREEN
print/d favorite

--- nested pointers
print *top
print **handle
print (*handle)->left->key
print *top->right
print handle == &top

--- function pointers
print operations
print button

--- equal function pointers
print button.action == operations[0]
print operations[0] == operations[1]
print *button.label@2

--- an anonymous structure inside
print button.position
print button.position.y
ptype struct button

--- an array in two dimensions
print matrix[1]
print matrix[1][2]
print *matrix@1
print sizeof(matrix)
print text[0]@6

--- all integers and floating-point numbers
tbreak values.c:161
continue
info locals

--- single scalars
print small
print byte
print half
print word
print wide
print huge
print single
print real
print letter
print yes

--- a pointer to a pointer
print **nested
print *nested == pointer
print pointer == &counter

--- expressions
print small + byte
print real * 2
print word > 10
print wide / 1000
print !yes
print letter + 1
print -small

--- assign scalars
set var real = 1.5
set var small = 100
set var letter = 'q'
set var wide = 1
print real
print small
print letter
print wide

--- formats
print/c 65
print/t byte
output byte
x/s first.name

--- frames keep their variables
bt
up
print total > 0
info locals
down
print yes
