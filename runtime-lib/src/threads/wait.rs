//! `memory.atomic.wait` and `memory.atomic.notify` (threads proposal, "Wait and Notify operators").
//!
//! Whoever waits is in a queue, in the order of coming, with a word of its own on which it sleeps. To compare the guest's
//! word and to enter the queue is one step, since notifying takes the same lock: what is written before a notification is
//! seen, or the notification finds who waits. Queues are few, and shared by addresses that have the same hash.
//!
//! # Safety
//! Addresses of the guest are only numbers here. A waiter lives on the stack of its thread, which stays in [`wait`] until the
//! waiter is in no queue; others touch it only under the queue's lock, and the last thing they do is to say that it is woken.

use core::ptr;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::{Acquire, Release};

use crate::lock::Lock;
use crate::sys;
use crate::sys::clock::monotonic_nanoseconds as now;

/// What the guest is told (threads proposal): it was woken, …
const WOKEN: u32 = 0;
/// … the word was not as expected, …
const NOT_EQUAL: u32 = 1;
/// … or the time is up.
const TIMED_OUT: u32 = 2;

/// A thread that waits.
struct Waiter {
    /// For which word of the guest.
    address: usize,
    /// Who came after it; null if nobody did.
    next: *mut Waiter,
    /// 1 as soon as it is in the queue no more because somebody woke it.
    woken: AtomicU32,
}

/// Who waits, in the order of coming.
struct Queue {
    first: *mut Waiter,
}

// SAFETY: waiters are reached under the lock only.
unsafe impl Send for Queue {}

static QUEUES: [Lock<Queue>; 64] = [const { Lock::new(Queue { first: ptr::null_mut() }) }; 64];

/// The queue for an address.
fn queue(address: usize) -> &'static Lock<Queue> {
    // Fibonacci hashing: the highest bits of the product depend on all bits of the address.
    &QUEUES[(address >> 2).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (usize::BITS - 6)]
}

/// Wakes so many who wait at an address; returns how many those were.
pub fn notify(address: usize, count: u32) -> u32 {
    queue(address).with(|queue| queue.wake(address, count))
}

/// Waits at an address while it is as expected; forever, where the time is negative.
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
    // SAFETY: the waiter is on this stack, and others change no other part of it than this one, atomically, or `next`.
    let woken = unsafe { &(*waiter).woken };
    loop {
        if woken.load(Acquire) != 0 {
            return WOKEN;
        }
        let left = deadline.map(|deadline| deadline.saturating_sub(now()));
        if left == Some(0) {
            // Who is in the queue no more was woken at the last moment.
            return if queue.with(|queue| queue.remove(waiter)) { TIMED_OUT } else { WOKEN };
        }
        sys::thread::wait(woken, 0, left);
    }
}

impl Queue {
    fn push(&mut self, waiter: *mut Waiter) {
        let mut place = &raw mut self.first;
        // SAFETY: `place` is a link of this queue, whose waiters exist as long as they are in it.
        while let Some(next) = unsafe { link(place) } {
            place = next;
        }
        // SAFETY: the last link.
        unsafe { place.write(waiter) };
    }

    /// Takes a waiter out; says whether it was in.
    fn remove(&mut self, waiter: *mut Waiter) -> bool {
        let mut place = &raw mut self.first;
        loop {
            // SAFETY: as in `push`.
            if unsafe { place.read() } == waiter {
                // SAFETY: the waiter is this thread's.
                unsafe { place.write((*waiter).next) };
                return true;
            }
            // SAFETY: as in `push`.
            match unsafe { link(place) } {
                Some(next) => place = next,
                None => return false,
            }
        }
    }

    /// Wakes so many who wait at an address, the first to come first; returns how many those were.
    fn wake(&mut self, address: usize, count: u32) -> u32 {
        let mut place = &raw mut self.first;
        let mut woken = 0;
        while woken < count {
            // SAFETY: as in `push`.
            let waiter = unsafe { place.read() };
            if waiter.is_null() {
                break;
            }
            // SAFETY: in the queue, so it exists.
            if unsafe { (*waiter).address } != address {
                // SAFETY: likewise.
                place = unsafe { &raw mut (*waiter).next };
                continue;
            }
            // SAFETY: likewise.
            unsafe { place.write((*waiter).next) };
            // SAFETY: likewise.
            let word = unsafe { (&raw const (*waiter).woken).addr() };
            // SAFETY: likewise. From here on the waiter may be gone, and its address is a number.
            unsafe { (*waiter).woken.store(1, Release) };
            sys::thread::wake(word);
            woken += 1;
        }
        woken
    }
}

/// The link behind a link; `None` where there is nobody to have one.
///
/// # Safety
/// A link of a queue whose lock is held.
unsafe fn link(place: *mut *mut Waiter) -> Option<*mut *mut Waiter> {
    // SAFETY: by the contract of this function.
    let waiter = unsafe { place.read() };
    // SAFETY: a waiter in the queue exists.
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
        // SAFETY: the lock is held.
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
