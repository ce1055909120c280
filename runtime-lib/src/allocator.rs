//! The runtime's own heap: `dlmalloc` over anonymous mappings.
//!
//! Only host state lives here (paths, descriptor tables); the guest's heap is inside its linear memory. The archive crate
//! makes an [`Allocator`] the global one; a program whose host calls never allocate carries none of it.
//!
//! # Safety
//! The heap is reached through a lock, so that the type is `Sync` by itself. No signal handler allocates, so that the
//! thread that holds the lock always gets to release it.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::hint;
use core::ptr;
use core::sync::atomic::{AtomicBool, Ordering::Acquire, Ordering::Release};

use dlmalloc::Dlmalloc;

use crate::sys;

/// Mappings are requested in multiples of this, which is a multiple of every target's page.
const GRANULE_BYTES: usize = 64 << 10;

/// A heap that can be the global allocator.
pub struct Allocator {
    locked: AtomicBool,
    heap: UnsafeCell<Dlmalloc<Mappings>>,
}

// SAFETY: `heap` is only touched by whoever holds `locked`.
unsafe impl Sync for Allocator {}

impl Allocator {
    /// An empty heap, which has no memory until the first allocation.
    pub const fn new() -> Allocator {
        Allocator { locked: AtomicBool::new(false), heap: UnsafeCell::new(Dlmalloc::new_with_allocator(Mappings)) }
    }

    /// Does something with the heap while nobody else can.
    fn with<T>(&self, action: impl FnOnce(&mut Dlmalloc<Mappings>) -> T) -> T {
        while self.locked.compare_exchange_weak(false, true, Acquire, Acquire).is_err() {
            hint::spin_loop();
        }
        // SAFETY: the lock is held, and `action` is one of the calls below, which do not come back here.
        let result = action(unsafe { &mut *self.heap.get() });
        self.locked.store(false, Release);
        result
    }
}

impl Default for Allocator {
    fn default() -> Allocator {
        Allocator::new()
    }
}

// SAFETY: `dlmalloc` keeps the promises of an allocator.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: by the contract of `GlobalAlloc`.
        self.with(|heap| unsafe { heap.malloc(layout.size(), layout.align()) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: by the contract of `GlobalAlloc`.
        self.with(|heap| unsafe { heap.calloc(layout.size(), layout.align()) })
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: by the contract of `GlobalAlloc`.
        self.with(|heap| unsafe { heap.free(block, layout.size(), layout.align()) });
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_bytes: usize) -> *mut u8 {
        // SAFETY: by the contract of `GlobalAlloc`.
        self.with(|heap| unsafe { heap.realloc(block, layout.size(), layout.align(), new_bytes) })
    }
}

/// Where the heap gets its memory.
struct Mappings;

// SAFETY: every block is a fresh mapping that nobody else knows, and stays until `free` or `free_part`.
unsafe impl dlmalloc::Allocator for Mappings {
    fn alloc(&self, bytes: usize) -> (*mut u8, usize, u32) {
        match sys::memory::allocate(bytes) {
            Ok(address) => (ptr::with_exposed_provenance_mut(address), bytes, 0),
            Err(_) => (ptr::null_mut(), 0, 0),
        }
    }

    fn remap(&self, block: *mut u8, old_bytes: usize, new_bytes: usize, can_move: bool) -> *mut u8 {
        if !can_move {
            return ptr::null_mut();
        }
        // SAFETY: the heap says that this mapping is its own, and takes what comes back instead.
        match unsafe { sys::memory::resize(block.expose_provenance(), old_bytes, new_bytes) } {
            Ok(address) => ptr::with_exposed_provenance_mut(address),
            Err(_) => ptr::null_mut(),
        }
    }

    fn free_part(&self, block: *mut u8, old_bytes: usize, new_bytes: usize) -> bool {
        // SAFETY: the heap gives up the end of one of its mappings.
        unsafe { sys::memory::release(block.addr() + new_bytes, old_bytes - new_bytes) }.is_ok()
    }

    fn free(&self, block: *mut u8, bytes: usize) -> bool {
        // SAFETY: the heap gives up one of its mappings.
        unsafe { sys::memory::release(block.addr(), bytes) }.is_ok()
    }

    fn can_release_part(&self, _flags: u32) -> bool {
        true
    }

    fn allocates_zeros(&self) -> bool {
        true
    }

    fn page_size(&self) -> usize {
        GRANULE_BYTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_all_sizes_keep_their_contents() {
        let allocator = Allocator::new();
        let mut blocks = Vec::new();
        for round in 0..200usize {
            let layout = Layout::from_size_align(1 + round * round * 7, 1 << (round % 8)).expect("a valid layout");
            // SAFETY: the layout is not empty.
            let block = unsafe { allocator.alloc_zeroed(layout) };
            assert!(!block.is_null() && block.addr().is_multiple_of(layout.align()));
            // SAFETY: the block has that many bytes.
            unsafe { block.write_bytes(round as u8, layout.size()) };
            blocks.push((block, layout, round as u8));
        }
        for (block, layout, value) in blocks {
            // SAFETY: the block was allocated with this layout.
            let block = unsafe { allocator.realloc(block, layout, layout.size() + 100_000) };
            // SAFETY: the old part is initialised.
            let bytes = unsafe { core::slice::from_raw_parts(block, layout.size()) };
            assert!(bytes.iter().all(|&byte| byte == value));
            let layout = Layout::from_size_align(layout.size() + 100_000, layout.align()).expect("a valid layout");
            // SAFETY: the block has this layout since `realloc`.
            unsafe { allocator.dealloc(block, layout) };
        }
    }
}
