//! Contract of the processor's function that only macOS needs.
//!
//! It is documented here, once, and each processor has its code under the same name. Nothing else may be here.
//!
//! # Safety
//! The function hands its contract on to its caller.

use core::ffi::c_void;

use super::processor;

/// Whether an instruction is the one by which code traps. This kernel reports other faults by the same signal.
///
/// # Safety
/// `instruction` was about to run, so its bytes can be read.
pub unsafe fn is_trap_instruction(instruction: *const c_void) -> bool {
    // SAFETY: by the contract of this function.
    unsafe { processor::is_trap_instruction(instruction) }
}
