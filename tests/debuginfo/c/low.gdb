# Data below 64 KiB in gdb, where an ordinary user cannot map the guest's addresses.
build: O0-low
user: ordinary

--- named variables
break values.c:170
run
print counter
print first
print table[3]
print ratio

--- pointers to structures
print *head
print head->next->value
print *head->next->next
print *table[2]

--- strings
print head->name
print words[1]
print words

--- a hardware watchpoint on a field
watch head->value
continue
delete

--- assign through a pointer to a structure
set var head->next->value = 55
print second.value

--- locals on the stack
break values.c:143
continue
print *top
print **handle
print matrix
print flags
