//! Walks the chain of frame pointers, which compiled code and the runtime both keep.
//!
//! ```text
//!   frame pointer ──► caller's frame pointer │ return address │ caller's locals … (higher addresses)
//! ```
//!
//! A guest cannot write to its native stack, but a bug of ours could, and a report must not crash: every frame has to lie
//! in the guest's stack, above the one before.
//!
//! # Safety
//! Reads words of the guest's stack, which stays mapped; the guest does not run meanwhile.

use core::mem::size_of;
use core::ptr;

use crate::arch::{self, Registers};

const WORD_BYTES: usize = size_of::<usize>();

/// A stack that may be walked: lowest address and first address above it.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Lowest address.
    pub bottom: usize,
    /// First address above.
    pub top: usize,
}

impl Bounds {
    /// The word at an address in the stack.
    fn word(self, address: usize) -> Option<usize> {
        let end = address.checked_add(WORD_BYTES)?;
        if address < self.bottom || end > self.top || !address.is_multiple_of(WORD_BYTES) {
            return None;
        }
        // SAFETY: inside the stack, which is mapped, and aligned.
        Some(unsafe { ptr::with_exposed_provenance::<usize>(address).read_volatile() })
    }
}

/// Where the interrupted instruction stands, which decides where its return address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a compiled function, this many bytes from its start.
    Compiled(u32),
    /// In the runtime.
    Runtime,
}

/// The return addresses on the stack, innermost first.
#[derive(Clone, Debug)]
pub struct ReturnAddresses {
    bounds: Bounds,
    frame_pointer: usize,
    /// One that no frame pointer leads to yet.
    first: Option<usize>,
}

impl ReturnAddresses {
    /// Starts at an interrupted instruction. `is_call` says whether an address is one to which a call in compiled code
    /// returns.
    pub fn new(bounds: Bounds, registers: Registers, place: Place, is_call: impl Fn(usize) -> bool) -> ReturnAddresses {
        let on_top = || bounds.word(registers.stack_pointer);
        let first = match place {
            Place::Compiled(code_offset) if arch::frame_is_set_up(code_offset) => None,
            Place::Compiled(_) => on_top(),
            // Runtime code that has no frame yet, or never makes one (assembly), was called by compiled code exactly if a
            // return address of a call there is on top.
            Place::Runtime => on_top().filter(|&address| is_call(address)),
        };
        ReturnAddresses { bounds, frame_pointer: registers.frame_pointer, first }
    }
}

impl Iterator for ReturnAddresses {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if let Some(address) = self.first.take() {
            return Some(address);
        }
        let caller = self.bounds.word(self.frame_pointer)?;
        let address = self.bounds.word(self.frame_pointer.checked_add(WORD_BYTES)?)?;
        // The outermost frame holds 0; any other that does not lead upwards is broken, and the last to be used.
        self.frame_pointer = if caller > self.frame_pointer { caller } else { 0 };
        Some(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stack of these words, in which a value of 1000 + n stands for the address of word n.
    fn walk<const N: usize>(mut words: [usize; N], registers: [usize; 2], place: Place) -> Vec<usize> {
        let bottom = words.as_mut_ptr().expose_provenance();
        let address = |value: usize| if (1000..2000).contains(&value) { bottom + (value - 1000) * 8 } else { value };
        for word in &mut words {
            *word = address(*word);
        }
        let bounds = Bounds { bottom, top: bottom + N * 8 };
        let [stack_pointer, frame_pointer] = registers.map(address);
        let registers = Registers { program_counter: 0, stack_pointer, frame_pointer };
        ReturnAddresses::new(bounds, registers, place, |address| address == 77).collect()
    }

    #[test]
    fn a_chain_ends_at_zero() {
        let words = [5, 1003, 71, 1005, 72, 0, 73, 9];
        assert_eq!(walk(words, [1000, 1001], Place::Compiled(20)), [71, 72, 73]);
    }

    #[test]
    fn before_the_frame_is_made_the_return_address_is_on_top() {
        let words = [70, 1003, 71, 0, 72];
        assert_eq!(walk(words, [1000, 1001], Place::Compiled(0)), [70, 71, 72]);
        assert_eq!(walk(words, [1000, 1001], Place::Runtime), [71, 72]);
        assert_eq!(walk([77, 0, 71], [1000, 1001], Place::Runtime), [77, 71]);
    }

    #[test]
    fn broken_chains_end() {
        assert_eq!(walk([1000, 71], [1000, 1000], Place::Runtime), [71], "points to itself");
        assert_eq!(walk([0, 0, 1000, 71], [1000, 1002], Place::Runtime), [71], "points down");
        assert_eq!(walk([1007, 71], [1000, 1000], Place::Runtime), [71], "leaves the stack");
        assert_eq!(walk([1, 71], [1000, 1000], Place::Runtime), [71], "nonsense");
        assert_eq!(walk([0, 71], [1000, 1001], Place::Runtime), [], "cut by the end of the stack");
        assert_eq!(walk([0, 71], [8, usize::MAX], Place::Compiled(0)), []);
    }
}
