//! The stack walk: follows the chain of frame pointers, which compiled code and the runtime both keep.
//!
//! It exists because a report is written in a signal handler, where tables and an unwinder would be too much.
//!
//! ```text
//!   frame record ──► caller's frame pointer │ return address │ caller's locals … (higher addresses)
//! ```
//!
//! The frame pointer of a compiled function points to its record. That of a function of the runtime, which another
//! compiler made, may point above it (`arch::RUNTIME_FRAME_OFFSET`). The return address says which of the two a frame
//! pointer is.
//!
//! A guest cannot write to its native stack, but a bug of the compiler or the runtime could, and a report must not
//! crash. So every frame has to lie in the guest's stack, above the one before.
//!
//! # Safety
//! This file reads words of the guest's stack, which stays mapped; the guest does not run at that time.

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
    pub fn word(self, address: usize) -> Option<usize> {
        let end = address.checked_add(WORD_BYTES)?;
        if address < self.bottom || end > self.top || !address.is_multiple_of(WORD_BYTES) {
            return None;
        }
        // SAFETY: the address was checked above to be aligned and in the stack, which is mapped.
        Some(unsafe { ptr::with_exposed_provenance::<usize>(address).read_volatile() })
    }
}

/// The code that was interrupted, which decides where its return address is.
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
    code: Code,
    /// Address of the frame record to be read next.
    record: usize,
    /// A return address that is not in a frame record yet.
    first: Option<usize>,
}

/// Where compiled code is, and how far below a frame pointer of the runtime's code its record is.
#[derive(Clone, Copy, Debug)]
struct Code {
    compiled: (usize, usize),
    runtime_frame_offset: usize,
}

impl Code {
    /// Address of the record of the function to which a call returns. A call can be the last instruction of compiled
    /// code, so the end counts as inside.
    fn record(self, return_address: usize, frame_pointer: usize) -> usize {
        let (start, end) = self.compiled;
        if (start..=end).contains(&return_address) { frame_pointer } else { self.runtime_record(frame_pointer) }
    }

    fn runtime_record(self, frame_pointer: usize) -> usize {
        frame_pointer.saturating_sub(self.runtime_frame_offset)
    }
}

impl ReturnAddresses {
    /// Starts at an interrupted instruction. `compiled` is where compiled code begins and ends; `is_call` says whether
    /// a call in compiled code returns to an address.
    pub fn new(
        bounds: Bounds,
        compiled: (usize, usize),
        registers: Registers,
        place: Place,
        is_call: impl Fn(usize) -> bool,
    ) -> ReturnAddresses {
        let code = Code { compiled, runtime_frame_offset: arch::RUNTIME_FRAME_OFFSET };
        ReturnAddresses::start(bounds, code, registers, place, is_call)
    }

    fn start(
        bounds: Bounds,
        code: Code,
        registers: Registers,
        place: Place,
        is_call: impl Fn(usize) -> bool,
    ) -> ReturnAddresses {
        let frame_pointer = registers.frame_pointer;
        // The return address, at the place where a call leaves it.
        let called_from = || registers.link_register.or_else(|| bounds.word(registers.stack_pointer));
        let first = match place {
            Place::Compiled(code_offset) if arch::frame_is_set_up(code_offset) => None,
            Place::Compiled(_) => called_from(),
            // Runtime code without a frame (it has not made one yet, or is assembly that never does) was called by
            // compiled code if the place where a call leaves its return address holds that of a call in compiled code,
            // and the frame record does not hold the same one: then the function has made its frame, and the place is
            // stale.
            Place::Runtime => called_from().filter(|&address| is_call(address)).filter(|&address| {
                let record = code.runtime_record(frame_pointer);
                record.checked_add(WORD_BYTES).and_then(|place| bounds.word(place)) != Some(address)
            }),
        };
        let record = match (place, first) {
            (Place::Compiled(_), None) => frame_pointer,
            (_, Some(address)) => code.record(address, frame_pointer),
            (Place::Runtime, None) => code.runtime_record(frame_pointer),
        };
        ReturnAddresses { bounds, code, record, first }
    }
}

impl Iterator for ReturnAddresses {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if let Some(address) = self.first.take() {
            return Some(address);
        }
        let caller = self.bounds.word(self.record)?;
        let address = self.bounds.word(self.record.checked_add(WORD_BYTES)?)?;
        // The outermost record holds 0. Any other record that does not lead upwards is broken, and the walk ends after
        // it. Records are compared, because frame pointers of the two kinds can be equal.
        let record = self.code.record(address, caller);
        self.record = if record > self.record { record } else { 0 };
        Some(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In these tests, compiled code is at 60 to 80, and 77 is an address to which a call returns.
    const COMPILED: (usize, usize) = (60, 80);

    /// How a processor calls functions.
    #[derive(Clone, Copy)]
    struct Processor {
        link_register: Option<usize>,
        runtime_frame_offset: usize,
    }

    /// As x86-64: calls push their return address, and all frame pointers point to their records.
    const PUSHES: Processor = Processor { link_register: None, runtime_frame_offset: 0 };

    /// A stack of these words, in which a value of 1000 + n stands for the address of word n.
    fn walk_on<const N: usize>(
        processor: Processor,
        mut words: [usize; N],
        registers: [usize; 2],
        place: Place,
    ) -> Vec<usize> {
        let bottom = words.as_mut_ptr().expose_provenance();
        let address = |value: usize| if (1000..2000).contains(&value) { bottom + (value - 1000) * 8 } else { value };
        for word in &mut words {
            *word = address(*word);
        }
        let bounds = Bounds { bottom, top: bottom + N * 8 };
        let [stack_pointer, frame_pointer] = registers.map(address);
        let Processor { link_register, runtime_frame_offset } = processor;
        let registers = Registers { program_counter: 0, stack_pointer, frame_pointer, link_register };
        let code = Code { compiled: COMPILED, runtime_frame_offset };
        ReturnAddresses::start(bounds, code, registers, place, |address| address == 77).collect()
    }

    fn walk<const N: usize>(words: [usize; N], registers: [usize; 2], place: Place) -> Vec<usize> {
        walk_on(PUSHES, words, registers, place)
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
    fn before_the_frame_is_made_the_return_address_is_in_the_link_register() {
        let words = [70, 1003, 71, 0, 72];
        let with = |link_register| Processor { link_register: Some(link_register), runtime_frame_offset: 0 };
        assert_eq!(walk_on(with(75), words, [1000, 1001], Place::Compiled(0)), [75, 71, 72]);
        assert_eq!(walk_on(with(75), words, [1000, 1001], Place::Compiled(20)), [71, 72], "stale");
        assert_eq!(walk_on(with(77), words, [1000, 1001], Place::Runtime), [77, 71, 72]);
        assert_eq!(walk_on(with(90), words, [1000, 1001], Place::Runtime), [71, 72], "called by the runtime");
        assert_eq!(walk_on(with(77), [0, 1003, 77, 0, 72], [1000, 1001], Place::Runtime), [77, 72], "saved already");
    }

    #[test]
    fn records_of_the_runtime_may_lie_below_the_frame_pointer() {
        let with = |link_register| Processor { link_register: Some(link_register), runtime_frame_offset: 16 };
        // Runtime, called by compiled code without locals (so that both frame pointers are equal), called by another
        // that the runtime's first function called.
        let words = [1002, 77, 1005, 78, 5, 1009, 90, 0, 0, 5];
        assert_eq!(walk_on(with(90), words, [1000, 1002], Place::Runtime), [77, 78, 90, 0]);
        assert_eq!(walk_on(with(77), words, [1000, 1002], Place::Runtime), [77, 78, 90, 0], "saved already");
        // The same from a runtime function without a frame, and from a compiled one.
        assert_eq!(walk_on(with(77), words, [1002, 1002], Place::Runtime), [77, 78, 90, 0]);
        assert_eq!(walk_on(with(77), words, [1002, 1002], Place::Compiled(20)), [78, 90, 0]);
        assert_eq!(walk_on(with(79), words, [1002, 1005], Place::Compiled(0)), [79, 90, 0]);
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
