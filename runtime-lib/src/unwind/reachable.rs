//! Finds the exceptions to which the guest still has references: a conservative mark.
//!
//! It exists because exceptions with references are never released explicitly. References are in locals (on the guest's
//! stack and in registers), in globals, in tables and in other exceptions. Nothing records which words of the stack are
//! references, so every word that is the address of a live exception counts. This keeps some exceptions longer than
//! necessary and never frees one in use: a reference is the address itself, and an address that compiled code computes
//! from it does not outlive it across a call. Nothing here may be freed before all roots were searched.
//!
//! # Safety
//! The guest waits while its stack is read. The compiler describes where globals and tables are.

use core::ffi::c_void;
use core::mem::size_of;
use core::ptr;

use wasmc_abi::exceptions::Root;
use wasmc_abi::layout::Table;

use super::pool::Pool;
use crate::entry::stack;
use crate::threads::region;
use crate::traps::backtrace::Bounds;
use crate::{arch, program};

/// Releases every exception that is not reachable.
pub fn collect(pool: &mut Pool) {
    let argument: *mut c_void = (&raw mut *pool).cast();
    // SAFETY: `reach_stack` takes the address of a pool, and this function does not use the pool until it returns.
    unsafe { arch::call_with_registers_on_stack(argument, reach_stack) };
    let origin = region::current().map_or(0, |region| region.address);
    program::exception_roots().iter().for_each(|root| reach_root(pool, *root, origin));
    pool.sweep();
}

/// Marks the exceptions that the stack refers to, from an address on.
extern "C" fn reach_stack(pool: *mut c_void, from: usize) {
    // SAFETY: `collect` passes the address of the pool, and does not use it during the call.
    let pool = unsafe { &mut *pool.cast::<Pool>() };
    let (bottom, top) = stack::guest_stack();
    let bounds = Bounds { bottom, top };
    for address in (from..top).step_by(size_of::<usize>()) {
        pool.reach(bounds.word(address).unwrap_or_default());
    }
}

/// Marks the exceptions that a global or a table refers to. Its address counts from `origin`.
fn reach_root(pool: &mut Pool, root: Root, origin: usize) {
    let address = origin + root.address as usize;
    if root.kind == Root::GLOBAL {
        pool.reach(word(address));
        return;
    }
    // SAFETY: the compiler wrote that the state of a table is at this address.
    let table = unsafe { ptr::with_exposed_provenance::<Table>(address).read_volatile() };
    for index in 0..table.length as usize {
        pool.reach(word(table.elements as usize + index * size_of::<u64>()));
    }
}

/// A word of a global or of a table.
fn word(address: usize) -> usize {
    // SAFETY: the callers pass addresses of globals that the compiler described, and of elements below a table's
    // length.
    unsafe { ptr::with_exposed_provenance::<usize>(address).read_volatile() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globals_and_tables_are_roots() {
        let mut pool = Pool::new();
        let [global, first, second, lost] = [(); 4].map(|()| pool.allocate(0, 8));
        let mut place = global as u64;
        let mut elements = [first as u64, 0, second as u64, lost as u64];
        let elements = elements.as_mut_ptr().expose_provenance() as u64;
        let mut table = Table { elements, length: 3, capacity: 4, maximum: 4 };
        let roots = [
            Root { address: (&raw mut place).expose_provenance() as u64, kind: Root::GLOBAL },
            Root { address: (&raw mut table).expose_provenance() as u64, kind: Root::TABLE },
        ];
        let [global_root, table_root] = roots;
        reach_root(&mut pool, global_root, 0);
        let origin = table_root.address as usize - 64;
        reach_root(&mut pool, Root { address: 64, ..table_root }, origin);
        pool.sweep();
        let mut is_live = |exception| {
            let before = pool.used_bytes();
            pool.free(exception);
            pool.used_bytes() != before
        };
        assert_eq!([global, first, second, lost].map(&mut is_live), [true, true, true, false]);
    }

    #[test]
    fn registers_that_calls_preserve_are_on_the_stack() {
        extern "C" fn look(found: *mut c_void, from: usize) {
            let here = 0u8;
            // SAFETY: the test below passes the address of two words.
            unsafe { found.cast::<[usize; 2]>().write([from, (&raw const here).addr()]) };
        }
        let mut found = [0usize; 2];
        // SAFETY: `look` takes the address of two words.
        unsafe { arch::call_with_registers_on_stack((&raw mut found).cast(), look) };
        let [from, callee] = found;
        let caller = (&raw const found).addr();
        assert!(callee < from && from < caller, "{callee:#x} < {from:#x} < {caller:#x}");
    }
}
