//! Threads of the guest: threads of the system, each an instance with a region of its own.
//!
//! [`region`] maps what a thread stands on, [`spawn`] starts and ends threads and knows which there are, [`wait`] is how the
//! guest's threads wait for each other. A program without threads has no region, and links only what it calls.
//!
//! What the rest of the runtime must know: with threads, all state of the runtime is behind a [`crate::lock::Lock`] or
//! atomic, no lock is held in a system call that waits for somebody, and memory may change and grow during a host call.

pub mod region;
pub mod spawn;
pub mod wait;

use wasmc_abi::layout::Thread;

/// The id of this thread: 0 in the first one, and in a program without threads.
pub fn id() -> u32 {
    region::current().map_or(0, |region| region.id())
}

/// The size of what the runtime keeps in a region before the instance's state.
pub const HEADER_BYTES: usize = size_of::<Thread>();
