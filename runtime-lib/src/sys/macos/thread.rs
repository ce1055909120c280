//! Threads: starting one, and waiting for a word of memory to change.
//!
//! It exists because the system's own call for waiting on a word is not public. Public are a mutex and a condition
//! variable, so each word is waited on with one of a few such pairs, chosen by its address. What a thread of the guest
//! is must not be decided here, but in [`crate::threads`].
//!
//! # Safety
//! The pairs are statics, initialized as `pthread.h` demands, and never destroyed. Stacks are as the contract of
//! [`start`] demands.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering::SeqCst};

use super::super::Errno;
use crate::arch;

// `pthread.h`; the `libc` crate does not have it.
unsafe extern "C" {
    fn pthread_cond_timedwait_relative_np(
        condition: *mut libc::pthread_cond_t,
        mutex: *mut libc::pthread_mutex_t,
        time: *const libc::timespec,
    ) -> core::ffi::c_int;
}

/// The arguments of a new thread.
struct Start {
    function: extern "C" fn(usize),
    top: usize,
    region: usize,
    bytes: usize,
}

/// Starts a thread that calls `function(region)` on the stack that ends at `top`. When that returns, the thread unmaps
/// the region, of `bytes` bytes, and ends.
///
/// The thread begins and ends on a stack that the system made, because the system keeps data of a thread there.
///
/// # Safety
/// The region is mapped and nothing else uses it, `top` is a multiple of 16 in it, and there is room for a stack below.
///
/// # Errors
/// `EAGAIN` if the system has too many threads.
pub unsafe fn start(function: extern "C" fn(usize), top: usize, region: usize, bytes: usize) -> Result<(), Errno> {
    // The arguments lie at the end of the stack, which the new thread uses only after it has read them.
    let place = ptr::with_exposed_provenance_mut::<Start>(top - size_of::<Start>().next_multiple_of(16));
    // SAFETY: the place is in the stack, which by the contract of this function nothing else uses.
    unsafe { place.write(Start { function, top, region, bytes }) };
    let mut thread: libc::pthread_t = 0;
    // SAFETY: `run` reads a `Start` at `place`, and nothing overwrites it before.
    let result = unsafe { libc::pthread_create(&mut thread, ptr::null(), run, place.cast()) };
    if result != 0 {
        return Err(Errno::from_raw_os_error(result));
    }
    // SAFETY: the thread was made joinable, and no code joins it.
    unsafe { libc::pthread_detach(thread) };
    Ok(())
}

/// The first and last frame of a thread.
extern "C" fn run(start: *mut c_void) -> *mut c_void {
    // SAFETY: `start` wrote the arguments there, and passed their address.
    let Start { function, top, region, bytes } = unsafe { start.cast::<Start>().read() };
    let mut call = Call { function, region };
    // SAFETY: by the contract of `start` nothing else uses the stack; `call_function` takes this argument.
    unsafe { arch::call_on_stack_and_return((&raw mut call).cast(), call_function, top) };
    // SAFETY: this thread has left the stack in the region, and by the contract of `start` nothing else uses the
    // region.
    unsafe { super::memory::release_or_keep(region, bytes) };
    ptr::null_mut()
}

struct Call {
    function: extern "C" fn(usize),
    region: usize,
}

/// The bottom frame of the stack in the region.
extern "C" fn call_function(call: *mut c_void) {
    // SAFETY: `run` passes the address of a `Call` that lives until this function returns.
    let Call { function, region } = unsafe { call.cast::<Call>().read() };
    function(region);
}

/// A mutex and a condition variable on which threads sleep for the words that belong to it.
struct Room {
    mutex: UnsafeCell<libc::pthread_mutex_t>,
    changed: UnsafeCell<libc::pthread_cond_t>,
}

// SAFETY: libSystem makes both for use by several threads.
unsafe impl Sync for Room {}

static ROOMS: [Room; 64] = [const {
    Room {
        mutex: UnsafeCell::new(libc::PTHREAD_MUTEX_INITIALIZER),
        changed: UnsafeCell::new(libc::PTHREAD_COND_INITIALIZER),
    }
}; 64];

/// The room of a word.
fn room(word: usize) -> &'static Room {
    &ROOMS[(word >> 2).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (usize::BITS - 6)]
}

/// The longest time to sleep in one call: callers call again if it was too short.
const SECONDS_MAX: u64 = 1 << 20;

/// Sleeps while the word is `expected`, but not longer than the given time. It may also return early, without a reason.
pub fn wait(word: &AtomicU32, expected: u32, nanoseconds: Option<u64>) {
    let room = room(word.as_ptr().addr());
    // SAFETY: the initializer of `ROOMS` has initialized the mutex.
    unsafe { libc::pthread_mutex_lock(room.mutex.get()) };
    if word.load(SeqCst) == expected {
        match nanoseconds {
            // SAFETY: this thread has locked the mutex above.
            None => unsafe { libc::pthread_cond_wait(room.changed.get(), room.mutex.get()) },
            Some(time) => {
                let time = libc::timespec {
                    tv_sec: (time / 1_000_000_000).min(SECONDS_MAX).cast_signed(),
                    tv_nsec: (time % 1_000_000_000).cast_signed(),
                };
                // SAFETY: this thread has locked the mutex above; the call reads the time.
                unsafe { pthread_cond_timedwait_relative_np(room.changed.get(), room.mutex.get(), &time) }
            }
        };
    }
    // SAFETY: this thread has locked the mutex above.
    unsafe { libc::pthread_mutex_unlock(room.mutex.get()) };
}

/// Wakes all threads that sleep on the word at this address, and perhaps others, which will find their words unchanged.
pub fn wake(word: usize) {
    let room = room(word);
    // A thread that has seen the old value holds the mutex until it sleeps, so no wake-up is lost.
    // SAFETY: the initializer of `ROOMS` has initialized the mutex.
    unsafe { libc::pthread_mutex_lock(room.mutex.get()) };
    // SAFETY: the initializer of `ROOMS` has initialized the condition variable.
    unsafe { libc::pthread_cond_broadcast(room.changed.get()) };
    // SAFETY: this thread has locked the mutex above.
    unsafe { libc::pthread_mutex_unlock(room.mutex.get()) };
}
