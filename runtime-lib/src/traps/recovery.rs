//! Recovery: calls of compiled code whose caller continues after a trap, as the specification's scripts expect.
//!
//! Other programs pay one load, on the path of a trap: [`newest`]. Nothing is unwound: compiled code and the runtime
//! stop in the middle. Compiled code is made for that (what it wrote before a trap stays written); the runtime is not,
//! because a stack that is used up in a host call may leave a descriptor table locked. So this must not become a way
//! for users' programs to survive their traps.
//!
//! # Safety
//! A call is on the list as long as it has not returned. Only programs with one thread use the list.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::arch;

/// The address of the newest call that has not returned, in the form of [`arch::call_resumably`]; 0 if there is none.
static NEWEST: AtomicUsize = AtomicUsize::new(0);

/// The call to be resumed after a trap.
pub fn newest() -> Option<usize> {
    Some(NEWEST.load(Relaxed)).filter(|&call| call != 0)
}

/// Calls a function of compiled code. Returns 0 if the function returned, or the value of the `Trap` that ended it.
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

    /// The tests of this file run as threads of one program, but the list is for programs with one thread.
    static TURN: Mutex<()> = Mutex::new(());

    fn address(function: extern "C" fn()) -> usize {
        function as *const () as usize
    }

    fn resume(value: usize) -> ! {
        let call = newest().expect("a call");
        // SAFETY: the newest call on the list has not returned.
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
        // SAFETY: C functions without parameters and results preserve more registers than compiled code does.
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
            // SAFETY: `inner` is a C function without parameters and results.
            INNER.store(unsafe { call(address(inner)) }, Relaxed);
            assert_eq!(newest(), before);
            resume(9)
        }
        let _turn = TURN.lock();
        for _ in 0..3 {
            // SAFETY: `outer` is a C function without parameters and results.
            assert_eq!(unsafe { call(address(outer)) }, 9);
            assert_eq!(INNER.swap(0, Relaxed), 7);
            assert_eq!(newest(), None);
        }
    }
}
