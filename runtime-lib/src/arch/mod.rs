//! The processor: the only assembly, and the only code that knows register names and instruction encodings.
//!
//! One file per processor with the same functions in each, chosen here and nowhere else. What they offer:
//!
//! - `_start`, the process entry point, and [`call_on_stack`], which leaves the kernel's stack for the guest's;
//! - [`system_call`] and [`restore_signal_frame`], for what `rustix` does not do;
//! - [`Registers`] of an interrupted program, and [`frame_is_set_up`], for walking its stack;
//! - the `memcpy` family, which compilers call by themselves and which therefore cannot be written in Rust: the optimizer
//!   would turn its loops into calls of itself.
//!
//! # Safety
//! The files state what each piece of assembly expects and preserves.

#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "x86_64")]
pub use x86_64::*;

/// The registers that a stack walk starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registers {
    /// The instruction that was about to run.
    pub program_counter: usize,
    /// The stack pointer.
    pub stack_pointer: usize,
    /// The frame pointer.
    pub frame_pointer: usize,
}
