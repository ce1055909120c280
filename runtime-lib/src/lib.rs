//! The runtime library: everything that an executable made by wasmc contains beside the guest's own code.
//!
//! It is a freestanding program's lower half: no standard library, and on Linux no libc. Boot order, which is
//! also the order in which to read (on macOS, `main` stands for the first two steps: the system's loader relocates):
//!
//! ```text
//!   arch::_start            the kernel jumps here: no stack frame, no relocation done
//!   entry::relocate         applies our own relocations, makes relocated data read-only
//!   entry::start            remembers argv and envp, then, in this order:
//!     memory::reserve         reserves and fills the linear memories
//!     entry::stack            maps the guest's stack, its guard, the alternate signal stack
//!     traps::signal           installs the handlers
//!   wasmc_main              the guest, on its own stack; calls builtins::* and wasi::*
//!   entry::exit             ends the process
//! ```
//!
//! In a program of somebody else's, [`entry::library`] stands for everything before `wasmc_main`, and exports for that.
//!
//! The trust boundary runs between `wasmc_main` and the functions that it calls. What arrives there comes from the guest:
//!
//! ```text
//!   guest (untrusted)  │  builtins: arguments checked by compiled code before the call
//!                      │  wasi: arguments checked by us; guest pointers only through memory::guest,
//!                      │        guest paths only through the sandbox
//! ```
//!
//! What must not happen here: a second place that turns guest addresses into host addresses, a system call outside
//! [`sys`] and [`wasi`] (whose files make, through rustix, the call that their function stands for), assembly outside
//! [`arch`], formatting machinery on the path of a program that runs well.
//!
//! # Safety
//! `unsafe` is confined to these rooms, each of which says why in its own `# Safety` paragraph: [`arch`], [`sys`],
//! [`program`] (data that the compiler wrote), [`entry`] (the process start protocol), [`memory`] and [`table`] (the
//! guest's state), [`threads`] and [`lock`], [`traps`] (the signal handler), [`unwind`] (exceptions and the stack they
//! leave), [`builtins`] (the C boundary), [`allocator`], [`wasi`] (its table of descriptors).
#![cfg_attr(not(test), no_std)]

extern crate alloc;

pub mod allocator;
pub mod arch;
pub mod builtins;
pub mod diagnostic;
pub mod entry;
pub mod lock;
pub mod memory;
pub mod program;
pub mod sys;
pub mod table;
pub mod threads;
pub mod traps;
pub mod unwind;
pub mod wasi;
