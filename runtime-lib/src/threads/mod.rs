//! Threads of the guest: each is a thread of the system and an instance, with a region of its own.
//!
//! [`region`] maps the stacks and the state of a thread, [`spawn`] starts, lists and ends threads, and [`wait`] makes
//! the guest's threads wait for each other. A program without threads has no region, and contains only the functions
//! that it calls.
//!
//! Rules for the rest of the runtime, because of threads: all its state is atomic or behind a [`crate::lock::Lock`]; no
//! lock may be held in a system call that waits for another thread or process; memory may change and grow during a host
//! call.

pub mod region;
pub mod spawn;
pub mod wait;

use wasmc_abi::layout::Thread;

/// The id of this thread: 0 in the first one, and in a program without threads.
pub fn id() -> u32 {
    region::current().map_or(0, |region| region.id())
}

/// Bytes of the runtime's header in a region, before the instance's state.
pub const HEADER_BYTES: usize = size_of::<Thread>();
