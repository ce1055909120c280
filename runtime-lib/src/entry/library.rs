//! The entry points of a library: another program has the guest linked into it and calls its exports.
//!
//! That program, the host, has its own `main` and a C library, and was relocated by the system. It calls
//! `wasmc_instantiate` once. The compiler generates that function, and it starts with [`wasmc_library_set_up`]. Then
//! the host calls exports. Each of them is generated code that stores its arguments in a frame of words and calls the
//! guest by [`wasmc_library_call`]:
//!
//! ```text
//!   host's stack     main ► wasm_f (C convention) ► wasmc_library_call
//!   guest's stack                                                     ► code that unpacks the frame ► f
//! ```
//!
//! The guest runs on its own stack here too, so that its recursion ends in a trap and a backtrace has an end. There is
//! only one such stack, so no export may be called while another one runs, for example from a signal handler. A host
//! that does so has a bug, and the process ends.
//!
//! What must not happen here: a use of the kernel's start block. The host passes arguments and environment, or none,
//! and the auxiliary vector is not known.
//!
//! # Safety
//! The functions trust their callers as far as their `# Safety` says: generated code, and through it the host.

use core::ffi::{c_char, c_int, c_void};
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

use super::args::{self, Strings};
use super::{exit, stack};
use crate::diagnostic::Message;
use crate::{arch, memory, traps};

/// [`NOT_SET_UP`], [`IDLE`] or [`RUNNING`]. Only one thread may call the guest, so its steps need not be atomic
/// together: a call from a signal handler between two instructions either returns before the next one or is detected. A
/// call from another thread is detected most of the time.
static STATE: AtomicU8 = AtomicU8::new(NOT_SET_UP);

/// The host has not called `wasmc_instantiate`.
const NOT_SET_UP: u8 = 0;
/// The host may call exports.
const IDLE: u8 = 1;
/// The guest's stack is in use.
const RUNNING: u8 = 2;

/// `wasmc_abi::builtins::LIBRARY_SET_UP`: makes memories, stack and handlers of traps.
///
/// # Safety
/// `arguments` is null, or has `argument_count` strings, or ends with a null before; `environment` is null or ends with
/// a null. All strings end with a zero and do not change.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_library_set_up(
    argument_count: c_int,
    arguments: *const *const c_char,
    environment: *const *const c_char,
) {
    if STATE.swap(RUNNING, Relaxed) != NOT_SET_UP {
        misused("wasmc_instantiate is called a second time");
    }
    // SAFETY: by the contract of this function.
    let argument_count = unsafe { count(argument_count, arguments) };
    // SAFETY: `count` found so many arguments, and the environment is as the contract of this function says.
    let strings = unsafe { Strings::new(argument_count, arguments, environment) };
    // SAFETY: by the contract of this function, the host passes strings as the system would.
    unsafe { args::init(strings) };
    memory::reserve::set_up();
    let stacks = stack::set_up();
    traps::signal::install(&stacks);
    STATE.store(IDLE, Relaxed);
}

/// `wasmc_abi::builtins::LIBRARY_CALL`: calls generated code with its frame on the guest's stack.
///
/// # Safety
/// `function` is generated code that takes this frame.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_library_call(function: extern "C" fn(*mut c_void), frame: *mut c_void) {
    match STATE.load(Relaxed) {
        IDLE => STATE.store(RUNNING, Relaxed),
        RUNNING => misused("an export is called while another one runs"),
        _ => misused("an export is called before wasmc_instantiate"),
    }
    let (_, top) = stack::guest_stack();
    // SAFETY: `stack::set_up` mapped the stack, and `STATE` was `IDLE`, so nothing uses it. The frame fits the function
    // by the contract of this function.
    unsafe { arch::call_on_stack_and_return(frame, function, top) }
    STATE.store(IDLE, Relaxed);
}

/// The number of arguments, which may be smaller than the host says.
///
/// # Safety
/// As for [`wasmc_library_set_up`].
unsafe fn count(limit: c_int, arguments: *const *const c_char) -> usize {
    if arguments.is_null() {
        return 0;
    }
    let limit = usize::try_from(limit).unwrap_or(0);
    // SAFETY: each index is below the limit, and no earlier one was that of a null.
    (0..limit).take_while(|&index| unsafe { !arguments.add(index).read().is_null() }).count()
}

/// Reports a mistake of the host and ends the process.
fn misused(what: &str) -> ! {
    Message::new().text("wasmc: ").text(what).text("\n").send();
    exit::abort()
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::*;

    #[test]
    fn arguments_end_at_a_null() {
        let arguments = [c"a".as_ptr(), c"b".as_ptr(), ptr::null(), c"d".as_ptr()];
        // SAFETY: there are four, or a null before.
        let count = |limit| unsafe { count(limit, arguments.as_ptr()) };
        assert_eq!([-1, 0, 1, 2, 3, 4].map(count), [0, 0, 1, 2, 2, 2]);
        // SAFETY: null is allowed.
        assert_eq!(unsafe { super::count(3, ptr::null()) }, 0);
    }

    #[test]
    fn the_guest_runs_on_the_given_stack_and_comes_back() {
        extern "C" fn guest(frame: *mut c_void) {
            let here = 0u8;
            // SAFETY: the frame of this test.
            unsafe { frame.cast::<usize>().write((&raw const here).addr()) };
        }
        let mut stack = vec![0u128; 4096];
        let bounds = stack.as_mut_ptr_range();
        let mut place = 0usize;
        // SAFETY: the stack is large enough for `guest`, aligned, and used by nobody else.
        unsafe { arch::call_on_stack_and_return((&raw mut place).cast(), guest, bounds.end.expose_provenance()) };
        assert!((bounds.start.addr()..bounds.end.addr()).contains(&place));
    }
}
