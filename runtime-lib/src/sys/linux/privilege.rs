//! Whether this process has rights that the user who started it lacks.
//!
//! It exists because such a process must not take orders from its environment. What must not happen here: a guess in
//! favor of the environment where the kernel's answer is to be had.
//!
//! # Safety
//! Safe code only.

use rustix::process::{getegid, geteuid, getgid, getuid};

use super::auxiliary;

/// Whether it does: the kernel's answer, which counts file capabilities too. In a program of somebody else's the
/// auxiliary vector is not known, and the user and group IDs are compared.
pub fn is_raised() -> bool {
    match auxiliary::value(auxiliary::AT_SECURE) {
        Some(secure) => secure != 0,
        None => getuid() != geteuid() || getgid() != getegid(),
    }
}
