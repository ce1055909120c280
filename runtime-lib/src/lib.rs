//! The runtime library: everything in an executable made by wasmc beside the guest's own code.
//!
//! It is freestanding: no standard library, and on Linux no libc. Read it in boot order (on macOS, the system's loader
//! does the work of the first two steps and calls `main`):
//!
//! ```text
//!   arch::_start            the kernel jumps here: no stack frame yet, nothing relocated
//!   entry::relocate         applies the executable's relocations, makes relocated data read-only
//!   entry::start            remembers argv and envp, then, in this order:
//!     memory::reserve         reserves and fills the linear memories
//!     entry::stack            maps the guest's stack, its guard, the alternate signal stack
//!     traps::signal           installs the handlers
//!   wasmc_main              generated code, on the guest's stack:
//!     wasi::host::process_table   opens the descriptors, in programs that can use them
//!     instantiation, start function, _start: the guest, which calls builtins::* and wasi::p1::*
//!   entry::exit             ends the process
//! ```
//!
//! In a library, [`entry::library`] takes the place of everything before `wasmc_main`: the host program is started by
//! others, sets the guest up by one call, and calls exports.
//!
//! The trust boundary runs between the guest's code and the functions that it calls:
//!
//! ```text
//!   guest (untrusted)  │  builtins: compiled code has checked the arguments before the call
//!                      │  wasi: nothing has been checked
//!                      │    numbers and flags    wasi::p1
//!                      │    guest pointers       memory::guest, and nowhere else
//!                      │    guest descriptors    wasi::host::{fd_table, process_table}, and nowhere else
//!                      │    guest paths          wasi::host::sandbox, and nowhere else
//! ```
//!
//! What must not happen here: a second place that turns guest addresses into host addresses, a system call outside
//! [`sys`] and [`wasi`] (whose files make, through rustix, the call that their function stands for), assembly outside
//! [`arch`], formatting machinery in a program that runs without a report, an allocation that cannot fail
//! ([`allocator`]).
//!
//! # Safety
//! `unsafe` is confined to these rooms, each of which says why in its own `# Safety` paragraph: [`arch`], [`sys`],
//! [`program`] (data that the compiler wrote), [`entry`] (the process start protocol), [`memory`] and [`table`] (the
//! guest's state), [`threads`] and [`lock`], [`traps`] (the signal handler), [`unwind`] (exceptions and the stack they
//! leave), [`builtins`] (the C boundary), [`allocator`], and of [`wasi`] four files: `host/descriptor.rs` closes by
//! number, `host/process_table.rs`, `host/stdio.rs` and `host/preopen.rs` borrow or take over descriptors by number.
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
