//! A lock for state that threads share: one word, and a call of the system only where two want it at once.
//!
//! It is not for what blocks: whoever holds one only computes, or makes system calls that do not wait for anyone. It is not
//! taken a second time by the thread that holds it. No signal handler takes one: a fault in between would find it held.
//!
//! ```text
//!   FREE ── lock ──► HELD ── another thread wants it ──► WANTED ── unlock: wake one ──► FREE
//! ```
//!
//! # Safety
//! The value is only reached by [`Lock::with`], and by one thread at a time.

use core::cell::UnsafeCell;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};

use crate::sys;

const FREE: u32 = 0;
const HELD: u32 = 1;
/// Held, and somebody may be waiting.
const WANTED: u32 = 2;

/// A value that one thread at a time may use.
pub struct Lock<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: only whoever holds the lock reaches the value.
unsafe impl<T: Send> Sync for Lock<T> {}

impl<T> Lock<T> {
    /// A free lock around a value.
    pub const fn new(value: T) -> Lock<T> {
        Lock { state: AtomicU32::new(FREE), value: UnsafeCell::new(value) }
    }

    /// Does something with the value while no other thread can.
    pub fn with<R>(&self, action: impl FnOnce(&mut T) -> R) -> R {
        if self.state.compare_exchange(FREE, HELD, Acquire, Relaxed).is_err() {
            self.wait();
        }
        // SAFETY: the lock is held, and `action` does not come back here.
        let result = action(unsafe { &mut *self.value.get() });
        if self.state.swap(FREE, Release) == WANTED {
            sys::thread::wake(self.state.as_ptr().addr());
        }
        result
    }

    /// Waits until the lock is this thread's.
    #[cold]
    fn wait(&self) {
        // Whoever has waited cannot know whether others do, and leaves word for them.
        while self.state.swap(WANTED, Acquire) != FREE {
            sys::thread::wait(&self.state, WANTED, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_is_lost() {
        let counter = Lock::new(0u32);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20_000 {
                        counter.with(|count| *count += 1);
                    }
                });
            }
        });
        assert_eq!(counter.with(|count| *count), 160_000);
    }
}
