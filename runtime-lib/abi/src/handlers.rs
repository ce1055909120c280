//! The handler table: for the return address of a call, where an exception that leaves the call continues.
//!
//! It has an entry for each call in the scope of a handler and for no other. Entries are in address order, in *blocks*
//! of at most [`BLOCK_ENTRIES`] that do not cross functions, so that a search is a binary search in the array of blocks
//! and then a short walk. The reader must treat damage as an absent entry: it runs while a program is in trouble.
//!
//!
//! ```text
//!   wasmc_handler_blocks   │ code_offset │ last_offset │ bytes_offset │     12 bytes a block, in address order
//!   wasmc_handlers         entry entry entry …
//!
//!   entry:  unsigned   return address delta << 1 | is_new       from the entry before, the first from `code_offset`
//!           where is_new:
//!             unsigned   bytes from the stack pointer up to the frame pointer
//!             unsigned   clauses
//!             each:      unsigned   0 for any tag, else tag + 1
//!                        signed     handler's address - return address
//! ```
//!
//! An entry that is not new has the frame and the clauses of the entry before: most calls of a function are in the
//! scope of the same handlers as the call before, and cost one or two bytes. The first entry of a block is new.

use alloc::vec::Vec;

use crate::leb128::{read_signed, read_unsigned, write_signed, write_unsigned};

/// The largest number of entries in a block, which limits how much a search reads.
pub const BLOCK_ENTRIES: usize = 32;

/// A run of entries, as the runtime finds it by address.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// An offset below all return addresses of the block, and not below those of the block before. In bytes from
    /// `wasmc_text_start`.
    pub code_offset: u32,
    /// Its last return address, in bytes from `wasmc_text_start`.
    pub last_offset: u32,
    /// Start of its entries, in bytes from `wasmc_handlers`.
    pub bytes_offset: u32,
}

/// A call in the scope of handlers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The address to which it returns, in bytes from the start of the function's code, and above 0.
    pub return_offset: u32,
    /// Bytes from the stack pointer that the handler expects up to the frame pointer.
    pub frame_bytes: u32,
    /// The clauses in scope, the innermost first. The first that takes a tag gets the exception.
    pub clauses: Vec<Clause>,
}

/// A handler, and the exceptions that it catches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The tag of the exceptions that it takes; `None` for all tags.
    pub tag: Option<u32>,
    /// Where the exception continues, in bytes from the same start as the return address.
    pub code_offset: u32,
}

/// The encoded calls of one function. Offsets in the blocks count from the function and from `bytes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// See [`Block`].
    pub blocks: Vec<Block>,
    /// The entries.
    pub bytes: Vec<u8>,
}

/// Encodes the calls of one function, which must be in address order.
pub fn encode(calls: &[Call]) -> Encoded {
    let mut encoded = Encoded::default();
    let mut before = 0;
    for calls in calls.chunks(BLOCK_ENTRIES) {
        let Some(last) = calls.last() else { break };
        encoded.blocks.push(Block {
            code_offset: before,
            last_offset: last.return_offset,
            bytes_offset: encoded.bytes.len() as u32,
        });
        let mut previous: Option<&Call> = None;
        for call in calls {
            debug_assert!(call.return_offset > before, "calls are in address order");
            let is_new = previous
                .is_none_or(|previous| (previous.frame_bytes, &previous.clauses) != (call.frame_bytes, &call.clauses));
            let delta = u64::from(call.return_offset - before);
            write_unsigned(&mut encoded.bytes, delta << 1 | u64::from(is_new));
            if is_new {
                write_list(&mut encoded.bytes, call);
            }
            before = call.return_offset;
            previous = Some(call);
        }
    }
    encoded
}

fn write_list(bytes: &mut Vec<u8>, call: &Call) {
    write_unsigned(bytes, u64::from(call.frame_bytes));
    write_unsigned(bytes, call.clauses.len() as u64);
    for clause in &call.clauses {
        write_unsigned(bytes, clause.tag.map_or(0, |tag| u64::from(tag) + 1));
        write_signed(bytes, i64::from(clause.code_offset) - i64::from(call.return_offset));
    }
}

/// The entry of a call.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// Bytes from the stack pointer up to the frame pointer.
    pub frame_bytes: u32,
    clauses: Clauses<'a>,
}

impl Found<'_> {
    /// Where an exception of this tag continues, in bytes from `wasmc_text_start`; `None` where no clause takes it.
    pub fn handler(mut self, tag: u32) -> Option<u32> {
        self.clauses.find(|clause| clause.tag.is_none_or(|taken| taken == tag)).map(|clause| clause.code_offset)
    }
}

/// The entry of the call that returns to this offset from `wasmc_text_start`, if there is one. `None` too where the
/// table is damaged.
pub fn find<'a>(blocks: &[Block], bytes: &'a [u8], return_offset: u32) -> Option<Found<'a>> {
    let after = blocks.partition_point(|block| block.code_offset < return_offset);
    let block = blocks.get(after.checked_sub(1)?).filter(|block| return_offset <= block.last_offset)?;
    let mut rest = bytes.get(block.bytes_offset as usize..)?;
    let mut address = block.code_offset;
    let mut list = None;
    loop {
        let first = read_unsigned(&mut rest)?;
        address = address.checked_add(u32::try_from(first >> 1).ok()?)?;
        if first & 1 != 0 {
            let frame_bytes = u32::try_from(read_unsigned(&mut rest)?).ok()?;
            let count = read_unsigned(&mut rest)?;
            let clauses = Clauses { bytes: rest, count, origin: address };
            list = Some(Found { frame_bytes, clauses: clauses.clone() });
            rest = clauses.skip_all()?;
        }
        if address >= return_offset {
            return list.filter(|_| address == return_offset);
        }
    }
}

/// The clauses of a list.
#[derive(Clone, Debug)]
struct Clauses<'a> {
    bytes: &'a [u8],
    count: u64,
    /// The return address from which their addresses count.
    origin: u32,
}

impl<'a> Clauses<'a> {
    /// The bytes behind the clauses.
    fn skip_all(mut self) -> Option<&'a [u8]> {
        while self.count != 0 {
            self.next()?;
        }
        Some(self.bytes)
    }
}

impl Iterator for Clauses<'_> {
    type Item = Clause;

    fn next(&mut self) -> Option<Clause> {
        self.count = self.count.checked_sub(1)?;
        let tag = match read_unsigned(&mut self.bytes)? {
            0 => None,
            tag => Some(u32::try_from(tag - 1).ok()?),
        };
        let distance = read_signed(&mut self.bytes)?;
        let code_offset = u32::try_from(i64::from(self.origin).checked_add(distance)?).ok()?;
        Some(Clause { tag, code_offset })
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    const ANY: Option<u32> = None;

    fn call(return_offset: u32, frame_bytes: u32, clauses: &[(Option<u32>, u32)]) -> Call {
        let clauses = clauses.iter().map(|&(tag, code_offset)| Clause { tag, code_offset }).collect();
        Call { return_offset, frame_bytes, clauses }
    }

    /// Two functions, at 1000 and at 5000, as the object places them.
    fn table(first: &[Call], second: &[Call]) -> (Vec<Block>, Vec<u8>) {
        let (mut blocks, mut bytes) = (Vec::new(), Vec::new());
        for (calls, start) in [(first, 1000), (second, 5000)] {
            let encoded = encode(calls);
            blocks.extend(encoded.blocks.iter().map(|block| Block {
                code_offset: block.code_offset + start,
                last_offset: block.last_offset + start,
                bytes_offset: block.bytes_offset + bytes.len() as u32,
            }));
            bytes.extend(encoded.bytes);
        }
        (blocks, bytes)
    }

    #[test]
    fn calls_are_found_by_their_return_addresses() {
        let first = [
            call(5, 48, &[(Some(0), 300), (ANY, 400)]),
            call(9, 48, &[(Some(0), 300), (ANY, 400)]),
            call(200, 48, &[(Some(7), 2)]),
            call(210, 64, &[(Some(7), 2)]),
        ];
        let (blocks, bytes) = table(&first, &[call(1, 0, &[(ANY, 30)])]);
        let found = |offset, tag| find(&blocks, &bytes, offset).map(|found| (found.frame_bytes, found.handler(tag)));
        assert_eq!(found(1005, 0), Some((48, Some(1300))));
        assert_eq!(found(1005, 1), Some((48, Some(1400))));
        assert_eq!(found(1009, 0), Some((48, Some(1300))));
        assert_eq!(found(1200, 7), Some((48, Some(1002))));
        assert_eq!(found(1200, 0), Some((48, None)));
        assert_eq!(found(1210, 7), Some((64, Some(1002))));
        assert_eq!(found(5001, u32::MAX - 1), Some((0, Some(5030))));
        for offset in [0, 999, 1000, 1004, 1006, 1211, 4999, 5000, 5002, u32::MAX] {
            assert_eq!(found(offset, 0), None, "{offset}");
        }
        assert!(find(&[], &[], 5).is_none());
    }

    #[test]
    fn equal_lists_are_stored_once_in_a_block() {
        let calls: Vec<_> = (1..=BLOCK_ENTRIES as u32).map(|n| call(n * 10, 80, &[(Some(3), 1000)])).collect();
        let encoded = encode(&calls);
        assert_eq!(encoded.blocks.len(), 1);
        assert_eq!(encoded.bytes.len(), BLOCK_ENTRIES + 5);
    }

    #[test]
    fn large_functions_have_several_blocks() {
        let calls: Vec<_> = (1..1000).map(|n| call(n * 7, n % 5 * 16, &[(Some(n % 3), n), (ANY, 7000 - n)])).collect();
        let (blocks, bytes) = table(&calls, &[]);
        assert_eq!(blocks.len(), 999usize.div_ceil(BLOCK_ENTRIES));
        for (call, n) in calls.iter().zip(1..) {
            let found = find(&blocks, &bytes, 1000 + call.return_offset).expect("it was encoded");
            assert_eq!(found.frame_bytes, call.frame_bytes);
            assert_eq!(found.clone().handler(n % 3), Some(1000 + n));
            assert_eq!(found.handler(17), Some(8000 - n));
            assert!(find(&blocks, &bytes, 1000 + call.return_offset + 1).is_none());
        }
    }

    #[test]
    fn damage_is_no_entry() {
        let (blocks, bytes) = table(&[call(5, 48, &[(Some(0), 300)])], &[]);
        for end in 0..bytes.len() {
            assert!(find(&blocks, &bytes[..end], 1005).is_none());
        }
        let far = vec![Block { bytes_offset: 1 << 20, ..blocks[0] }];
        assert!(find(&far, &bytes, 1005).is_none());
    }
}
