//! From the system's first instruction to the guest's, and out again.
//!
//! Order matters here and nowhere else: nothing before [`relocate`] may use data that needs a relocation, nothing before
//! [`stack`] may run guest code. See the crate's documentation for the sequence.

pub mod args;
pub mod exit;
pub mod library;
#[cfg(target_os = "linux")]
pub mod relocate;
pub mod stack;
pub mod stack_layout;
pub mod start;
