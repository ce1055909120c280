# A backtrace from inside a host call in gdb.
build: message
user: ordinary

--- the string that is written
break send_message
run
next
print *message
print length

... stop in the system call
native| break write
guest| break wasmc_wasi_fd_write
continue

--- backtrace from inside a system call
bt

--- the caller's values from inside a system call
frame function send_message
print message->number
print message->text
frame function main
print messages
print i

--- out of a system call
frame function send_message
finish
