//! Waiting for descriptors and for time.
//!
//! # Safety
//! Safe code only.

use rustix::event::PollFlags;
pub use rustix::event::poll;

/// What says that the other end of a connection sends no more.
pub const NO_MORE_INPUT: PollFlags = PollFlags::RDHUP;

/// What says of an open descriptor that it cannot be polled: nothing, all can be.
pub const CANNOT_WAIT: PollFlags = PollFlags::empty();
