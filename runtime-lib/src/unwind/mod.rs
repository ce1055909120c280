//! Exceptions: the objects that are thrown, and the search for the code that catches them.
//!
//! [`throw`] walks the frames of callers until a clause takes the exception, [`pool`] holds the memory of exceptions in
//! chunks, and [`reachable`] finds exceptions to which the guest still has references. Compiled code releases an
//! exception when it catches it, unless it got a reference to it. Such an exception stays until nothing refers to it,
//! which is found out when there are twice as many as were found reachable the last time. So a program that throws and
//! catches for ever needs no more memory than one that does it once, and a deep stack is not searched too often.
//!
//! Each thread of the guest has its own pool: threads are instances that share no globals and no tables, so no
//! exception gets from one thread to another. Nothing here may follow a word that is not the address of a live
//! exception.
//!
//! # Safety
//! In a program with one thread the pool is a `static`; otherwise each thread has one, which only that thread uses.
//! Only `with_pool` makes a reference to a pool, and no function that is called there comes back here, so there is
//! never a second reference.

mod chunk;
pub mod pool;
pub mod reachable;
pub mod throw;

use alloc::boxed::Box;
use core::cell::UnsafeCell;
use core::ptr;

use pool::Pool;

use crate::allocator::try_box;
use crate::threads::region::{self, Region};

/// An upper bound on the stack that the functions here need.
const STACK_BYTES: usize = 8 << 10;

/// The pool of a program without threads.
struct OnlyThread(UnsafeCell<Pool>);

// SAFETY: only programs with one thread use it: `with_pool` takes the pool of the region in all others.
unsafe impl Sync for OnlyThread {}

static POOL: OnlyThread = OnlyThread(UnsafeCell::new(Pool::new()));

/// Makes an exception and returns its address. The caller writes its payload.
pub fn new(tag: u32, payload_bytes: usize) -> usize {
    with_pool(|pool| {
        if pool.is_to_be_collected() {
            reachable::collect(pool);
        }
        pool.allocate(tag, payload_bytes)
    })
}

/// Releases an exception, unless the guest got a reference to it.
///
/// # Safety
/// It is live, and if the guest got no reference to it, no code uses it afterwards.
pub unsafe fn release(exception: usize) {
    // SAFETY: by the contract of this function.
    if !unsafe { pool::is_handed_out(exception) } {
        with_pool(|pool| pool.free(exception));
    }
}

/// Calls a function with the pool.
fn with_pool<T>(action: impl FnOnce(&mut Pool) -> T) -> T {
    // A stack that is used up must be found out before the pool is changed. This read does: it faults in the stack's
    // guard.
    let here = 0u8;
    let below = (&raw const here).expose_provenance() - STACK_BYTES;
    // SAFETY: the address is in the stack, or in its guard, where the fault is a trap of the guest.
    unsafe { ptr::with_exposed_provenance::<u8>(below).read_volatile() };
    let pool = region::current().map_or(POOL.0.get(), of_thread);
    // SAFETY: only this function makes a reference, and `action` does not call it (see the file's Safety section).
    action(unsafe { &mut *pool })
}

/// The pool of a thread, made at the first call.
fn of_thread(region: Region) -> *mut Pool {
    if region.exceptions() == 0 {
        let pool = try_box(Pool::new()).unwrap_or_else(|| pool::no_memory());
        region.set_exceptions(Box::into_raw(pool).expose_provenance());
    }
    ptr::with_exposed_provenance_mut(region.exceptions())
}

/// Releases the pool of a thread that has ended, with all its exceptions.
pub fn end_thread(region: Region) {
    if region.exceptions() != 0 {
        let pool = ptr::with_exposed_provenance_mut::<Pool>(region.exceptions());
        region.set_exceptions(0);
        // SAFETY: `of_thread` made the pool, and its address was just removed from the region.
        drop(unsafe { Box::from_raw(pool) });
    }
}
