//! Arguments and environment, as the system passed them.
//!
//! On Linux they are on the initial stack, with more behind them:
//!
//! ```text
//!   stack pointer ──► argc │ argv[0] … argv[argc-1] │ 0 │ envp[0] … │ 0 │ auxv (pairs) … │ 0 0
//! ```
//!
//! (System V psABI for x86-64, section 3.4.1; the other processors' supplements agree.) On macOS they are the arguments
//! of `main`. Only addresses are kept; the strings are read in place and never copied.
//!
//! What must not happen here: a decision on what the guest may see. It sees nothing of this unless `wasi` passes it on.
//!
//! # Safety
//! The strings are the system's, and nothing writes to them. The caller of [`init`] guarantees their addresses; before
//! it, and in unit tests, there are no arguments and no environment.

use core::ffi::{CStr, c_char};
use core::ptr;
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering::Relaxed};

/// The number of arguments, and the two null-terminated arrays; null before [`init`].
static ARGUMENT_COUNT: AtomicUsize = AtomicUsize::new(0);
static ARGUMENTS: AtomicPtr<*const c_char> = AtomicPtr::new(ptr::null_mut());
static ENVIRONMENT: AtomicPtr<*const c_char> = AtomicPtr::new(ptr::null_mut());

/// Stores the addresses of the strings.
///
/// # Safety
/// They are what the system passed to this process.
pub unsafe fn init(strings: Strings) {
    ARGUMENT_COUNT.store(strings.argument_count, Relaxed);
    ARGUMENTS.store(strings.arguments.cast_mut(), Relaxed);
    ENVIRONMENT.store(strings.environment.cast_mut(), Relaxed);
}

/// The number of arguments, with the program's own name.
pub fn argument_count() -> usize {
    strings().argument_count
}

/// Argument `index`, where 0 is the program's own name.
pub fn argument(index: usize) -> Option<&'static CStr> {
    strings().argument(index)
}

/// All arguments in order, the program's own name first.
pub fn arguments() -> impl Iterator<Item = &'static CStr> {
    strings().arguments()
}

/// All environment strings (`NAME=value`, usually) in order.
pub fn environment() -> impl Iterator<Item = &'static CStr> {
    strings().environment()
}

/// The value of the first environment string `name=value`, as `getenv` finds it.
pub fn environment_variable(name: &[u8]) -> Option<&'static [u8]> {
    strings().environment_variable(name)
}

fn strings() -> Strings {
    Strings {
        argument_count: ARGUMENT_COUNT.load(Relaxed),
        arguments: ARGUMENTS.load(Relaxed),
        environment: ENVIRONMENT.load(Relaxed),
    }
}

/// The addresses of arguments and environment.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    argument_count: usize,
    arguments: *const *const c_char,
    environment: *const *const c_char,
}

impl Strings {
    /// The arguments of `main`.
    ///
    /// # Safety
    /// There are `argument_count` arguments; `environment` ends with a null; all strings end with a zero and do not
    /// change.
    pub unsafe fn new(
        argument_count: usize,
        arguments: *const *const c_char,
        environment: *const *const c_char,
    ) -> Strings {
        Strings { argument_count, arguments, environment }
    }

    /// The strings on the initial stack of Linux.
    ///
    /// # Safety
    /// `block` is the stack pointer with which the kernel started this process.
    pub unsafe fn on_initial_stack(block: *const usize) -> Strings {
        // SAFETY: the first word of the block is `argc`.
        let argument_count = unsafe { block.read() };
        let arguments: *const *const c_char = block.wrapping_add(1).cast();
        // A null ends the arguments.
        let environment = arguments.wrapping_add(argument_count + 1);
        // SAFETY: the kernel made them so.
        unsafe { Strings::new(argument_count, arguments, environment) }
    }

    /// The null-terminated array of environment strings.
    pub fn environment_block(self) -> *const *const c_char {
        self.environment
    }

    fn argument(self, index: usize) -> Option<&'static CStr> {
        if index >= self.argument_count {
            return None;
        }
        // SAFETY: there are `argument_count` pointers, and `index` is below that.
        let argument = unsafe { self.arguments.add(index).read() };
        // SAFETY: the system made it a string that ends with a zero.
        Some(unsafe { CStr::from_ptr(argument) })
    }

    fn arguments(self) -> impl Iterator<Item = &'static CStr> {
        (0..).map_while(move |index| self.argument(index))
    }

    fn environment(self) -> impl Iterator<Item = &'static CStr> {
        let mut next = self.environment;
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
        // SAFETY: laid out as the kernel does.
        let strings = unsafe { Strings::on_initial_stack(block.as_ptr()) };
        assert_eq!(strings.arguments().collect::<Vec<_>>(), [c"app", c"a b"]);
        assert_eq!(strings.argument(2), None);
        assert_eq!(strings.environment().count(), 3);
        assert_eq!(strings.environment_variable(b"HOME"), Some(&b"/h"[..]));
        assert_eq!(strings.environment_variable(b"EMPTY"), Some(&b""[..]));
        assert_eq!(strings.environment_variable(b"NONE"), None);
    }

    #[test]
    fn without_a_block_there_is_nothing() {
        assert_eq!((argument_count(), argument(0), arguments().count(), environment().count()), (0, None, 0, 0));
        assert_eq!(environment_variable(b"HOME"), None);
    }
}
