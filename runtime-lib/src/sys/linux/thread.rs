//! Threads: starting one, and waiting for a word of memory to change (`futex(2)`).
//!
//! It exists because there is no C library whose threads could be used. What a thread of the guest is must not be
//! decided here, but in [`crate::threads`].
//!
//! # Safety
//! Words that the kernel is given exist as long as a thread waits on them; stacks are as the contract of [`start`]
//! demands.

use core::sync::atomic::AtomicU32;

use linux_raw_sys::general::{
    __NR_futex, CLONE_FILES, CLONE_FS, CLONE_SIGHAND, CLONE_SYSVSEM, CLONE_THREAD, CLONE_VM, FUTEX_PRIVATE_FLAG,
    FUTEX_WAIT, FUTEX_WAKE,
};
use rustix::time::Timespec;

use super::super::Errno;
use crate::arch;

/// What a thread shares with the process: everything that `CLONE_THREAD` requires, and everything else that can be
/// shared.
const SHARED: u32 = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM;

/// Starts a thread that calls `function(region)` on the stack that ends at `top`. When that returns, the thread unmaps
/// the region, of `bytes` bytes, and ends.
///
/// # Safety
/// The region is mapped and nothing else uses it, `top` is a multiple of 16 in it, and there is room for a stack below.
///
/// # Errors
/// `EAGAIN` if the system has too many threads.
pub unsafe fn start(function: extern "C" fn(usize), top: usize, region: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    let result = unsafe { arch::start_thread(SHARED as usize, top, function, region, bytes) };
    if result.cast_signed() < 0 { Err(Errno::from_raw_os_error(result.wrapping_neg() as i32)) } else { Ok(()) }
}

/// Sleeps while the word is `expected`, but not longer than the given time. It may also return early, without a reason.
pub fn wait(word: &AtomicU32, expected: u32, nanoseconds: Option<u64>) {
    let timeout = nanoseconds.map(|time| Timespec {
        tv_sec: (time / 1_000_000_000).cast_signed(),
        tv_nsec: (time % 1_000_000_000).cast_signed(),
    });
    let timeout = timeout.as_ref().map_or(0, |timeout| (&raw const *timeout).expose_provenance());
    let operation = (FUTEX_WAIT | FUTEX_PRIVATE_FLAG) as usize;
    // SAFETY: the kernel reads the word and the time, which are both borrowed during the call.
    unsafe {
        arch::system_call(
            __NR_futex as usize,
            [word.as_ptr().expose_provenance(), operation, expected as usize, timeout],
        );
    }
}

/// Wakes one thread that sleeps on the word at this address. The word may no longer exist: then no thread sleeps on it.
pub fn wake(word: usize) {
    // SAFETY: the kernel only compares the address with those of sleeping threads.
    unsafe { arch::system_call(__NR_futex as usize, [word, (FUTEX_WAKE | FUTEX_PRIVATE_FLAG) as usize, 1, 0]) };
}
