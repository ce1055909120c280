//! Waiting for descriptors and for time.
//!
//! It exists because the systems differ in the flags of `poll`. It must not interpret events: that is done in `wasi`.
//!
//! # Safety
//! Safe code only.

use rustix::event::PollFlags;
pub use rustix::event::poll;

/// The flag by which `poll` reports that the other end of a connection has stopped sending.
pub const NO_MORE_INPUT: PollFlags = PollFlags::RDHUP;

/// The flag by which `poll` reports that an open descriptor cannot be polled. No flag here: all descriptors can be.
pub const CANNOT_WAIT: PollFlags = PollFlags::empty();
