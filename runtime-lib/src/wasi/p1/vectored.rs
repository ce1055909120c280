//! I/O vectors: the guest's `$iovec` tables as the vectors of the host's system calls.
//!
//! A table is checked as a whole before the first byte moves, so that a bad entry never leaves half an operation
//! behind. Its entries are read and checked again, piece by piece, when they are used, because other threads of the
//! guest may have changed them. In a guest with one thread they are the same: a *read* uses no entry after guest memory
//! has changed ([`Vectors::with_host`] makes one system call).
//!
//! What must not happen here: an entry used that was not checked after its last read.

use alloc::vec::Vec;

use super::errno::Errno;
use crate::memory::guest::{GuestAddress, GuestRange, HostVector};

/// Most vectors of one system call (`UIO_MAXIOV`).
const HOST_VECTORS_MAX: usize = 1024;

/// Most bytes of one system call. Of a longer vector, Linux moves only so many (`MAX_RW_COUNT`); macOS refuses it.
const HOST_BYTES_MAX: u32 = 0x7fff_f000;

/// Vectors that fit on the stack: more than C or Rust programs use at once.
pub const INLINE_VECTORS: usize = 32;

/// Bytes of one `$iovec` or `$ciovec`: a pointer and a length.
const RECORD_BYTES: u32 = 8;

/// A checked table.
#[derive(Clone, Copy, Debug)]
pub struct Vectors {
    table: GuestRange,
    count: u32,
}

impl Vectors {
    /// Checks the table of `count` entries at `table`: every entry lies in the memory, and the sum of all lengths is a
    /// `$size` (POSIX `readv`: `EINVAL` where it overflows).
    pub fn checked(table: GuestAddress, count: u32) -> Result<Vectors, Errno> {
        let table = table.array(count, RECORD_BYTES)?;
        let mut bytes = 0u32;
        for index in 0..count {
            bytes = bytes.checked_add(entry(table, index)?.len()).ok_or(Errno::Inval)?;
        }
        Ok(Vectors { table, count })
    }

    /// Fills `chunk` with the entries from `*next` on that are not empty, and moves `*next` past the last of them.
    /// Returns the number of entries and of bytes. If all are empty, the chunk has one empty entry, because macOS
    /// refuses a call without any. If there are more bytes than the host moves in one call, the guest's next call has
    /// to move the rest, and `*next` becomes the end.
    pub fn next_chunk(&self, next: &mut u32, chunk: &mut [HostVector]) -> Result<(usize, u32), Errno> {
        let mut filled = 0;
        let mut bytes = 0;
        while *next < self.count {
            let entry = entry(self.table, *next)?;
            if !entry.is_empty() {
                let Some(place) = chunk.get_mut(filled) else { break };
                let part = entry.part(0, HOST_BYTES_MAX - bytes);
                *place = HostVector::new(part);
                filled += 1;
                bytes += part.len();
                if part.len() < entry.len() {
                    *next = self.count;
                    break;
                }
            }
            *next += 1;
        }
        if filled == 0
            && let Some(place) = chunk.first_mut()
        {
            *place = HostVector::EMPTY;
            filled = 1;
        }
        Ok((filled, bytes))
    }

    /// Whether all entries from `next` on are empty.
    pub fn is_done(&self, next: u32) -> Result<bool, Errno> {
        for index in next..self.count {
            if !entry(self.table, index)?.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// At most `bytes_max` bytes from the start of the first entry that is not empty.
    pub fn front(&self, bytes_max: u32) -> Result<GuestRange, Errno> {
        for index in 0..self.count {
            let entry = entry(self.table, index)?;
            if !entry.is_empty() {
                return Ok(entry.part(0, bytes_max));
            }
        }
        Ok(GuestRange::EMPTY)
    }

    /// Lets `operation` use as many entries as one system call takes, and tells it whether those are all.
    pub fn with_host<R>(
        &self,
        operation: impl FnOnce(&mut [HostVector], bool) -> Result<R, Errno>,
    ) -> Result<R, Errno> {
        let mut inline = [HostVector::EMPTY; INLINE_VECTORS];
        let mut next = 0;
        let (filled, _) = self.next_chunk(&mut next, &mut inline)?;
        if self.is_done(next)? {
            let vectors = inline.get_mut(..filled).unwrap_or_default();
            return operation(vectors, true);
        }
        let wanted = HOST_VECTORS_MAX.min(self.count as usize);
        let mut vectors = Vec::new();
        vectors.try_reserve_exact(wanted).map_err(|_| Errno::Nomem)?;
        vectors.resize(wanted, HostVector::EMPTY);
        next = 0;
        let (filled, _) = self.next_chunk(&mut next, &mut vectors)?;
        vectors.truncate(filled);
        let is_all = self.is_done(next)?;
        operation(&mut vectors, is_all)
    }
}

/// Entry `index`, checked.
fn entry(table: GuestRange, index: u32) -> Result<GuestRange, Errno> {
    let [b0, b1, b2, b3, l0, l1, l2, l3] = table.record::<{ RECORD_BYTES as usize }>(index)?;
    let buffer = table.memory().at(u32::from_le_bytes([b0, b1, b2, b3]));
    Ok(buffer.range(u32::from_le_bytes([l0, l1, l2, l3]))?)
}

#[cfg(test)]
mod tests {
    use super::super::guest_address;
    use super::*;
    use crate::memory::guest::test_memory;

    fn table(at: u32, entries: impl IntoIterator<Item = (u32, u32)>) -> u32 {
        let mut count = 0;
        for (buffer, length) in entries {
            test_memory::put(at + count * 8, &buffer.to_le_bytes());
            test_memory::put(at + count * 8 + 4, &length.to_le_bytes());
            count += 1;
        }
        count
    }

    #[test]
    fn a_bad_entry_spoils_the_table() {
        test_memory::install();
        let count = table(0, [(100, 10), (65530, 7)]);
        assert_eq!(Vectors::checked(guest_address(0), count).err(), Some(Errno::Fault));
        assert_eq!(Vectors::checked(guest_address(65530), 1).err(), Some(Errno::Fault));
        assert_eq!(Vectors::checked(guest_address(0), u32::MAX).err(), Some(Errno::Fault));
    }

    #[test]
    fn empty_entries_are_skipped() {
        test_memory::install();
        let count = table(0, (0..2000).map(|index| (60000, u32::from(index % 500 == 499))));
        let vectors = Vectors::checked(guest_address(0), count).expect("all inside");
        let used = vectors.with_host(|vectors, is_all| Ok((vectors.len(), is_all)));
        assert_eq!(used, Ok((4, true)));
        assert_eq!(vectors.front(9).map(GuestRange::len), Ok(1));
    }

    #[test]
    fn long_tables_come_in_pieces() {
        test_memory::install();
        let count = table(0, (0..2000).map(|_| (60000, 2)));
        let vectors = Vectors::checked(guest_address(0), count).expect("all inside");
        assert_eq!(vectors.with_host(|vectors, is_all| Ok((vectors.len(), is_all))), Ok((1024, false)));
        let mut next = 0;
        let mut chunk = [HostVector::EMPTY; 32];
        let mut total = 0;
        while !vectors.is_done(next).expect("checked") {
            total += vectors.next_chunk(&mut next, &mut chunk).expect("checked").1;
        }
        assert_eq!((total, next), (4000, 2000));
    }
}
