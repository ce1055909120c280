//! Throwing: the search for the code that catches an exception, and the jump there.
//!
//! ```text
//!   compiled code ──► wasmc_exception_throw ──► from_compiled     reads the frames of callers, changes nothing
//!        ▲             (assembly, arch)              │
//!        └───────────────── arch::land ◄────────────┘            stack and frame pointer of the frame that catches
//! ```
//!
//! It exists because calls and exceptions of compiled code need a search of a page, and no general unwinder. All frames
//! between the two are of compiled functions, each with a frame record where its frame pointer points: the runtime
//! calls compiled code only at the outermost frame. The search must change nothing, so that the report of an uncaught
//! exception shows where it was thrown.
//!
//! # Safety
//! The compiler wrote both the code and the handler table, so the table's description of frames is true.

use wasmc_abi::handlers::{self, Block};
use wasmc_abi::trap::Trap;

use super::pool;
use crate::arch::{self, Landing};
use crate::diagnostic::Message;
use crate::entry::stack;
use crate::program;
use crate::traps::backtrace::Bounds;
use crate::traps::raise;

const WORD_BYTES: usize = size_of::<usize>();

/// Throws an exception of compiled code that would return to this address and has this frame pointer.
///
/// # Safety
/// Only `wasmc_exception_throw` calls it.
pub unsafe extern "C" fn from_compiled(exception: usize, return_address: usize, frame_pointer: usize) -> ! {
    // SAFETY: validation lets compiled code throw only exceptions that it made or caught, which are live.
    let tag = unsafe { pool::tag(exception) };
    let (bottom, top) = stack::guest_stack();
    let code = Code { text: program::text(), blocks: program::handler_blocks(), handlers: program::handlers() };
    match find(code, Bounds { bottom, top }, tag, return_address, frame_pointer) {
        // SAFETY: the landing is of a frame of the guest above this one, and this function does not return.
        Some(landing) => unsafe { arch::land(landing, exception) },
        None => uncaught(tag, return_address, frame_pointer),
    }
}

/// Compiled code and its handler table.
#[derive(Clone, Copy)]
struct Code<'a> {
    text: (usize, usize),
    blocks: &'a [Block],
    handlers: &'a [u8],
}

/// The innermost handler, among the callers, that takes exceptions of this tag.
fn find(
    code: Code<'_>,
    bounds: Bounds,
    tag: u32,
    mut return_address: usize,
    mut frame_pointer: usize,
) -> Option<Landing> {
    let (start, end) = code.text;
    // A call can be the last instruction of compiled code, so the end counts as inside.
    while (start..=end).contains(&return_address) {
        let return_offset = u32::try_from(return_address - start).ok()?;
        if let Some(found) = handlers::find(code.blocks, code.handlers, return_offset) {
            let stack_pointer = frame_pointer.checked_sub(found.frame_bytes as usize)?;
            if let Some(handler) = found.handler(tag) {
                return Some(Landing { program_counter: start + handler as usize, stack_pointer, frame_pointer });
            }
        }
        return_address = bounds.word(frame_pointer.checked_add(WORD_BYTES)?)?;
        let caller = bounds.word(frame_pointer)?;
        if caller <= frame_pointer {
            return None;
        }
        frame_pointer = caller;
    }
    None
}

/// Ends the guest with a trap, because no clause takes the exception.
fn uncaught(tag: u32, return_address: usize, frame_pointer: usize) -> ! {
    let name = |message: &mut Message| {
        message.text("tag ");
        match program::tag_name(tag) {
            [] => message.decimal(u64::from(tag)),
            name => message.text("'").escaped(name).text("'"),
        };
    };
    raise::end(Trap::UncaughtException, Some(&name), frame_pointer, Some(return_address))
}

#[cfg(test)]
mod tests {
    use wasmc_abi::handlers::{Call, Clause, encode};

    use super::*;

    /// Compiled code is at 5000 to 6000. Return addresses: 5010 catches tag 1 at 5100, 5020 all at 5200, 5030 nothing.
    fn find_in<const N: usize>(mut words: [usize; N], tag: u32, from: (usize, usize)) -> Option<(usize, usize, usize)> {
        let clause = |tag, code_offset| Clause { tag, code_offset };
        let encoded = encode(&[
            Call { return_offset: 10, frame_bytes: 8, clauses: [clause(Some(1), 100)].into() },
            Call { return_offset: 20, frame_bytes: 16, clauses: [clause(None, 200)].into() },
        ]);
        let code = Code { text: (5000, 6000), blocks: &encoded.blocks, handlers: &encoded.bytes };
        // A value of 1000 + n stands for the address of word n.
        let bottom = words.as_mut_ptr().expose_provenance();
        let address = |value: usize| if (1000..2000).contains(&value) { bottom + (value - 1000) * 8 } else { value };
        for word in &mut words {
            *word = address(*word);
        }
        let bounds = Bounds { bottom, top: bottom + N * 8 };
        let landing = find(code, bounds, tag, from.0, address(from.1))?;
        let word = |address: usize| 1000 + (address - bottom) / 8;
        Some((landing.program_counter, word(landing.stack_pointer), word(landing.frame_pointer)))
    }

    #[test]
    fn the_innermost_clause_that_takes_the_tag_is_found() {
        // A frame that catches nothing, one that catches tag 1, one that catches all, and the runtime.
        let words = [9, 1004, 5010, 9, 1008, 5020, 9, 9, 1010, 7, 0, 0];
        assert_eq!(find_in(words, 1, (5030, 1001)), Some((5100, 1003, 1004)));
        assert_eq!(find_in(words, 2, (5030, 1001)), Some((5200, 1006, 1008)));
        assert_eq!(find_in(words, 2, (5030, 1008)), None, "called by the runtime");
        assert_eq!(find_in(words, 1, (5010, 1001)), Some((5100, 1000, 1001)), "in the function that throws");
    }

    #[test]
    fn broken_chains_catch_nothing() {
        assert_eq!(find_in([1000, 5030], 1, (5030, 1000)), None, "points to itself");
        assert_eq!(find_in([0, 0, 1000, 5030], 1, (5030, 1002)), None, "points down");
        assert_eq!(find_in([1007, 5030], 1, (5030, 1000)), None, "leaves the stack");
        assert_eq!(find_in([1, 5030], 1, (5030, 1000)), None, "nonsense");
        assert_eq!(find_in([0, 5030], 1, (5030, usize::MAX)), None);
    }
}
