//! Traps that no instruction of the processor stands for: compiled code or the runtime asks for them.
//!
//! They end like the others, with the same report. What must not happen here: a trap from code that the guest has not
//! called, which has a message and a status of its own.
//!
//! # Safety
//! A call of [`recovery`] is resumed while it is on the list, and so has not returned.

use wasmc_abi::trap::Trap;

use super::recovery;
use super::report::{self, Detail};
use crate::arch::{self, Registers};
use crate::diagnostic::Message;
use crate::entry::exit;

/// Ends the guest with a trap of the compiled code that called this code of the runtime.
pub fn raise(trap: Trap, detail: Detail<'_>) -> ! {
    // The innermost frame is that of this function or, where it is inlined, of its caller. Both are the runtime's.
    end(trap, detail, arch::frame_pointer(), None)
}

/// What `arch::wasmc_raise` does in Rust.
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

/// Ends the guest, or what of it can be resumed. A return address is that of a call whose callee has made no frame.
pub(crate) fn end(trap: Trap, detail: Detail<'_>, frame_pointer: usize, return_address: Option<usize>) -> ! {
    if let Some(call) = recovery::newest() {
        // SAFETY: the call has not returned, and is this thread's: there is no other one where it is used.
        unsafe { arch::resume(call, trap as usize) }
    }
    // The instruction and the stack pointer say nothing that frame pointer and return address do not.
    let registers = Registers { program_counter: 0, stack_pointer: 0, frame_pointer, link_register: return_address };
    report::end(trap, detail, None, registers)
}
