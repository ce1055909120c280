//! What the kernel put on the initial stack: arguments, environment, auxiliary vector.
//!
//! ```text
//!   stack pointer ──► argc │ argv[0] … argv[argc-1] │ 0 │ envp[0] … │ 0 │ auxv (pairs) … │ 0 0
//! ```
//!
//! (System V psABI for x86-64, section 3.4.1; the other processors' supplements agree.) Only the address of the block is
//! kept; everything else is read from there. Nothing is copied, and nothing here is visible to the guest unless `wasi`
//! passes it on.
//!
//! # Safety
//! The block is the kernel's, initialised, and stays as it is: nobody writes there. [`init`] takes the caller's word that
//! its argument is that block; before it, and in unit tests, there are no arguments and no environment.

use core::ffi::{CStr, c_char};
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

/// The block; null before [`init`].
static BLOCK: AtomicPtr<usize> = AtomicPtr::new(ptr::null_mut());

/// Remembers the initial stack.
///
/// # Safety
/// `block` is the stack pointer with which the kernel started this process.
pub unsafe fn init(block: *const usize) {
    BLOCK.store(block.cast_mut(), Relaxed);
}

/// How many arguments there are, the program's own name included.
pub fn argument_count() -> usize {
    block().argument_count()
}

/// Argument `index`, where 0 is the program's own name.
pub fn argument(index: usize) -> Option<&'static CStr> {
    block().argument(index)
}

/// All arguments in order, the program's own name first.
pub fn arguments() -> impl Iterator<Item = &'static CStr> {
    block().arguments()
}

/// All environment strings (`NAME=value`, usually) in order.
pub fn environment() -> impl Iterator<Item = &'static CStr> {
    block().environment()
}

/// The value of the first environment string `name=value`, as `getenv` finds it.
pub fn environment_variable(name: &[u8]) -> Option<&'static [u8]> {
    block().environment_variable(name)
}

/// The null-terminated array of environment strings, behind which the auxiliary vector begins; null before [`init`].
pub fn environment_block() -> *const *const c_char {
    block().environment_block()
}

fn block() -> Block {
    Block(BLOCK.load(Relaxed))
}

/// The initial stack, or null for none.
#[derive(Clone, Copy)]
struct Block(*const usize);

impl Block {
    fn argument_count(self) -> usize {
        if self.0.is_null() {
            return 0;
        }
        // SAFETY: the first word of the block is `argc`.
        unsafe { self.0.read() }
    }

    fn argument(self, index: usize) -> Option<&'static CStr> {
        if index >= self.argument_count() {
            return None;
        }
        let arguments: *const *const c_char = self.0.wrapping_add(1).cast();
        // SAFETY: `argc` pointers follow the first word, and `index` is below `argc`.
        let argument = unsafe { arguments.add(index).read() };
        // SAFETY: the kernel made it a string that ends with a zero.
        Some(unsafe { CStr::from_ptr(argument) })
    }

    fn arguments(self) -> impl Iterator<Item = &'static CStr> {
        (0..).map_while(move |index| self.argument(index))
    }

    fn environment_block(self) -> *const *const c_char {
        if self.0.is_null() {
            return ptr::null();
        }
        // One word for `argc`, then the arguments and the null behind them.
        self.0.wrapping_add(1 + self.argument_count() + 1).cast()
    }

    fn environment(self) -> impl Iterator<Item = &'static CStr> {
        let mut next = self.environment_block();
        core::iter::from_fn(move || {
            if next.is_null() {
                return None;
            }
            // SAFETY: `next` is at or before the null that ends the list.
            let variable = unsafe { next.read() };
            if variable.is_null() {
                return None;
            }
            next = next.wrapping_add(1);
            // SAFETY: the kernel made it a string that ends with a zero.
            Some(unsafe { CStr::from_ptr(variable) })
        })
    }

    fn environment_variable(self, name: &[u8]) -> Option<&'static [u8]> {
        self.environment().find_map(|variable| variable.to_bytes().strip_prefix(name)?.strip_prefix(b"="))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_read_as_the_kernel_wrote_it() {
        let strings = [c"app", c"a b", c"HOME=/h", c"HOMER=x", c"EMPTY="].map(|string| string.as_ptr() as usize);
        let [app, a_b, home, homer, empty] = strings;
        let block = [2, app, a_b, 0, homer, home, empty, 0, 6, 4096, 0, 0];
        let block = Block(block.as_ptr());
        assert_eq!(block.arguments().collect::<Vec<_>>(), [c"app", c"a b"]);
        assert_eq!(block.argument(2), None);
        assert_eq!(block.environment().count(), 3);
        assert_eq!(block.environment_variable(b"HOME"), Some(&b"/h"[..]));
        assert_eq!(block.environment_variable(b"EMPTY"), Some(&b""[..]));
        assert_eq!(block.environment_variable(b"NONE"), None);
    }

    #[test]
    fn without_a_block_there_is_nothing() {
        assert_eq!((argument_count(), argument(0), arguments().count(), environment().count()), (0, None, 0, 0));
        assert_eq!(environment_variable(b"HOME"), None);
    }
}
