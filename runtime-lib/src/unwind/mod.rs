//! Exceptions: the objects that are thrown, and the way from where they are thrown to where they are caught.
//!
//! [`throw`] walks the frames of callers until a clause takes the exception; [`pool`] has the memory of exceptions, and
//! [`reachable`] finds those to which the guest has still got references. Compiled code gives an exception back where it
//! catches it; only those of which it got a reference stay until nothing refers to them any more, which is looked into
//! when there are twice as many as were found the last time. So a program that throws and catches for ever needs no more
//! memory than one that does it once, and a deep stack is not searched more often than it pays.
//!
//! Each thread of the guest has a pool of its own: threads are instances that share no globals and no tables, so that no
//! exception gets from one to another.
//!
//! # Safety
//! The pool is one `static`, or one for each thread where there are several: no reference to an exception gets from one
//! thread to another, since each has globals and tables of its own. It is reached only by `with_pool`, and nothing that is
//! called in there comes back here, so there is never a second reference to it.

pub mod pool;
pub mod reachable;
pub mod throw;

use alloc::boxed::Box;
use core::cell::UnsafeCell;
use core::ptr;

use pool::Pool;

use crate::allocator::try_box;
use crate::threads::region::{self, Region};

/// Room that the functions here need on the stack, generously.
const STACK_BYTES: usize = 8 << 10;

/// The pool of a program without threads.
struct OnlyThread(UnsafeCell<Pool>);

// SAFETY: only touched where the guest has one thread.
unsafe impl Sync for OnlyThread {}

static POOL: OnlyThread = OnlyThread(UnsafeCell::new(Pool::new()));

/// A new exception: its address. What it carries is up to the caller.
pub fn new(tag: u32, payload_bytes: usize) -> usize {
    with_pool(|pool| {
        if pool.is_to_be_collected() {
            reachable::collect(pool);
        }
        pool.allocate(tag, payload_bytes)
    })
}

/// Gives back an exception of which no reference was handed out; leaves any other as it is.
///
/// # Safety
/// It is live, and unless a reference to it was handed out nobody uses it any more.
pub unsafe fn release(exception: usize) {
    // SAFETY: by the contract of this function.
    if !unsafe { pool::is_handed_out(exception) } {
        with_pool(|pool| pool.free(exception));
    }
}

/// Does something with the pool.
fn with_pool<T>(action: impl FnOnce(&mut Pool) -> T) -> T {
    // If the stack is used up, that has to be found out before anything is half done: by this read, which is of the stack's
    // guard then.
    let here = 0u8;
    let below = (&raw const here).expose_provenance() - STACK_BYTES;
    // SAFETY: what is there is mapped, or in the guard, where the fault is a trap of the guest.
    unsafe { ptr::with_exposed_provenance::<u8>(below).read_volatile() };
    let pool = region::current().map_or(POOL.0.get(), of_thread);
    // SAFETY: no other reference exists; see above.
    action(unsafe { &mut *pool })
}

/// The pool of a thread, made when it is asked for.
fn of_thread(region: Region) -> *mut Pool {
    if region.exceptions() == 0 {
        let pool = try_box(Pool::new()).unwrap_or_else(|| pool::no_memory());
        region.set_exceptions(Box::into_raw(pool).expose_provenance());
    }
    ptr::with_exposed_provenance_mut(region.exceptions())
}

/// Gives back the pool of a thread that has ended, with all that is in it.
pub fn end_thread(region: Region) {
    if region.exceptions() != 0 {
        let pool = ptr::with_exposed_provenance_mut::<Pool>(region.exceptions());
        region.set_exceptions(0);
        // SAFETY: `of_thread` made it, and nobody can ask for it any more.
        drop(unsafe { Box::from_raw(pool) });
    }
}
