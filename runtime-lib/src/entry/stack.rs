//! The guest's native stack, its guard, and the stack on which traps are handled: one mapping, two system calls.
//! [`super::stack_layout`] draws it.
//!
//! The signal stack needs no guard of its own: the depth of the handler does not depend on the guest, and the process
//! ends after it.
//!
//! In a program with threads each thread has such stacks, in one mapping with its state ([`crate::threads::region`]).
//!
//! The guest does not run on the stack that the kernel made. The size of that stack is the user's `ulimit -s`, the
//! runtime does not know its guard, and a fault below it could not be told from a wild access. Compiled code and the
//! runtime probe every page of a large frame in order, so that no frame reaches past the guard. (On RISC-V, rustc makes
//! no probes; the runtime's frames there are smaller than a page.)
//!
//! What must not happen here: guest code that runs on another stack than these.
//!
//! # Safety
//! Asks [`sys::memory`] for new mappings only, and gives out addresses, not references.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::stack_layout::{GRANULE_BYTES, GUARD_BYTES, SIGNAL_STACK_BYTES, Stacks};
use crate::diagnostic::{Message, fail_to_start};
use crate::program;
use crate::sys::{self, Errno};
use crate::threads::region;

/// Lowest address of the guard, 0 before [`set_up`].
static GUARD: AtomicUsize = AtomicUsize::new(0);
/// First address above the guest stack.
static TOP: AtomicUsize = AtomicUsize::new(0);

/// Maps the stacks, or ends the program with a message.
pub fn set_up() -> Stacks {
    let stack_bytes = program::program().stack_bytes;
    let mapped = match program::threads().region_bytes {
        0 => map(stack_bytes),
        _ => region::map().map(region::Region::stacks),
    };
    match mapped {
        Ok(stacks) => {
            GUARD.store(stacks.guard, Relaxed);
            TOP.store(stacks.top, Relaxed);
            stacks
        }
        Err(errno) => fail_to_start(
            Message::new().text("wasmc: cannot map a stack of ").size(stack_bytes).address_space_limit(errno),
            errno,
            "raise 'ulimit -v' or build with a smaller --stack-size",
        ),
    }
}

/// Whether an address lies in the guard: the guest's stack is used up.
pub fn guard_contains(address: usize) -> bool {
    let (guard, _) = present();
    guard != 0 && (guard..guard + GUARD_BYTES).contains(&address)
}

/// The guest stack as `(lowest address, first address above)`; `(0, 0)` before [`set_up`].
pub fn guest_stack() -> (usize, usize) {
    match present() {
        (0, _) => (0, 0),
        (guard, top) => (guard + GUARD_BYTES, top),
    }
}

/// The guard and the top of this thread's guest stack. The caller runs on that stack or on its signal stack.
fn present() -> (usize, usize) {
    match (GUARD.load(Relaxed), region::current()) {
        (0, _) => (0, 0),
        (_, Some(region)) => {
            let stacks = region.stacks();
            (stacks.guard, stacks.top)
        }
        (guard, None) => (guard, TOP.load(Relaxed)),
    }
}

/// Maps all parts.
fn map(stack_bytes: u64) -> Result<Stacks, Errno> {
    let stack_bytes = usize::try_from(stack_bytes).ok().and_then(|bytes| bytes.checked_next_multiple_of(GRANULE_BYTES));
    let stack_bytes = stack_bytes.filter(|&bytes| bytes != 0).ok_or(Errno::NOMEM)?;
    let writable_bytes = stack_bytes.checked_add(SIGNAL_STACK_BYTES).ok_or(Errno::NOMEM)?;
    let guard = sys::memory::reserve_stack(GUARD_BYTES.checked_add(writable_bytes).ok_or(Errno::NOMEM)?)?;
    let stacks = Stacks::from_guard(guard, stack_bytes);
    // SAFETY: a part of the mapping made above, whose address only this function has.
    unsafe { sys::memory::make_writable(stacks.bottom, writable_bytes)? };
    Ok(stacks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_as_drawn() {
        let stacks = map(100_000).expect("a small mapping");
        assert_eq!(stacks.bottom, stacks.guard + GUARD_BYTES);
        assert_eq!(stacks.signal_stack, stacks.top);
        assert_eq!(stacks.top - stacks.bottom, 128 << 10);
        assert_eq!(stacks.top % 16, 0);
    }

    #[test]
    fn sizes_that_cannot_be_are_errors() {
        assert_eq!(map(0), Err(Errno::NOMEM));
        assert_eq!(map(u64::MAX), Err(Errno::NOMEM));
        assert_eq!(map(1 << 60), Err(Errno::NOMEM));
    }
}
