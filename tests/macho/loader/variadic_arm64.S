// On arm64, macOS passes the variadic arguments of a call on the stack, eight bytes each, where Linux passes them in registers.
// These are the variadic functions of libSystem that are bound: each takes the one variadic argument that there may be into the
// register behind the fixed ones, and goes on to a function that has it as an ordinary parameter. Where the caller passed none, what
// is read is some word of its frame, which nobody looks at.
#if defined(__aarch64__)
.macro variadic name, target, register
    .globl \name
    .type \name, %function
\name:
    ldr \register, [sp]
    b \target
    .size \name, . - \name
.endm

    .text
    .p2align 2
    variadic variadic_open, darwin_open, x2
    variadic variadic_openat, darwin_openat, x3
    variadic variadic_fcntl, darwin_fcntl, x2
    variadic variadic_ioctl, darwin_ioctl, x2
#endif
    .section .note.GNU-stack, "", %progbits
