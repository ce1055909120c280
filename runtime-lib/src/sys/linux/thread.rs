//! Threads: starting one, and waiting for a word of memory to change (`futex(2)`).
//!
//! # Safety
//! The kernel is given words that exist as long as they are waited on, and stacks by the contract of [`start`].

use core::sync::atomic::AtomicU32;

use linux_raw_sys::general::{
    __NR_futex, CLONE_FILES, CLONE_FS, CLONE_SIGHAND, CLONE_SYSVSEM, CLONE_THREAD, CLONE_VM, FUTEX_PRIVATE_FLAG,
    FUTEX_WAIT, FUTEX_WAKE,
};
use rustix::time::Timespec;

use super::super::Errno;
use crate::arch;

/// What a thread has in common with the process: all that `CLONE_THREAD` asks for, and the rest of what it can have.
const SHARED: u32 = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM;

/// Starts a thread that calls `function(region)` on the stack that ends at `top`. When that returns, the thread unmaps the
/// region, of `bytes` bytes, and ends.
///
/// # Safety
/// The region is mapped and nobody else's, `top` is a multiple of 16 in it, and there is room for a stack below.
///
/// # Errors
/// `EAGAIN` where the system has too many threads.
pub unsafe fn start(function: extern "C" fn(usize), top: usize, region: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    let result = unsafe { arch::start_thread(SHARED as usize, top, function, region, bytes) };
    if result.cast_signed() < 0 { Err(Errno::from_raw_os_error(result.wrapping_neg() as i32)) } else { Ok(()) }
}

/// Sleeps while the word is `expected`, at most so long; may return earlier than that, and without a reason.
pub fn wait(word: &AtomicU32, expected: u32, nanoseconds: Option<u64>) {
    let timeout = nanoseconds.map(|time| Timespec {
        tv_sec: (time / 1_000_000_000).cast_signed(),
        tv_nsec: (time % 1_000_000_000).cast_signed(),
    });
    let timeout = timeout.as_ref().map_or(0, |timeout| (&raw const *timeout).expose_provenance());
    let operation = (FUTEX_WAIT | FUTEX_PRIVATE_FLAG) as usize;
    // SAFETY: the kernel reads the word and the time, both of which are borrowed for the call.
    unsafe {
        arch::system_call(
            __NR_futex as usize,
            [word.as_ptr().expose_provenance(), operation, expected as usize, timeout],
        );
    }
}

/// Wakes one thread that sleeps on the word at this address. The word may be gone: then nobody does.
pub fn wake(word: usize) {
    // SAFETY: the kernel takes the address as a number to look sleepers up by.
    unsafe { arch::system_call(__NR_futex as usize, [word, (FUTEX_WAKE | FUTEX_PRIVATE_FLAG) as usize, 1, 0]) };
}
