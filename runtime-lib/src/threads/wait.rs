//! `memory.atomic.wait` and `memory.atomic.notify` (threads proposal, "Wait and Notify operators").
//!
//! A thread that waits is in a queue, in order of arrival, and sleeps on a word of its own. It exists because the
//! system's futex would not tell how many threads it woke on macOS, nor keep their order. Comparing the guest's word
//! and entering the queue is one step, because a notification takes the same lock: either the comparison sees the value
//! written before the notification, or the notification finds the waiter. There are few queues; addresses with the same
//! hash share one. No lock may be held while a thread sleeps.
//!
//! # Safety
//! Addresses of the guest are only numbers here. A waiter lives on the stack of its thread, which stays in [`wait`]
//! until the waiter has left the queue. Other threads touch it only under the queue's lock, and set `woken` as their
//! last access.

use core::ptr;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::{Acquire, Release};

use crate::lock::Lock;
use crate::sys;
use crate::sys::clock::monotonic_nanoseconds as now;

/// The results for the guest (threads proposal): it was woken, …
const WOKEN: u32 = 0;
/// … the word was not as expected, …
const NOT_EQUAL: u32 = 1;
/// … or the time is up.
const TIMED_OUT: u32 = 2;

/// A thread that waits.
struct Waiter {
    /// Address of the word of the guest.
    address: usize,
    /// The next waiter of the queue, or null.
    next: *mut Waiter,
    /// 1 after a notification has removed it from the queue.
    woken: AtomicU32,
}

/// The waiters of some addresses, in order of arrival.
struct Queue {
    first: *mut Waiter,
}

// SAFETY: a `Queue` is behind a `Lock`, and its waiters are reached only under that lock.
unsafe impl Send for Queue {}

static QUEUES: [Lock<Queue>; 64] = [const { Lock::new(Queue { first: ptr::null_mut() }) }; 64];

/// The queue for an address.
fn queue(address: usize) -> &'static Lock<Queue> {
    // Fibonacci hashing: the highest bits of the product depend on all bits of the address.
    &QUEUES[(address >> 2).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (usize::BITS - 6)]
}

/// Wakes up to `count` threads that wait at an address. Returns how many it woke.
pub fn notify(address: usize, count: u32) -> u32 {
    queue(address).with(|queue| queue.wake(address, count))
}

/// Waits at an address, if it holds the expected value. A negative time is no limit.
pub fn wait(address: usize, is_expected: impl FnOnce() -> bool, nanoseconds: i64) -> u32 {
    let deadline = u64::try_from(nanoseconds).ok().map(|time| now().saturating_add(time));
    let mut waiter = Waiter { address, next: ptr::null_mut(), woken: AtomicU32::new(0) };
    let waiter = &raw mut waiter;
    let queue = queue(address);
    let entered = queue.with(|queue| {
        let expected = is_expected();
        if expected {
            queue.push(waiter);
        }
        expected
    });
    if !entered {
        return NOT_EQUAL;
    }
    // SAFETY: the waiter is on this stack until the function returns. Other threads write only `next` and, atomically,
    // `woken`.
    let woken = unsafe { &(*waiter).woken };
    loop {
        if woken.load(Acquire) != 0 {
            return WOKEN;
        }
        let left = deadline.map(|deadline| deadline.saturating_sub(now()));
        if left == Some(0) {
            // A waiter that is no longer queued was woken after the deadline had passed.
            return if queue.with(|queue| queue.remove(waiter)) { TIMED_OUT } else { WOKEN };
        }
        sys::thread::wait(woken, 0, left);
    }
}

impl Queue {
    fn push(&mut self, waiter: *mut Waiter) {
        let mut place = &raw mut self.first;
        // SAFETY: `place` is a link of this queue, whose lock the caller holds; queued waiters exist.
        while let Some(next) = unsafe { link(place) } {
            place = next;
        }
        // SAFETY: `place` is the last link of this queue, whose lock the caller holds.
        unsafe { place.write(waiter) };
    }

    /// Removes a waiter. Returns whether it was in the queue.
    fn remove(&mut self, waiter: *mut Waiter) -> bool {
        let mut place = &raw mut self.first;
        loop {
            // SAFETY: `place` is a link of this queue, whose lock the caller holds; queued waiters exist.
            if unsafe { place.read() } == waiter {
                // SAFETY: the waiter is on the stack of this thread.
                unsafe { place.write((*waiter).next) };
                return true;
            }
            // SAFETY: `place` is a link of this queue, whose lock the caller holds; queued waiters exist.
            match unsafe { link(place) } {
                Some(next) => place = next,
                None => return false,
            }
        }
    }

    /// Wakes up to `count` threads that wait at an address, in order of arrival. Returns how many it woke.
    fn wake(&mut self, address: usize, count: u32) -> u32 {
        let mut place = &raw mut self.first;
        let mut woken = 0;
        while woken < count {
            // SAFETY: `place` is a link of this queue, whose lock the caller holds; queued waiters exist.
            let waiter = unsafe { place.read() };
            if waiter.is_null() {
                break;
            }
            // SAFETY: the waiter is queued and the lock held, so it exists.
            if unsafe { (*waiter).address } != address {
                // SAFETY: the waiter is queued and the lock held, so it exists.
                place = unsafe { &raw mut (*waiter).next };
                continue;
            }
            // SAFETY: `place` is a link of this queue, and the waiter exists, since the lock is held.
            unsafe { place.write((*waiter).next) };
            // SAFETY: its thread stays in `wait` until `woken` is set or the lock is free, so the waiter exists.
            let word = unsafe { (&raw const (*waiter).woken).addr() };
            // SAFETY: the waiter exists until `woken` is set. After this store it may be gone, and `word` is only a
            // number.
            unsafe { (*waiter).woken.store(1, Release) };
            sys::thread::wake(word);
            woken += 1;
        }
        woken
    }
}

/// The link in the waiter to which this link points; `None` at the end of the queue.
///
/// # Safety
/// `place` is a link of a queue whose lock is held.
unsafe fn link(place: *mut *mut Waiter) -> Option<*mut *mut Waiter> {
    // SAFETY: by the contract of this function.
    let waiter = unsafe { place.read() };
    // SAFETY: by the contract of this function the lock is held, so the queued waiter exists.
    (!waiter.is_null()).then(|| unsafe { &raw mut (*waiter).next })
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::Ordering::{Relaxed, SeqCst};
    use std::thread;
    use std::time::Duration;

    use super::*;

    fn address(word: &AtomicU32) -> usize {
        word.as_ptr().addr()
    }

    /// `memory.atomic.wait32` on a word of a test.
    fn wait32(word: &AtomicU32, expected: u32, nanoseconds: i64) -> u32 {
        wait(address(word), || word.load(SeqCst) == expected, nanoseconds)
    }

    #[test]
    fn time_and_value_end_a_wait() {
        let word = AtomicU32::new(5);
        assert_eq!(wait32(&word, 4, -1), NOT_EQUAL);
        assert_eq!(wait32(&word, 5, 0), TIMED_OUT);
        assert_eq!(wait32(&word, 5, 2_000_000), TIMED_OUT);
        assert_eq!(notify(address(&word), u32::MAX), 0);
    }

    #[test]
    fn those_who_came_first_are_woken_first() {
        let word = AtomicU32::new(0);
        let (waiting, order) = (AtomicU32::new(0), Lock::new(Vec::new()));
        thread::scope(|scope| {
            for number in 0..8 {
                let (word, waiting, order) = (&word, &waiting, &order);
                while waiting.load(SeqCst) != number {
                    thread::yield_now();
                }
                scope.spawn(move || {
                    waiting.fetch_add(1, SeqCst);
                    assert_eq!(wait32(word, 0, -1), WOKEN);
                    order.with(|order| order.push(number));
                });
                // Until it sleeps: nothing says so but the queue.
                while !queue(address(word)).with(|queue| length(queue) == number as usize + 1) {
                    thread::yield_now();
                }
            }
            for number in 0..8 {
                assert_eq!(notify(address(&word), 1), 1);
                while order.with(|order| order.len()) != number + 1 {
                    thread::yield_now();
                }
            }
        });
        assert_eq!(order.with(|order| order.clone()), (0..8).collect::<Vec<_>>());
    }

    fn length(queue: &mut Queue) -> usize {
        let mut place = &raw mut queue.first;
        // SAFETY: the test holds the lock.
        core::iter::from_fn(|| unsafe { link(place) }.inspect(|next| place = *next)).count()
    }

    #[test]
    fn a_wait_with_a_time_loses_no_notification() {
        let (word, woken, timed_out) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
        let running = AtomicU32::new(4);
        let mut notified = 0;
        thread::scope(|scope| {
            for thread in 0..4 {
                let (word, woken, timed_out, running) = (&word, &woken, &timed_out, &running);
                scope.spawn(move || {
                    for round in 0..2_000 {
                        match wait32(word, 0, (round * 37 + thread * 11) % 40_000) {
                            WOKEN => woken.fetch_add(1, Relaxed),
                            _ => timed_out.fetch_add(1, Relaxed),
                        };
                    }
                    running.fetch_sub(1, SeqCst);
                });
            }
            while running.load(SeqCst) != 0 {
                notified += notify(address(&word), 2);
                thread::sleep(Duration::from_micros(5));
            }
        });
        assert_eq!(woken.load(Relaxed), notified);
        assert_eq!(woken.load(Relaxed) + timed_out.load(Relaxed), 8_000);
    }
}
