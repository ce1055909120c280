//! Traps that no instruction of the processor makes: compiled code or the runtime calls a function for them.
//!
//! It exists so that they end like other traps, with the same report. Only code that the guest has called may raise a
//! trap here: failures at start have a message and a status of their own.
//!
//! # Safety
//! A call of [`recovery`] is resumed only while it is on the list, so it has not returned.

use wasmc_abi::trap::{TRAP_EXIT_STATUS, Trap};

use super::core_dump;
use super::recovery;
use super::report::{self, Detail};
use crate::arch::{self, Registers};
use crate::diagnostic::Message;
use crate::entry::exit;

/// Ends the guest with a trap of the compiled code that called this code of the runtime.
pub fn raise(trap: Trap, detail: Detail<'_>) -> ! {
    // The innermost frame is that of this function or, if it is inlined, of its caller. Both belong to the runtime.
    end(trap, detail, arch::frame_pointer(), None)
}

/// The part of `arch::wasmc_raise` that is written in Rust.
pub(crate) extern "C" fn raised(kind: u32, frame_pointer: usize, return_address: usize) -> ! {
    match u8::try_from(kind).ok().and_then(Trap::from_value) {
        Some(trap) => end(trap, None, frame_pointer, Some(return_address)),
        None => {
            Message::new()
                .text("wasmc: internal error: there is no trap of kind ")
                .decimal(u64::from(kind))
                .text("\n")
                .send();
            exit::abort()
        }
    }
}

/// Ends the guest, or the newest call that can be resumed. `return_address` is given if the function that was called
/// has made no frame.
pub(crate) fn end(trap: Trap, detail: Detail<'_>, frame_pointer: usize, return_address: Option<usize>) -> ! {
    if let Some(call) = recovery::newest() {
        // SAFETY: a call on the list has not returned, and programs that use the list have one thread.
        unsafe { arch::resume(call, trap as usize) }
    }
    // The frame pointer and the return address are enough: program counter and stack pointer are not needed.
    let registers = Registers { program_counter: 0, stack_pointer: 0, frame_pointer, link_register: return_address };
    report::report(trap, detail, None, registers);
    if core_dump::is_wanted() { exit::abort() } else { exit::exit(TRAP_EXIT_STATUS) }
}
