//! The runtime's own heap, for host state: paths, descriptor tables, buffers of directory entries.
//!
//! It exists because a general allocator would be a quarter of a small program. This one has a list of free blocks for
//! each power of two up to 32 KiB, cuts new blocks from chunks (of which only touched pages cost anything), and gives
//! larger ones a mapping of their own. The first chunk is in the executable's zeroed data: it needs no system call, and
//! exists even if the guest has used up the address space. Later chunks are mappings of 1 MiB or, if there is no room
//! for that, of 64 KiB. Blocks are never split or joined: host state comes in few sizes, again and again.
//!
//! The archive crate makes an [`Allocator`] the global one; a program whose host calls never allocate contains none
//! of it. The guest's heap is in its linear memory and must not come here, and no signal handler may allocate.
//!
//! # Safety
//! Since no signal handler allocates, a thread that holds the lock always gets to release it. A block is in exactly one
//! place: with its owner, in the list of its class, or in the part of a chunk that has not been cut.

use alloc::boxed::Box;
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr;

use crate::lock::Lock;
use crate::sys;

/// Room for a link, and the alignment that the ABI's largest register needs.
const BLOCK_BYTES_MIN: usize = 16;
/// Largest block that is cut from a shared mapping.
const BLOCK_BYTES_MAX: usize = 32 << 10;
const CLASSES: usize = (BLOCK_BYTES_MAX / BLOCK_BYTES_MIN).ilog2() as usize + 1;
/// The first chunk: enough for a few paths and one directory being read.
const FIRST_CHUNK_BYTES: usize = 64 << 10;
/// Later chunks, best first. The smallest has room for the largest block.
const CHUNK_BYTES: [usize; 2] = [1 << 20, 64 << 10];
/// Mappings of their own are multiples of this, which is a multiple of every target's page …
const GRANULE_BYTES: usize = 64 << 10;
/// … and aligned like the smallest page.
const ALIGNMENT_MAX: usize = 4096;

/// A heap that can be the global allocator.
pub struct Allocator {
    heap: Lock<Heap>,
    first_chunk: FirstChunk,
}

/// Aligned like the blocks of a page that are cut from it.
#[repr(align(4096))]
struct FirstChunk(UnsafeCell<[u8; FIRST_CHUNK_BYTES]>);

const _: () = assert!(align_of::<FirstChunk>() == ALIGNMENT_MAX);

// SAFETY: the first chunk is only handed out in blocks, each to one owner, by the heap behind the lock.
unsafe impl Sync for FirstChunk {}

impl Allocator {
    /// A heap with its first chunk.
    pub const fn new() -> Allocator {
        let first_chunk = FirstChunk(UnsafeCell::new([0; FIRST_CHUNK_BYTES]));
        Allocator { heap: Lock::new(Heap { free: [0; CLASSES], next: 0, end: 0 }), first_chunk }
    }
}

impl Default for Allocator {
    fn default() -> Allocator {
        Allocator::new()
    }
}

/// A value on the heap; `None` where there is no memory. `Box::new` ends the program there.
pub fn try_box<T>(value: T) -> Option<Box<T>> {
    const { assert!(size_of::<T>() != 0) };
    // SAFETY: the layout is not empty (see the assert).
    let place = unsafe { alloc::alloc::alloc(Layout::new::<T>()) }.cast::<T>();
    if place.is_null() {
        return None;
    }
    // SAFETY: the place was allocated above, with the layout of a `T`.
    unsafe { place.write(value) };
    // SAFETY: the global allocator allocated the place with this layout, it is initialized, and no other code knows it.
    Some(unsafe { Box::from_raw(place) })
}

/// The source of the memory for a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// A block of this class.
    Class(usize),
    /// A mapping of this many bytes.
    Mapping(usize),
}

/// The source for a layout; `None` if its alignment or size is too large.
fn source(layout: Layout) -> Option<Source> {
    let bytes = layout.size().max(layout.align()).max(BLOCK_BYTES_MIN);
    if layout.align() > ALIGNMENT_MAX {
        None
    } else if bytes > BLOCK_BYTES_MAX {
        bytes.checked_next_multiple_of(GRANULE_BYTES).map(Source::Mapping)
    } else {
        // Blocks of a class are aligned to their size, up to a page.
        Some(Source::Class((bytes.next_power_of_two() / BLOCK_BYTES_MIN).ilog2() as usize))
    }
}

// SAFETY: every block is the caller's alone from `alloc` to `dealloc`, and large and aligned enough for its layout.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let address = match source(layout) {
            Some(Source::Class(class)) => self.take(class),
            Some(Source::Mapping(bytes)) => sys::memory::allocate(bytes).ok(),
            None => None,
        };
        address.map_or(ptr::null_mut(), ptr::with_exposed_provenance_mut)
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match source(layout) {
            // SAFETY: by the contract of `dealloc` the block was taken from this class, and its owner does not use it
            // again.
            Some(Source::Class(class)) => self.heap.with(|heap| unsafe { heap.give(class, block.expose_provenance()) }),
            Some(Source::Mapping(bytes)) => {
                // SAFETY: `alloc` made the mapping for this block, whose owner does not use it again.
                unsafe { sys::memory::release_or_keep(block.expose_provenance(), bytes) };
            }
            None => {}
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_bytes: usize) -> *mut u8 {
        let Ok(new_layout) = Layout::from_size_align(new_bytes, layout.align()) else { return ptr::null_mut() };
        match (source(layout), source(new_layout)) {
            (old, new) if old == new => return block,
            (Some(Source::Mapping(old)), Some(Source::Mapping(new))) => {
                // SAFETY: `alloc` made the mapping for this block, whose owner uses the returned address from now on.
                let moved = unsafe { sys::memory::resize(block.expose_provenance(), old, new) };
                return moved.map_or(ptr::null_mut(), ptr::with_exposed_provenance_mut);
            }
            _ => {}
        }
        // SAFETY: by the contract of `realloc` the new size is not zero.
        let new = unsafe { self.alloc(new_layout) };
        if !new.is_null() {
            // SAFETY: both blocks have at least this many bytes, and they are different blocks.
            unsafe { ptr::copy_nonoverlapping(block, new, layout.size().min(new_bytes)) };
            // SAFETY: by the contract of `realloc` the block has this layout, and its owner does not use it again.
            unsafe { self.dealloc(block, layout) };
        }
        new
    }
}

impl Allocator {
    fn take(&self, class: usize) -> Option<usize> {
        let first_chunk = self.first_chunk.0.get().expose_provenance();
        self.heap.with(|heap| heap.take(class, first_chunk))
    }
}

/// The blocks without an owner. All fields are addresses; 0 means that there is no block.
struct Heap {
    /// For each class the first of its free blocks, which begins with the address of the next one.
    free: [usize; CLASSES],
    /// Start and end of the part of the present chunk that has not been cut.
    next: usize,
    end: usize,
}

impl Heap {
    /// A block of a class; `None` where the system has no more memory. The first chunk is used first.
    fn take(&mut self, class: usize, first_chunk: usize) -> Option<usize> {
        let free = self.free.get_mut(class)?;
        if *free != 0 {
            let block = *free;
            // SAFETY: a free block begins with the address of the next one.
            *free = unsafe { ptr::with_exposed_provenance::<usize>(block).read() };
            return Some(block);
        }
        if self.end == 0 {
            (self.next, self.end) = (first_chunk, first_chunk + FIRST_CHUNK_BYTES);
        }
        let bytes = BLOCK_BYTES_MIN << class;
        let aligned = self.next.next_multiple_of(bytes.min(ALIGNMENT_MAX));
        if aligned + bytes <= self.end {
            self.next = aligned + bytes;
            return Some(aligned);
        }
        for chunk_bytes in CHUNK_BYTES {
            if let Ok(chunk) = sys::memory::allocate(chunk_bytes) {
                (self.next, self.end) = (chunk + bytes, chunk + chunk_bytes);
                return Some(chunk);
            }
        }
        None
    }

    /// Adds a block to the free ones.
    ///
    /// # Safety
    /// The block was taken from this class, and no code uses it afterwards.
    unsafe fn give(&mut self, class: usize, block: usize) {
        if let Some(free) = self.free.get_mut(class) {
            // SAFETY: every block has room for a word, and is aligned for it.
            unsafe { ptr::with_exposed_provenance_mut::<usize>(block).write(*free) };
            *free = block;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(bytes: usize, alignment: usize) -> Layout {
        Layout::from_size_align(bytes, alignment).expect("a valid layout")
    }

    #[test]
    fn classes_are_powers_of_two() {
        let check = |bytes, alignment, expected| assert_eq!(source(layout(bytes, alignment)), expected);
        check(1, 1, Some(Source::Class(0)));
        check(16, 1, Some(Source::Class(0)));
        check(17, 8, Some(Source::Class(1)));
        check(8, 256, Some(Source::Class(4)));
        check(BLOCK_BYTES_MAX, 1, Some(Source::Class(CLASSES - 1)));
        check(BLOCK_BYTES_MAX + 1, 1, Some(Source::Mapping(64 << 10)));
        check(65537, 4096, Some(Source::Mapping(128 << 10)));
        check(1, 8192, None);
    }

    #[test]
    fn blocks_of_all_sizes_keep_their_contents() {
        let allocator = Allocator::new();
        let mut blocks = Vec::new();
        for round in 0..200usize {
            let layout = layout(1 + round * round * 7, 1 << (round % 13));
            // SAFETY: the layout is not empty.
            let block = unsafe { allocator.alloc_zeroed(layout) };
            assert!(!block.is_null() && block.addr().is_multiple_of(layout.align()));
            // SAFETY: the block has that many bytes, which `alloc_zeroed` initialized.
            let bytes = unsafe { core::slice::from_raw_parts_mut(block, layout.size()) };
            assert!(bytes.iter().all(|&byte| byte == 0));
            bytes.fill(round as u8);
            blocks.push((block, layout, round as u8));
        }
        for (round, (block, old, value)) in blocks.into_iter().enumerate() {
            let new = layout((old.size() + 40_000 * (round % 3)).max(old.size() / 2), old.align());
            // SAFETY: the block was allocated with the old layout.
            let block = unsafe { allocator.realloc(block, old, new.size()) };
            assert!(!block.is_null() && block.addr().is_multiple_of(new.align()));
            // SAFETY: the old part is initialized.
            let bytes = unsafe { core::slice::from_raw_parts(block, old.size().min(new.size())) };
            assert!(bytes.iter().all(|&byte| byte == value));
            // SAFETY: the block has this layout since `realloc`.
            unsafe { allocator.dealloc(block, new) };
        }
    }

    #[test]
    fn boxes_hold_their_values() {
        assert_eq!(try_box([7u64; 100]).as_deref(), Some(&[7; 100]));
    }

    #[test]
    fn freed_blocks_are_used_again() {
        let allocator = Allocator::new();
        let layout = layout(100, 8);
        // SAFETY: the layout is not empty.
        let blocks = [(); 3].map(|()| unsafe { allocator.alloc(layout) });
        for block in blocks {
            // SAFETY: allocated above with this layout.
            unsafe { allocator.dealloc(block, layout) };
        }
        // SAFETY: the layout is not empty.
        let again = [(); 3].map(|()| unsafe { allocator.alloc(layout) });
        assert_eq!(again, [blocks[2], blocks[1], blocks[0]]);
    }

    #[test]
    fn the_first_blocks_need_no_mapping() {
        let allocator = Allocator::new();
        let start = allocator.first_chunk.0.get().addr();
        let layout = layout(4096, 4096);
        for number in 0..FIRST_CHUNK_BYTES / 4096 {
            // SAFETY: the layout is not empty.
            let block = unsafe { allocator.alloc(layout) };
            assert_eq!(block.addr(), start + number * 4096);
        }
        // SAFETY: the layout is not empty.
        let beyond = unsafe { allocator.alloc(layout) };
        assert!(!beyond.is_null() && !(start..start + FIRST_CHUNK_BYTES).contains(&beyond.addr()));
    }
}
