//! The auxiliary vector: facts that the kernel passes to a process at its start, as pairs of a tag and a value.
//!
//! It exists apart from `rustix`, which reads the vector too, because [`crate::entry::relocate`] needs the page size
//! before anything else works, and because `rustix` keeps some of the tags to itself. Nothing here may use data that
//! needs relocation, and nothing may guess: in a program of somebody else's, the strings that the host passes have no
//! vector behind them, so [`init`] is not called there and every answer is `None`.
//!
//! # Safety
//! [`value_behind`] reads behind the environment strings, where its caller says that the kernel put the vector.

use core::ffi::c_char;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

/// The kernel's array of environment strings, null before [`init`].
static ENVIRONMENT: AtomicPtr<*const c_char> = AtomicPtr::new(ptr::null_mut());

/// An entry of the vector (`elf.h`, `Elf64_auxv_t`).
#[repr(C)]
struct Entry {
    tag: usize,
    value: usize,
}

/// Ends the vector.
const AT_NULL: usize = 0;
/// The size of a page.
pub const AT_PAGESZ: usize = 6;
/// Features of the processor, in words of the processor's own.
pub const AT_HWCAP: usize = 16;
/// More of these.
pub const AT_HWCAP2: usize = 26;
/// Not zero if the process has rights that its starter lacks: a set-user-ID or set-group-ID executable, or one with
/// file capabilities (`getauxval(3)`).
pub const AT_SECURE: usize = 23;

/// Remembers where the vector is.
///
/// # Safety
/// `environment` is the array of environment strings on the initial stack that the kernel made.
pub unsafe fn init(environment: *const *const c_char) {
    ENVIRONMENT.store(environment.cast_mut(), Relaxed);
}

/// The value under a tag; `None` if the kernel passed none, or if the vector is not known.
pub fn value(tag: usize) -> Option<usize> {
    let environment = ENVIRONMENT.load(Relaxed).cast_const();
    if environment.is_null() {
        return None;
    }
    // SAFETY: by the contract of `init`, whose caller passed this array.
    unsafe { value_behind(environment, tag) }
}

/// The value under a tag, of the vector that follows these environment strings.
///
/// # Safety
/// `environment` is the array of environment strings on the initial stack that the kernel made.
pub unsafe fn value_behind(environment: *const *const c_char, wanted: usize) -> Option<usize> {
    let mut variable = environment;
    // SAFETY: the null that ends the array has not been passed.
    while !unsafe { variable.read() }.is_null() {
        variable = variable.wrapping_add(1);
    }
    let mut entry: *const Entry = variable.wrapping_add(1).cast();
    loop {
        // SAFETY: the kernel put the vector behind that null, and the entry that ends it has not been passed.
        match unsafe { entry.read() } {
            Entry { tag: AT_NULL, .. } => return None,
            Entry { tag, value } if tag == wanted => return Some(value),
            _ => entry = entry.wrapping_add(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_behind_the_environment() {
        let variable = c"A=6".as_ptr() as usize;
        let block = [variable, variable, 0, 16, 6, AT_PAGESZ, 65536, AT_SECURE, 1, AT_NULL, 0];
        // SAFETY: the block is laid out as the kernel does.
        let value = |tag| unsafe { value_behind(block.as_ptr().cast(), tag) };
        assert_eq!([AT_PAGESZ, 16, AT_SECURE, 17].map(value), [Some(65536), Some(6), Some(1), None]);
        assert_eq!(super::value(AT_PAGESZ), None, "nobody has said where the vector of this process is");
    }
}
