//! Writes what a trapped program leaves behind:
//!
//! ```text
//! wasm trap: out of bounds memory access
//! wasm backtrace:
//!     0: 0x1a2b - parse_header
//!     1: 0x0c40 - <wasm function 17>
//! ```
//!
//! Offsets are those in the Wasm binary. Frames of the runtime are left out. A deep recursion shows its ends only.

use wasmc_abi::sites::{FunctionRecord, GENERATED};
use wasmc_abi::trap::Trap;

use super::backtrace::ReturnAddresses;
use super::lookup;
use crate::diagnostic::Message;
use crate::program;

/// Backtraces of up to this many frames are shown whole.
const FRAMES_MAX: usize = 64;
/// Of a longer one, this many innermost frames are shown …
const INNER_FRAMES: usize = 48;
/// … and this many outermost ones.
const OUTER_FRAMES: usize = 8;

/// A frame to show.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its function.
    pub function: &'static FunctionRecord,
    /// Where in it.
    pub position: Position,
}

impl Frame {
    /// The Wasm offset of its present instruction, where it has one.
    fn wasm_offset(&self) -> Option<u32> {
        match self.position {
            Position::Wasm(offset) => Some(offset),
            Position::Return(code_offset) => lookup::call_at(self.function, program::sites(self.function), code_offset),
        }
    }

    /// Whether the compiler recorded a site where it stands.
    pub fn is_recorded(&self) -> bool {
        self.wasm_offset().is_some()
    }
}

/// Where in its function a frame stands.
#[derive(Clone, Copy, Debug)]
pub enum Position {
    /// At an instruction of this offset in the Wasm binary.
    Wasm(u32),
    /// In a call that returns to this offset from the start of the text. To find its Wasm offset is to read the function's
    /// sites, so that is left until the frame is written.
    Return(u32),
}

/// Writes the report of a trap in `first`, or in runtime code where that is `None`.
pub fn write(trap: Trap, first: Option<Frame>, callers: &ReturnAddresses) {
    write_with(trap, |_| {}, first, callers);
}

/// Writes the report of an exception of this tag that nothing catches.
pub fn write_uncaught(tag: u32, callers: &ReturnAddresses) {
    let detail = |message: &mut Message| {
        message.text(": tag ");
        match program::tag_name(tag) {
            [] => message.decimal(u64::from(tag)),
            name => message.text("'").escaped(name).text("'"),
        };
    };
    write_with(Trap::UncaughtException, detail, None, callers);
}

/// Writes a report, with more about the trap behind its name.
fn write_with(trap: Trap, detail: impl FnOnce(&mut Message), first: Option<Frame>, callers: &ReturnAddresses) {
    let frames =
        || first.into_iter().chain(callers.clone().filter_map(caller)).filter(|f| lookup::is_shown(f.function));
    let omitted = omitted(frames().count());
    let mut message = Message::new();
    message.text("wasm trap: ").text(trap.message());
    detail(&mut message);
    message.text("\nwasm backtrace:\n");
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

/// An address in compiled code as an offset from the start of the text.
pub fn code_offset(address: usize) -> Option<u32> {
    let (start, end) = program::text();
    if address < start || address > end {
        return None;
    }
    u32::try_from(address - start).ok()
}

/// The frame of compiled code to which a call returns; `None` where the address is in the runtime.
pub fn caller(return_address: usize) -> Option<Frame> {
    let code_offset = code_offset(return_address)?;
    // A call can be the last instruction of a function, and its return address then that of the next function.
    let function = lookup::function_at(program::functions(), code_offset.checked_sub(1)?)?;
    Some(Frame { function, position: Position::Return(code_offset) })
}

/// Which frames of so many are left out.
fn omitted(count: usize) -> core::ops::Range<usize> {
    if count <= FRAMES_MAX { count..count } else { INNER_FRAMES..count - OUTER_FRAMES }
}

fn write_frame(message: &mut Message, index: usize, frame: &Frame) {
    let function = frame.function;
    message.text(if index < 10 { "    " } else { "   " }).decimal(index as u64).text(": ");
    // What the compiler made itself is nowhere in the binary.
    if function.function_index != GENERATED
        && let Some(offset) = frame.wasm_offset()
    {
        message.hex(u64::from(offset)).text(" - ");
    }
    match program::name(function) {
        [] => message.text("<wasm function ").decimal(u64::from(function.function_index)).text(">"),
        name => message.escaped(name),
    };
    message.text("\n");
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
