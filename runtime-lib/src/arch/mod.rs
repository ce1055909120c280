//! The processor: the only assembly, and the only code that knows register names and instruction encodings.
//!
//! One file per processor with the same items in each, chosen here and nowhere else, and beside it one for each system,
//! since a system decides how a process starts and what a signal handler finds. What they offer:
//!
//! - [`call_on_stack`], which leaves the system's stack for the guest's, [`call_on_stack_and_return`], which comes back,
//!   and [`stop`];
//! - [`wasmc_exception_throw`], [`land`] and [`call_with_registers_on_stack`], for exceptions;
//! - [`wasmc_raise`], by which compiled code ends with a trap, and [`call_resumably`], [`resume`] and
//!   [`resume_interrupted`], by which the caller of compiled code goes on after one;
//! - [`Registers`] of an interrupted program, [`frame_pointer`], [`frame_is_set_up`] and [`RUNTIME_FRAME_OFFSET`], for
//!   walking its stack;
//! - where there is no libc: `_start`, the process entry point, [`system_call`] and [`restorer`] for what `rustix` does not
//!   do, and the `memcpy` family, which compilers call by themselves and which therefore cannot be written in Rust: the
//!   optimizer would turn its loops into calls of itself.
//!
//! # Safety
//! The files state what each piece of assembly expects and preserves.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(all(test, target_os = "linux"))]
mod bytes_tests;
#[cfg(target_arch = "riscv64")]
mod riscv64;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
pub use aarch64::*;
#[cfg(target_arch = "riscv64")]
pub use riscv64::*;
#[cfg(target_arch = "x86_64")]
pub use x86_64::*;

/// Where an exception continues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The instruction.
    pub program_counter: usize,
    /// The stack pointer that it expects.
    pub stack_pointer: usize,
    /// The frame pointer of its function.
    pub frame_pointer: usize,
}

/// The registers that a stack walk starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registers {
    /// The instruction that was about to run.
    pub program_counter: usize,
    /// The stack pointer.
    pub stack_pointer: usize,
    /// The frame pointer.
    pub frame_pointer: usize,
    /// The register in which a call leaves its return address; `None` on processors where a call pushes it.
    pub link_register: Option<usize>,
}
