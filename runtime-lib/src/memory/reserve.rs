//! Makes the linear memories before the guest starts.
//!
//! The pages of a large start image, which are private copies of the file's, are *moved* to their place in the memory
//! (on macOS they are mapped there a second time), so that they cost page faults only where they are touched. If the
//! kernel refuses to move pages, and for a memory at its own addresses, they are copied. A small image is always
//! copied.
//!
//! What must not happen here: a mapping that replaces another one.
//!
//! # Safety
//! The plans come from the compiler. A memory at a fixed address is mapped only if the range is free
//! ([`sys::memory::reserve_at`]), so all changes of page tables here affect mappings made here, or pages of the image,
//! which nothing else uses.

use core::ptr;

use wasmc_abi::layout::{IDENTITY_ALIAS, ImageRun, Memory, MemoryRecord, WASM_PAGE_BYTES};

use super::identity::{self, Taken};
use crate::diagnostic::{Message, fail_to_start};
use crate::program;
use crate::sys::{self, Errno};

/// Makes all memories of the program, or ends it with a message.
pub fn set_up() {
    // Memories at fixed addresses first: the kernel might otherwise put the others there.
    for is_fixed in [true, false] {
        for (index, plan) in (0..).zip(program::memory_plans()) {
            if (plan.base != 0 || plan.is_identity()) == is_fixed {
                let (base, mapped_bytes) = if is_fixed { reserve(plan) } else { allocate(plan) };
                program::set_memory(index, Memory { base, length_bytes: plan.initial_bytes, mapped_bytes });
            }
        }
    }
    let (copied, moved) = (|run: &&ImageRun| run.is_copied != 0, |run: &&ImageRun| run.is_copied == 0);
    program::image_runs().iter().filter(moved).for_each(place);
    // Moved pages keep the protection that they had in the file, so the protection is set after they have come.
    for (index, plan) in (0..).zip(program::memory_plans()) {
        if plan.initial_bytes != 0 && !plan.is_identity() {
            open(program::memory(index).base, whole_pages(plan.initial_bytes));
        }
    }
    program::image_runs().iter().filter(copied).for_each(copy);
}

/// Bytes to map for a memory of this length without a reservation: whole pages of the machine, and one Wasm page.
///
/// Because of the additional page, even an empty memory has an address, and the mapping never consists of image pages
/// alone: Linux would extend those by the bytes that follow them in the file.
pub fn mapped_bytes(length_bytes: u64) -> u64 {
    whole_pages(length_bytes).saturating_add(WASM_PAGE_BYTES)
}

/// Rounds up to a size that is a multiple of the page on every machine: no machine has pages larger than those of Wasm.
/// If the pages of a memory are smaller, the rest of the last machine page is never used, because compiled code
/// compares each access with the length, and it is zero, because the image is.
pub fn whole_pages(bytes: u64) -> u64 {
    bytes.saturating_add(WASM_PAGE_BYTES - 1) & !(WASM_PAGE_BYTES - 1)
}

/// Reserves the address range of a plan with a place; returns the base and the length of the reservation.
fn reserve(plan: &MemoryRecord) -> (u64, u64) {
    let bytes = plan.reservation_bytes;
    let base = if plan.is_identity() {
        identity::reserve(bytes)
    } else {
        let (address, base) = (plan.base as usize, Ok(plan.base));
        sys::memory::reserve_at(address, bytes as usize)
            .map_or_else(|errno| Err(Taken { address: plan.base, errno }), |()| base)
    };
    match base {
        Ok(base) => {
            if plan.is_identity() && plan.initial_bytes != 0 {
                // The image is copied there: private pages of a file cannot be in two places.
                // SAFETY: the memory was just reserved, has no length yet, and the process has one thread.
                check_open(unsafe { identity::open(base, 0, plan.initial_bytes) }, plan.initial_bytes);
            }
            (base, bytes)
        }
        Err(Taken { address, errno }) => fail_to_start(
            Message::new()
                .text("wasmc: cannot reserve ")
                .size(bytes)
                .text(" of address space at ")
                .hex(address)
                .address_space_limit(errno),
            errno,
            match (plan.is_identity(), errno == Errno::NOMEM) {
                (false, true) => "raise 'ulimit -v' or build with --bounds-checks=explicit",
                (false, false) => "build with --bounds-checks=explicit",
                (true, true) => "raise 'ulimit -v' or build without -g",
                (true, false) => "build without -g",
            },
        ),
    }
}

/// Maps the memory of a plan without a base, wherever there is room; returns its start and the bytes mapped. A memory
/// that must not move is mapped with its maximum size.
fn allocate(plan: &MemoryRecord) -> (u64, u64) {
    let bytes = mapped_bytes(if plan.reservation_bytes == 0 { plan.initial_bytes } else { plan.maximum_bytes });
    match usize::try_from(bytes).map_err(|_| Errno::NOMEM).and_then(sys::memory::allocate) {
        Ok(address) => (address as u64, bytes),
        Err(errno) => fail_to_start(
            Message::new().text("wasmc: cannot map a memory of ").size(bytes).address_space_limit(errno),
            errno,
            "raise 'ulimit -v'; the module asks for this much at start",
        ),
    }
}

/// Makes the pages that are accessible at start writable.
fn open(base: u64, bytes: u64) {
    // SAFETY: `reserve` or `allocate` mapped the range, and no guest code has run yet.
    check_open(unsafe { sys::memory::make_writable(base as usize, bytes as usize) }, bytes);
}

/// Ends the program if pages that are accessible at start could not be opened.
fn check_open(result: Result<(), Errno>, bytes: u64) {
    if let Err(errno) = result {
        fail_to_start(
            Message::new().text("wasmc: cannot map a memory of ").size(bytes).address_space_limit(errno),
            errno,
            "raise 'ulimit -v' or 'ulimit -d'; the module asks for this much at start",
        );
    }
}

/// Moves a run of image pages into its memory, or copies it where pages cannot be moved.
fn place(run: &ImageRun) {
    // Both views of an identity memory are of shared memory, into which private pages cannot be moved; `reserve` has
    // opened them.
    if !is_identity(run) {
        let (from, to) = places(run);
        // SAFETY: the compiler aligns the image to pages and puts each page in one run, and only this file uses the
        // image. The target is within the memory's initial length, which `set_up` has mapped.
        if unsafe { sys::memory::move_pages(from, to, run.bytes as usize) }.is_ok() {
            return;
        }
        open(to as u64, run.bytes);
    }
    copy(run);
}

/// Copies a run of the image into its memory, which is open there.
fn copy(run: &ImageRun) {
    let (from, to) = places(run);
    // SAFETY: both ranges are mapped, and the second one is writable: `set_up`, `reserve` or `place` has opened it.
    // They do not overlap: one is in the image, the other in a mapping made here.
    unsafe {
        ptr::copy_nonoverlapping(
            ptr::with_exposed_provenance::<u8>(from),
            ptr::with_exposed_provenance_mut(to),
            run.bytes as usize,
        );
    }
}

/// The addresses from which and to which the bytes of a run go.
fn places(run: &ImageRun) -> (usize, usize) {
    // The alias has all bytes of an identity memory.
    let base = if is_identity(run) { IDENTITY_ALIAS } else { program::memory(run.memory).base };
    (program::image_address() + run.image_offset as usize, (base + run.guest_offset) as usize)
}

fn is_identity(run: &ImageRun) -> bool {
    program::memory_plans().get(run.memory as usize).is_some_and(MemoryRecord::is_identity)
}
