//! The report of a trap:
//!
//! ```text
//! wasm trap: out of bounds memory access
//! wasm backtrace:
//!     0: 0x1a2b - parse_header
//!     1: 0x0c40 - <wasm function 17>
//! ```
//!
//! With lines of the source, each frame continues as [`super::lines`] shows. A program that was built without names has
//! the first line only.
//!
//! The first line may have details after the message and a colon. Offsets are offsets in the binary of
//! the module; in a program of several modules, the name of the module comes first (`lib!parse_header`). Frames of the
//! runtime are left out, and of a deep recursion only both ends are shown. For a thread other than the first, the
//! second line names its id. If several threads trap at once, one of them reports, and the others wait for the end of
//! the process.
//!
//! It exists apart from the handler so that traps by a fault and traps by a call have the same report. It runs in a
//! signal handler: nothing here may allocate, take a lock or trust the stack.

use wasmc_abi::sites::{FunctionRecord, GENERATED};
use wasmc_abi::trap::Trap;

use super::backtrace::{Bounds, Place, ReturnAddresses};
use super::lookup::{self, Frame, caller, code_offset};
use crate::arch::Registers;
use crate::diagnostic::Message;
use crate::entry::{exit, stack};
use crate::program;
use crate::sys::signal;
use crate::threads;

/// Backtraces of up to this many frames are shown whole.
const FRAMES_MAX: usize = 64;
/// The number of innermost frames that are shown of a longer one …
const INNER_FRAMES: usize = 48;
/// … and that of outermost frames.
const OUTER_FRAMES: usize = 8;

/// Writes details of one trap, after the message of its kind. Text of the guest must be escaped.
pub type Detail<'a> = Option<&'a dyn Fn(&mut Message)>;

/// Reports a trap in the frame `first`, or in code of the runtime if that is `None`. The caller must end the program:
/// other threads that trap or exit wait for that from here on.
pub fn report(trap: Trap, detail: Detail<'_>, first: Option<Frame>, registers: Registers) {
    exit::claim_exit();
    // If nobody reads the report, the status still says that the program trapped.
    signal::ignore_failed_writes();
    let (bottom, top) = stack::guest_stack();
    let place = match (first, code_offset(registers.program_counter)) {
        (Some(frame), Some(code_offset)) => Place::Compiled(code_offset - frame.function.code_offset),
        _ => Place::Runtime,
    };
    let is_call = |address| caller(address).is_some_and(|frame| frame.is_recorded());
    let callers = ReturnAddresses::new(Bounds { bottom, top }, program::text(), registers, place, is_call);
    write(trap, detail, first, &callers);
}

fn write(trap: Trap, detail: Detail<'_>, first: Option<Frame>, callers: &ReturnAddresses) {
    let frames =
        || first.into_iter().chain(callers.clone().filter_map(caller)).filter(|f| lookup::is_shown(f.function));
    let omitted = omitted(frames().count());
    let mut message = Message::new();
    message.text("wasm trap: ").text(trap.message());
    if let Some(detail) = detail {
        detail(message.text(": "));
    }
    if program::program().no_backtrace != 0 {
        message.text("\n").send();
        return;
    }
    message.text("\nwasm backtrace");
    match threads::id() {
        0 => message.text(":\n"),
        id => message.text(" of thread ").decimal(u64::from(id)).text(":\n"),
    };
    for (index, frame) in frames().enumerate() {
        if index == omitted.start && !omitted.is_empty() {
            message.text("    ... ").decimal(omitted.len() as u64).text(" more frames\n");
        }
        if !omitted.contains(&index) {
            write_frame(&mut message, index, &frame);
        }
    }
    message.send();
}

/// The positions of the frames that are left out, of this many.
fn omitted(count: usize) -> core::ops::Range<usize> {
    if count <= FRAMES_MAX { count..count } else { INNER_FRAMES..count - OUTER_FRAMES }
}

fn write_frame(message: &mut Message, index: usize, frame: &Frame) {
    let function = frame.function;
    let wasm_offset = frame.wasm_offset();
    message.text(if index < 10 { "    " } else { "   " }).decimal(index as u64).text(": ");
    // Generated functions have no offset in the binary.
    if function.function_index != GENERATED
        && let Some(offset) = wasm_offset
    {
        message.hex(u64::from(offset)).text(" - ");
    }
    if let Some(writer) = program::frame_writer()
        && writer(message, function, wasm_offset.unwrap_or(0))
    {
        return;
    }
    write_name(message, function).text("\n");
}

/// Writes the name of a function, or its index if it has none.
pub(super) fn write_name<'m>(message: &'m mut Message, function: &'static FunctionRecord) -> &'m mut Message {
    match program::name(function) {
        [] => message.text("<wasm function ").decimal(u64::from(function.function_index)).text(">"),
        name => message.escaped(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_backtraces_show_their_ends() {
        assert!(omitted(0).is_empty());
        assert!(omitted(FRAMES_MAX).is_empty());
        assert_eq!(omitted(FRAMES_MAX + 1), 48..57);
        assert_eq!(omitted(100_000), 48..99_992);
    }
}
