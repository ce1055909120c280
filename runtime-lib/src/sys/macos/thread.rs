//! Threads: starting one, and waiting for a word of memory to change.
//!
//! What the system offers for the latter in public is the pair of mutex and condition variable; so words are waited on in
//! one of a few such pairs, by their address.
//!
//! # Safety
//! The pairs are statics, initialized as `pthread.h` says, and never destroyed. Stacks are as the contract of [`start`] has
//! them.

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

/// What a new thread is told.
struct Start {
    function: extern "C" fn(usize),
    top: usize,
    region: usize,
    bytes: usize,
}

/// Starts a thread that calls `function(region)` on the stack that ends at `top`. When that returns, the thread unmaps the
/// region, of `bytes` bytes, and ends.
///
/// The thread begins and ends on a stack of the system's, which knows threads by theirs.
///
/// # Safety
/// The region is mapped and nobody else's, `top` is a multiple of 16 in it, and there is room for a stack below.
///
/// # Errors
/// `EAGAIN` where the system has too many threads.
pub unsafe fn start(function: extern "C" fn(usize), top: usize, region: usize, bytes: usize) -> Result<(), Errno> {
    // At the end of the stack, which the new thread takes over when it has read this.
    let place = ptr::with_exposed_provenance_mut::<Start>(top - size_of::<Start>().next_multiple_of(16));
    // SAFETY: in the stack, which is nobody else's.
    unsafe { place.write(Start { function, top, region, bytes }) };
    let mut thread: libc::pthread_t = 0;
    // SAFETY: `run` takes what `place` points to, which stays until it has.
    let result = unsafe { libc::pthread_create(&mut thread, ptr::null(), run, place.cast()) };
    if result != 0 {
        return Err(Errno::from_raw_os_error(result));
    }
    // SAFETY: the thread was made joinable, and nobody joins it.
    unsafe { libc::pthread_detach(thread) };
    Ok(())
}

/// The first and last frame of a thread.
extern "C" fn run(start: *mut c_void) -> *mut c_void {
    // SAFETY: `start` wrote it.
    let Start { function, top, region, bytes } = unsafe { start.cast::<Start>().read() };
    let mut call = Call { function, region };
    // SAFETY: by the contract of `start`.
    unsafe { arch::call_on_stack_and_return((&raw mut call).cast(), call_function, top) };
    // SAFETY: the stack has been left.
    unsafe { super::memory::release_or_keep(region, bytes) };
    ptr::null_mut()
}

struct Call {
    function: extern "C" fn(usize),
    region: usize,
}

/// The bottom frame of the stack in the region.
extern "C" fn call_function(call: *mut c_void) {
    // SAFETY: `run` passes it.
    let Call { function, region } = unsafe { call.cast::<Call>().read() };
    function(region);
}

/// Where threads sleep on words.
struct Room {
    mutex: UnsafeCell<libc::pthread_mutex_t>,
    changed: UnsafeCell<libc::pthread_cond_t>,
}

// SAFETY: both are made to be used by several threads.
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

/// The longest time to wait at once: callers ask again when it is over.
const SECONDS_MAX: u64 = 1 << 20;

/// Sleeps while the word is `expected`, at most so long; may return earlier than that, and without a reason.
pub fn wait(word: &AtomicU32, expected: u32, nanoseconds: Option<u64>) {
    let room = room(word.as_ptr().addr());
    // SAFETY: initialized, as all rooms are.
    unsafe { libc::pthread_mutex_lock(room.mutex.get()) };
    if word.load(SeqCst) == expected {
        match nanoseconds {
            // SAFETY: the mutex is locked by this thread.
            None => unsafe { libc::pthread_cond_wait(room.changed.get(), room.mutex.get()) },
            Some(time) => {
                let time = libc::timespec {
                    tv_sec: (time / 1_000_000_000).min(SECONDS_MAX).cast_signed(),
                    tv_nsec: (time % 1_000_000_000).cast_signed(),
                };
                // SAFETY: likewise; the time is read during the call.
                unsafe { pthread_cond_timedwait_relative_np(room.changed.get(), room.mutex.get(), &time) }
            }
        };
    }
    // SAFETY: locked above.
    unsafe { libc::pthread_mutex_unlock(room.mutex.get()) };
}

/// Wakes whoever sleeps on the word at this address, and perhaps others, who will find that nothing has changed for them.
pub fn wake(word: usize) {
    let room = room(word);
    // Whoever has seen the old value sleeps when the mutex is free.
    // SAFETY: initialized, as all rooms are.
    unsafe { libc::pthread_mutex_lock(room.mutex.get()) };
    // SAFETY: likewise.
    unsafe { libc::pthread_cond_broadcast(room.changed.get()) };
    // SAFETY: locked above.
    unsafe { libc::pthread_mutex_unlock(room.mutex.get()) };
}
