# The tag of Rust's exceptions, which is that of C++: for WASI, Rust expects it from the C toolchain's libunwind, which
# Debian 12 does not have for this target.
        .globl  __cpp_exception
        .tagtype        __cpp_exception i32
__cpp_exception:
