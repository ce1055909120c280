//! Makes the linear memories before the guest starts.
//!
//! The start image is not copied: its pages, private copies of the file's, are *moved* to where the guest expects them (or,
//! on macOS, mapped there a second time), so that a large image costs page faults only where it is touched. Where the kernel
//! refuses to move them, they are copied.
//!
//! # Safety
//! The plans come from the compiler. A memory at a fixed address is only ever mapped where nothing else is
//! ([`sys::memory::reserve_at`]), so that all changes to page tables here hit mappings made here or
//! pages of the image, which nothing but this file uses.

use core::ptr;

use wasmc_abi::layout::{ImageRun, Memory, MemoryPlan, WASM_PAGE_BYTES};

use crate::diagnostic::{Message, fail_to_start};
use crate::program;
use crate::sys::{self, Errno};

/// Makes all memories of the program, or ends it with a message.
pub fn set_up() {
    // Fixed places first: what may lie anywhere would else be free to lie there.
    for is_fixed in [true, false] {
        for (index, plan) in (0..).zip(program::memory_plans()) {
            if (plan.base != 0) == is_fixed {
                let (base, mapped_bytes) = if is_fixed { reserve(plan) } else { allocate(plan) };
                program::set_memory(index, Memory { base, length_bytes: plan.initial_bytes, mapped_bytes });
            }
        }
    }
    for run in program::image_runs() {
        place(run);
    }
    // Moved pages keep the protection that they had in the file, so this comes last.
    for (index, plan) in (0..).zip(program::memory_plans()) {
        if plan.initial_bytes != 0 {
            open(program::memory(index).base, whole_pages(plan.initial_bytes));
        }
    }
}

/// Bytes that have to be mapped for a memory of this length where there is no reservation: whole pages of the machine, and
/// one Wasm page more than these.
///
/// So even an empty memory has an address, and pages of the image that were moved in are never all of a mapping: Linux
/// extends only what is one mapping to it, and would extend the image by what follows it in the file.
pub fn mapped_bytes(length_bytes: u64) -> u64 {
    whole_pages(length_bytes).saturating_add(WASM_PAGE_BYTES)
}

/// The bytes of the pages that so many bytes lie on, whatever machine has them: none has pages larger than those of Wasm.
/// Where the pages of a memory are smaller, the last of these is accessible to nobody beyond the length, as compiled code
/// compares each access, and holds zeros there, as the image does.
pub fn whole_pages(bytes: u64) -> u64 {
    bytes.saturating_add(WASM_PAGE_BYTES - 1) & !(WASM_PAGE_BYTES - 1)
}

/// Reserves the address range of a plan with a base; returns where it is and its length.
fn reserve(plan: &MemoryPlan) -> (u64, u64) {
    if let Err(errno) = sys::memory::reserve_at(plan.base as usize, plan.reservation_bytes as usize) {
        fail_to_start(
            Message::new()
                .text("wasmc: cannot reserve ")
                .size(plan.reservation_bytes)
                .text(" of address space at ")
                .hex(plan.base)
                .address_space_limit(errno),
            errno,
            if errno == Errno::NOMEM {
                "raise 'ulimit -v' or build with --bounds-checks=explicit"
            } else {
                "build with --bounds-checks=explicit"
            },
        );
    }
    (plan.base, plan.reservation_bytes)
}

/// Maps the memory of a plan without a base, wherever there is room; returns where it is and how many bytes are mapped. One
/// that must not move is mapped with all that it can become.
fn allocate(plan: &MemoryPlan) -> (u64, u64) {
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
    // SAFETY: the range was mapped by `reserve` or `allocate`; no guest code has run yet.
    if let Err(errno) = unsafe { sys::memory::make_writable(base as usize, bytes as usize) } {
        fail_to_start(
            Message::new().text("wasmc: cannot map a memory of ").size(bytes).address_space_limit(errno),
            errno,
            "raise 'ulimit -v' or 'ulimit -d'; the module asks for this much at start",
        );
    }
}

/// Brings a run of image pages into its memory.
fn place(run: &ImageRun) {
    let from = program::image_address() + run.image_offset as usize;
    let to = (program::memory(run.memory).base + run.guest_offset) as usize;
    let bytes = run.bytes as usize;
    // SAFETY: the image is page-aligned, used by nobody else, and each of its pages is in one run; the run's pages are
    // among those of the memory's initial length, which were mapped above.
    if unsafe { sys::memory::move_pages(from, to, bytes) }.is_err() {
        open(to as u64, run.bytes);
        // SAFETY: both ranges are mapped (a move that fails leaves both where they are, and `to` with nothing in it) and they
        // do not overlap.
        unsafe {
            ptr::copy_nonoverlapping(
                ptr::with_exposed_provenance::<u8>(from),
                ptr::with_exposed_provenance_mut(to),
                bytes,
            );
        }
    }
}
