//! Calls of compiled code whose caller goes on after a trap: what the specification's scripts expect of an engine.
//!
//! Programs that do not run such scripts have only [`newest`] of it, a load on the way to a report. Nothing is unwound:
//! what compiled code and the runtime were in the middle of stays as it is, which compiled code is made for (a trap leaves
//! what was written before), and the runtime is not: a stack that is used up in a host call may leave a descriptor table
//! that is lent out. So this must not become a way for programs to survive their traps.
//!
//! # Safety
//! A call is on the list as long as it has not returned. All of it is for programs of one thread.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::arch;

/// The address of the newest call that has not returned, in the form of [`arch::call_resumably`]; 0 if there is none.
static NEWEST: AtomicUsize = AtomicUsize::new(0);

/// The call to be resumed after a trap.
pub fn newest() -> Option<usize> {
    Some(NEWEST.load(Relaxed)).filter(|&call| call != 0)
}

/// Calls a function of compiled code. The result is 0 when it has returned, or the value of the `Trap` that ended it.
///
/// # Safety
/// `function` is the address of compiled code without parameters and results; this program has one thread.
pub unsafe fn call(function: usize) -> usize {
    // SAFETY: by the contract of this function; nothing but such calls writes to `NEWEST`.
    unsafe { arch::call_resumably(function, &raw const NEWEST) }
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::Ordering::Relaxed;
    use std::sync::Mutex;

    use super::*;

    /// The tests of this file are threads of one program, which may have one.
    static TURN: Mutex<()> = Mutex::new(());

    fn address(function: extern "C" fn()) -> usize {
        function as *const () as usize
    }

    fn resume(value: usize) -> ! {
        let call = newest().expect("a call");
        // SAFETY: it has not returned, or would not be the newest.
        unsafe { arch::resume(call, value) }
    }

    #[test]
    fn a_call_that_returns_is_0() {
        static CALLED: AtomicUsize = AtomicUsize::new(0);
        extern "C" fn returns() {
            CALLED.store(newest().unwrap_or(0), Relaxed);
        }
        let _turn = TURN.lock();
        assert_eq!(newest(), None);
        // SAFETY: C functions without parameters and results will do: they preserve more.
        assert_eq!(unsafe { call(address(returns)) }, 0);
        assert_ne!(CALLED.load(Relaxed), 0);
        assert_eq!(newest(), None);
    }

    #[test]
    fn a_call_is_resumed_with_a_value_and_the_one_around_it_is_the_newest_again() {
        static INNER: AtomicUsize = AtomicUsize::new(0);
        extern "C" fn inner() {
            resume(7)
        }
        extern "C" fn outer() {
            let before = newest();
            // SAFETY: as above.
            INNER.store(unsafe { call(address(inner)) }, Relaxed);
            assert_eq!(newest(), before);
            resume(9)
        }
        let _turn = TURN.lock();
        for _ in 0..3 {
            // SAFETY: as above.
            assert_eq!(unsafe { call(address(outer)) }, 9);
            assert_eq!(INNER.swap(0, Relaxed), 7);
            assert_eq!(newest(), None);
        }
    }
}
