//! A lock for state that threads share: one word in memory, and a system call only if two threads need it at once.
//!
//! ```text
//!   FREE ── lock ──► HELD ── another thread waits ──► WAITED_FOR ── unlock: wake one ──► FREE
//! ```
//!
//! It exists because the runtime has no standard library, whose locks do the same.
//!
//! What must not happen here: a thread that holds the lock waits for another one, in a system call or otherwise; it
//! takes the lock a second time; a signal handler takes the lock, which the interrupted thread may hold.
//!
//! # Safety
//! The value is reached by [`Lock::with`] alone, and by one thread at a time.

use core::cell::UnsafeCell;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};

use crate::sys;

const FREE: u32 = 0;
const HELD: u32 = 1;
/// Held, and another thread may be waiting.
const WAITED_FOR: u32 = 2;

/// A value that one thread at a time may use.
pub struct Lock<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: `with` gives the value to one thread at a time, the one that holds the lock.
unsafe impl<T: Send> Sync for Lock<T> {}

impl<T> Lock<T> {
    /// A free lock around a value.
    pub const fn new(value: T) -> Lock<T> {
        Lock { state: AtomicU32::new(FREE), value: UnsafeCell::new(value) }
    }

    /// Runs `action` on the value while no other thread can reach it.
    pub fn with<R>(&self, action: impl FnOnce(&mut T) -> R) -> R {
        if self.state.compare_exchange(FREE, HELD, Acquire, Relaxed).is_err() {
            self.wait();
        }
        // SAFETY: this thread holds the lock, and by the module's rule `action` does not take it again.
        let result = action(unsafe { &mut *self.value.get() });
        if self.state.swap(FREE, Release) == WAITED_FOR {
            sys::thread::wake(self.state.as_ptr().addr());
        }
        result
    }

    /// Waits until this thread holds the lock.
    #[cold]
    fn wait(&self) {
        // After sleeping we cannot tell whether others sleep too, so take the lock as WAITED_FOR. The unlock may then
        // wake one thread without need.
        while self.state.swap(WAITED_FOR, Acquire) != FREE {
            sys::thread::wait(&self.state, WAITED_FOR, None);
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
