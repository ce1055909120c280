//! The start of the process up to the guest's first instruction, and its end.
//!
//! The crate's documentation shows the sequence. What must not happen here: a use of data that needs a relocation
//! before [`relocate`] has run, or guest code before [`stack`] has set up its stack.

pub mod args;
pub mod exit;
pub mod library;
#[cfg(target_os = "linux")]
pub mod relocate;
pub mod stack;
pub mod stack_layout;
pub mod start;
