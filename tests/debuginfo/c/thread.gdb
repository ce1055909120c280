# Threads in gdb: a stop in the second, frames and variables of both.
build: thread
user: ordinary

--- a stop in a second thread
break sum_below
run

--- backtrace from a second thread
bt 2

--- values of a second thread
print n
up
print *job
print job->next == &jobs[1]
down

... to the first thread
thread 1

--- values of the first thread
frame function program
print finished

... back to the second thread
thread 2

--- steps in a second thread
next
next
finish
print jobs

--- the first thread goes on
continue
print n
bt 3

--- a thread-local variable
differs: clang describes it by the module's global for the base of thread-local memory, which each thread has for itself
print depth
expect: $ = <optimized out>
