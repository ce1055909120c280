//! The memory of exceptions: slots of equal size, in chunks (`chunk.rs` beside this file).
//!
//! It is arranged so that any word can be tested for being the address of a live exception, because the stack is
//! searched conservatively: a chunk has a bit for each slot that says whether it is in use, and another that says
//! whether it was found reachable. Chunks are kept in order of their addresses and are released with the pool, so a
//! pool keeps as many as it once needed. A word that is not the address of a slot in use must never be followed.
//!
//! # Safety
//! A chunk is a mapping that only its pool knows. Only headers of slots in use are read and written, through raw
//! pointers, because compiled code writes to them too.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem::{offset_of, size_of};
use core::ptr;

use wasmc_abi::exceptions::Exception;

use super::chunk::{BIT_WORDS, CHUNK_BYTES, CLASSES, Chunk, class_of, is_set, set, slot_bytes};
use crate::allocator::try_box;
use crate::diagnostic::Message;
use crate::entry::exit;
use crate::sys;

/// Unreachable exceptions are looked for when this many bytes are in use, and at least twice as many as were reachable
/// the last time.
const COLLECTION_BYTES_MIN: usize = 256 << 10;
/// A bound on the memory that a guest can make the host keep for exceptions.
const POOL_BYTES_MAX: usize = 1 << 30;

/// A slot of the pool.
#[derive(Clone, Copy)]
struct Slot {
    /// The position of its chunk.
    chunk: usize,
    index: usize,
}

/// All exceptions of a thread.
pub struct Pool {
    /// In order of their addresses. They are boxed, so that inserting one moves a word for each chunk behind it.
    #[allow(clippy::vec_box, reason = "chunks are large, and are inserted in order")]
    chunks: Vec<Box<Chunk>>,
    /// For each size, the position of the chunk in which the search for the next slot begins.
    next: [usize; CLASSES],
    /// Bytes of the slots in use.
    used_bytes: usize,
    /// The number of bytes in use at which unreachable exceptions are looked for.
    threshold_bytes: usize,
    /// The exceptions that were found reachable and whose payload has not been searched: a list through
    /// `Exception::reserved`.
    pending: usize,
}

impl Pool {
    /// An empty pool, which has no memory until the first exception.
    pub const fn new() -> Pool {
        Pool {
            chunks: Vec::new(),
            next: [0; CLASSES],
            used_bytes: 0,
            threshold_bytes: COLLECTION_BYTES_MIN,
            pending: 0,
        }
    }

    /// Whether it is time to look for unreachable exceptions.
    pub fn is_to_be_collected(&self) -> bool {
        self.used_bytes >= self.threshold_bytes
    }

    /// Takes a slot for an exception with a payload of this size and returns its address. Ends the program if there is
    /// no memory.
    pub fn allocate(&mut self, tag: u32, payload_bytes: usize) -> usize {
        let class = class_of(payload_bytes);
        let slot = self.unused(class).unwrap_or_else(|| self.add_chunk(class));
        let Some(chunk) = self.chunks.get_mut(slot.chunk) else { no_memory() };
        set(&mut chunk.in_use, slot.index, true);
        chunk.used += 1;
        let exception = chunk.base + slot.index * slot_bytes(class);
        self.next[class] = slot.chunk;
        self.used_bytes += slot_bytes(class);
        // SAFETY: the slot is in a mapping of this pool, and was not in use until now.
        unsafe { header(exception).write(Exception { tag, is_handed_out: 0, reserved: 0 }) };
        exception
    }

    /// Releases a slot.
    pub fn free(&mut self, exception: usize) {
        let Some(slot) = self.find(exception) else { return };
        let Some(chunk) = self.chunks.get_mut(slot.chunk) else { return };
        set(&mut chunk.in_use, slot.index, false);
        chunk.used -= 1;
        self.next[chunk.class] = slot.chunk;
        self.used_bytes -= slot_bytes(chunk.class);
    }

    /// Marks an exception as reachable, if this word is its address. Any word may be passed.
    pub fn reach(&mut self, word: usize) {
        let Some(slot) = self.find(word) else { return };
        let Some(chunk) = self.chunks.get_mut(slot.chunk) else { return };
        if !is_set(&chunk.reachable, slot.index) {
            set(&mut chunk.reachable, slot.index, true);
            // SAFETY: `find` says that the word is the address of a slot in use.
            unsafe { reserved(word).write(self.pending) };
            self.pending = word;
        }
    }

    /// Marks the exceptions that reachable ones refer to, releases all that are not marked, and removes the marks.
    pub fn sweep(&mut self) {
        while let Some(slot) = self.find(self.pending) {
            let exception = self.pending;
            // SAFETY: `find` says that this is the address of a slot in use.
            self.pending = unsafe { reserved(exception).read() };
            let class = self.chunks.get(slot.chunk).map_or(0, |chunk| chunk.class);
            for offset in (size_of::<Exception>()..slot_bytes(class)).step_by(size_of::<usize>()) {
                // SAFETY: the word is in the slot. Behind the payload are words of older exceptions, or zeros.
                let word = unsafe { ptr::with_exposed_provenance::<usize>(exception + offset).read_volatile() };
                self.reach(word);
            }
        }
        self.pending = 0;
        self.used_bytes = 0;
        for chunk in &mut self.chunks {
            chunk.in_use = chunk.reachable;
            chunk.reachable = [0; BIT_WORDS];
            chunk.used = chunk.in_use.iter().map(|word| word.count_ones() as usize).sum();
            self.used_bytes += chunk.used * slot_bytes(chunk.class);
        }
        self.next = [0; CLASSES];
        self.threshold_bytes = COLLECTION_BYTES_MIN.max(self.used_bytes * 2);
    }

    /// Bytes of the slots in use.
    #[cfg(test)]
    pub(super) fn used_bytes(&self) -> usize {
        self.used_bytes
    }

    /// The slot in use that begins at an address.
    fn find(&self, address: usize) -> Option<Slot> {
        let position = self.chunks.partition_point(|chunk| chunk.base <= address).checked_sub(1)?;
        let chunk = self.chunks.get(position)?;
        let (offset, bytes) = (address - chunk.base, slot_bytes(chunk.class));
        let index = offset / bytes;
        let is_live = offset < CHUNK_BYTES && offset.is_multiple_of(bytes) && is_set(&chunk.in_use, index);
        is_live.then_some(Slot { chunk: position, index })
    }

    /// A slot of this size that is not in use. The search begins in the chunk that had one the last time.
    fn unused(&self, class: usize) -> Option<Slot> {
        let slots = CHUNK_BYTES / slot_bytes(class);
        let positions = (self.next[class]..self.chunks.len()).chain(0..self.next[class]);
        let is_open = |chunk: &Chunk| chunk.class == class && chunk.used < slots;
        let (position, chunk) = positions
            .filter_map(|position| Some((position, self.chunks.get(position)?)))
            .find(|(_, chunk)| is_open(chunk))?;
        let word = chunk.in_use.iter().position(|word| *word != u64::MAX)?;
        let index = word * 64 + chunk.in_use.get(word)?.trailing_ones() as usize;
        Some(Slot { chunk: position, index })
    }

    /// The first slot of a new chunk.
    fn add_chunk(&mut self, class: usize) -> Slot {
        if self.chunks.len() >= POOL_BYTES_MAX / CHUNK_BYTES {
            no_memory();
        }
        let Ok(base) = sys::memory::allocate(CHUNK_BYTES) else { no_memory() };
        let position = self.chunks.partition_point(|chunk| chunk.base < base);
        let empty = [0; BIT_WORDS];
        let chunk = try_box(Chunk { base, class, used: 0, in_use: empty, reachable: empty });
        let (Some(chunk), Ok(())) = (chunk, self.chunks.try_reserve(1)) else { no_memory() };
        self.chunks.insert(position, chunk);
        Slot { chunk: position, index: 0 }
    }
}

impl Default for Pool {
    fn default() -> Pool {
        Pool::new()
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for chunk in &self.chunks {
            // SAFETY: the pool made this mapping, and no code uses the exceptions of a pool that is dropped.
            unsafe { sys::memory::release_or_keep(chunk.base, CHUNK_BYTES) };
        }
    }
}

/// The tag of an exception.
///
/// # Safety
/// It is live.
pub unsafe fn tag(exception: usize) -> u32 {
    // SAFETY: by the contract of this function.
    unsafe { header(exception).cast::<u32>().read() }
}

/// Whether the guest got a reference to an exception.
///
/// # Safety
/// It is live.
pub unsafe fn is_handed_out(exception: usize) -> bool {
    let field = exception + offset_of!(Exception, is_handed_out);
    // SAFETY: by the contract of this function.
    unsafe { ptr::with_exposed_provenance::<u32>(field).read_volatile() != 0 }
}

fn header(exception: usize) -> *mut Exception {
    ptr::with_exposed_provenance_mut(exception)
}

fn reserved(exception: usize) -> *mut usize {
    ptr::with_exposed_provenance_mut(exception + offset_of!(Exception, reserved))
}

/// Ends the program, because the guest keeps more exceptions than there is memory for.
pub fn no_memory() -> ! {
    Message::new().text("wasmc: no memory for another exception\n").send();
    exit::abort()
}

#[cfg(test)]
mod tests {
    use super::super::chunk::SLOT_BYTES_MIN;
    use super::*;

    /// Stores a word behind the header.
    fn carry(exception: usize, position: usize, word: usize) {
        let place = ptr::with_exposed_provenance_mut::<usize>(exception + size_of::<Exception>() + position * 8);
        // SAFETY: the tests allocate a payload that includes this word.
        unsafe { place.write(word) };
    }

    fn live(pool: &Pool, exceptions: &[usize]) -> Vec<bool> {
        exceptions.iter().map(|exception| pool.find(*exception).is_some()).collect()
    }

    #[test]
    fn only_addresses_of_exceptions_in_use_are_found() {
        let mut pool = Pool::new();
        assert!(pool.find(0).is_none());
        let one = pool.allocate(7, 8);
        let large = pool.allocate(8, 1000);
        assert_eq!(live(&pool, &[one, large]), [true, true]);
        assert_eq!(live(&pool, &[one + 8, one - 32, one + 32, large + 16]), [false; 4]);
        assert_eq!(live(&pool, &[0, 1, usize::MAX]), [false; 3]);
        // SAFETY: the exception was allocated above and not freed.
        assert_eq!(unsafe { (tag(one), is_handed_out(one)) }, (7, false));
        pool.free(one);
        assert_eq!(live(&pool, &[one, large]), [false, true]);
    }

    #[test]
    fn what_was_given_back_is_used_again() {
        let mut pool = Pool::new();
        let first = pool.allocate(0, 8);
        for _ in 0..100_000 {
            let exception = pool.allocate(0, 8);
            assert_eq!(exception, first + SLOT_BYTES_MIN);
            pool.free(exception);
        }
        assert_eq!((pool.used_bytes, pool.chunks.len()), (SLOT_BYTES_MIN, 1));
    }

    #[test]
    fn slots_do_not_overlap() {
        let mut pool = Pool::new();
        let mut all: Vec<(usize, usize)> =
            (0..20_000).map(|n| n * 7 % 300).map(|bytes| (pool.allocate(0, bytes), bytes)).collect();
        assert!(pool.chunks.is_sorted_by_key(|chunk| chunk.base));
        all.sort_unstable();
        for pair in all.windows(2) {
            let [(address, bytes), (next, _)] = pair else { continue };
            assert!(address + size_of::<Exception>() + bytes <= *next && address.is_multiple_of(SLOT_BYTES_MIN));
        }
    }

    #[test]
    fn unreachable_exceptions_are_given_back_and_reachable_ones_stay() {
        let mut pool = Pool::new();
        let [kept, inner, innermost, lost, cycle] = [16, 8, 8, 8, 8].map(|bytes| pool.allocate(0, bytes));
        carry(kept, 0, inner);
        carry(kept, 1, 42);
        carry(inner, 0, innermost);
        carry(innermost, 0, kept);
        carry(lost, 0, cycle);
        carry(cycle, 0, lost);
        for word in [kept, kept, 5, lost + 8, usize::MAX] {
            pool.reach(word);
        }
        pool.sweep();
        assert_eq!(live(&pool, &[kept, inner, innermost, lost, cycle]), [true, true, true, false, false]);
        assert_eq!(pool.used_bytes, 3 * SLOT_BYTES_MIN);
        pool.sweep();
        assert_eq!(live(&pool, &[kept, inner, innermost]), [false; 3]);
    }

    #[test]
    fn collections_become_rarer_the_more_is_kept() {
        let mut pool = Pool::new();
        let mut kept = Vec::new();
        while !pool.is_to_be_collected() {
            kept.push(pool.allocate(0, 8));
        }
        assert_eq!(pool.used_bytes, COLLECTION_BYTES_MIN);
        kept.iter().for_each(|exception| pool.reach(*exception));
        pool.sweep();
        assert_eq!(pool.threshold_bytes, 2 * COLLECTION_BYTES_MIN);
        pool.sweep();
        assert_eq!((pool.threshold_bytes, pool.used_bytes), (COLLECTION_BYTES_MIN, 0));
    }
}
