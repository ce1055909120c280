//! The parts of a thread's stacks, as addresses:
//!
//! ```text
//!   low                                                          high
//!   │ guard, no access │ guest stack ◄── grows │ signal stack ◄── │
//!   │ 1 MiB            │ record's stack_bytes  │ 64 KiB           │
//! ```
//!
//! One file says where the parts are, because two make them: [`super::stack`] in a mapping of their own, and
//! [`crate::threads::region`] as the upper part of a thread's region.
//!
//! What must not happen here: a mapping, or a look at the program.

use wasmc_abi::layout;

/// All parts are multiples of the largest page of any target.
pub const GRANULE_BYTES: usize = layout::STACK_GRANULE_BYTES as usize;
/// The part that nobody can access, below the guest's stack.
pub const GUARD_BYTES: usize = layout::STACK_GUARD_BYTES as usize;
/// The stack on which traps are handled.
pub const SIGNAL_STACK_BYTES: usize = layout::SIGNAL_STACK_BYTES as usize;

/// Where the parts are. Addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stacks {
    /// Lowest address of the guard.
    pub guard: usize,
    /// Lowest address of the guest stack, which is the end of the guard.
    pub bottom: usize,
    /// First address above the guest stack: the initial stack pointer.
    pub top: usize,
    /// Lowest address of the signal stack.
    pub signal_stack: usize,
    /// Its length in bytes.
    pub signal_stack_bytes: usize,
}

impl Stacks {
    /// The parts from the lowest address of the guard on. `stack_bytes` is a multiple of [`GRANULE_BYTES`].
    pub fn from_guard(guard: usize, stack_bytes: usize) -> Stacks {
        let bottom = guard + GUARD_BYTES;
        let top = bottom + stack_bytes;
        Stacks { guard, bottom, top, signal_stack: top, signal_stack_bytes: SIGNAL_STACK_BYTES }
    }
}
