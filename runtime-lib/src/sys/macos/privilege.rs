//! Whether this process has rights that the user who started it lacks.
//!
//! It exists because such a process must not take orders from its environment. What must not happen here: a guess in
//! favor of the environment where the system's answer is to be had.
//!
//! # Safety
//! A call without arguments.

/// Whether it does: the executable is set-user-ID or set-group-ID, or was when the process last started one
/// (`issetugid(2)`).
pub fn is_raised() -> bool {
    // SAFETY: the function takes nothing and always succeeds.
    unsafe { libc::issetugid() != 0 }
}
