//! The signal handler: decides whether a fault is a trap of the guest.
//!
//! **Security-critical.** A fault that is not a trap of the guest must kill the process, so that a bug of the compiler
//! or of the runtime is seen as one. A fault is a trap if
//!
//! 1. the kernel raised it (a signal that a process sent is not a trap), and
//! 2. its address lies in the guard of the guest's stack, on which the program runs: then the stack is used up, no
//!    matter whether compiled code or the runtime used the last of it; or
//! 3. its instruction is one at which the compiler announced a trap, of a kind that this signal can mean, and, for an
//!    access to memory, its address is one where such a trap faults.
//!
//! A trap ends the program, or the newest call that recovers from traps. For everything else the default action of the
//! signal is restored, and the instruction runs and faults again.
//!
//! # Safety
//! The handler runs on its own stack with the other faults blocked, so that a fault in the handler kills the process.
//! It only reads data that no interrupted code writes, allocates nothing and takes no lock.

use core::ffi::c_void;
use core::ops::Range;

use wasmc_abi::layout::IDENTITY_ALIAS;
use wasmc_abi::trap::{TRAP_EXIT_STATUS, Trap};

use super::lookup::{self, Frame, Position};
use super::{core_dump, recovery, report};
use crate::arch::{self, Registers};
use crate::diagnostic::{Message, fail_to_start};
use crate::entry::stack_layout::Stacks;
use crate::entry::{exit, stack};
use crate::memory::identity::first_of_view;
use crate::program;
use crate::sys;
use crate::sys::fault::Fault;
use crate::sys::signal::{self, Information};
use crate::threads::region;

/// Installs the handlers, or ends the program with a message.
pub fn install(stacks: &Stacks) {
    // SAFETY: `handle` may be called between any two instructions, and the stack was mapped for this purpose only.
    if let Err(errno) = unsafe { signal::install(handle, stacks.signal_stack, stacks.signal_stack_bytes) } {
        fail_to_start(
            Message::new().text("wasmc: cannot install the handlers of traps"),
            errno,
            "a system call filter may be in the way",
        );
    }
}

/// The handler of all faults.
///
/// # Safety
/// Only the kernel calls it.
unsafe extern "C" fn handle(signal: i32, information: *const Information, context: *mut c_void) {
    // SAFETY: the kernel passes a description of the signal, which lives until the handler returns.
    let information = unsafe { &*information };
    // SAFETY: `context` is the third argument of this handler, which is running.
    let registers = unsafe { arch::interrupted_registers(context) };
    let Some(address) = information.fault_address() else {
        // A process sent the signal. It kills this process, as it would without the handler.
        signal::reset(signal);
        signal::raise(signal);
        return;
    };
    if Fault::from_signal(signal) == Some(Fault::Memory) && is_open_by_now(address) {
        return;
    }
    if let Some((trap, frame)) = Fault::from_signal(signal).and_then(|fault| classify(fault, address, registers)) {
        match recovery::newest() {
            // SAFETY: a call on the list has not returned, and programs that use the list have one thread.
            Some(call) => return unsafe { arch::resume_interrupted(context, call, trap as usize) },
            None => {
                report::report(trap, None, frame, registers);
                if !core_dump::is_wanted() {
                    exit::exit(TRAP_EXIT_STATUS)
                }
                // A debugger finds the instruction that trapped in the innermost frame of the core file.
                return sys::abort_on_return();
            }
        }
    }
    // The instruction runs and faults again, which now kills the process, with the registers as they were.
    signal::reset(signal);
}

/// The trap that a fault is, and the frame of compiled code in which it happened; `None` if it is no trap.
fn classify(fault: Fault, address: usize, registers: Registers) -> Option<(Trap, Option<Frame>)> {
    let code_offset = lookup::code_offset(registers.program_counter);
    let function = code_offset.and_then(|code_offset| lookup::function_at(program::functions(), code_offset));
    let site = match (function, code_offset) {
        (Some(function), Some(offset)) => lookup::trap_at(function, program::sites(function), offset),
        _ => None,
    };
    // The stack is used up in a function's prologue or in a call, which are not sites: the function's start stands for
    // both.
    let frame = function.map(|function| Frame {
        function,
        position: Position::Wasm(site.map_or(function.wasm_offset, |(_, wasm_offset)| wasm_offset)),
    });
    if fault == Fault::Memory && uses_up_the_stack(address, registers) {
        return Some((Trap::CallStackExhausted, frame));
    }
    let (trap, _) = site?;
    let is_trap = match fault {
        Fault::Memory => is_where_it_faults(trap, address),
        Fault::Instruction => true,
        Fault::Arithmetic => matches!(trap, Trap::IntegerDivideByZero | Trap::IntegerOverflow),
    };
    is_trap.then_some((trap, frame))
}

/// Whether a fault at this address means that the stack is used up: code writes into the guard, below a stack pointer
/// that is still in the stack or has just left it. A jump into the guard is something else.
fn uses_up_the_stack(address: usize, registers: Registers) -> bool {
    let (_, top) = stack::guest_stack();
    stack::guard_contains(address) && registers.stack_pointer <= top && registers.program_counter != address
}

/// Whether an access for which the compiler announced this trap can fault at this address.
fn is_where_it_faults(trap: Trap, address: usize) -> bool {
    match trap {
        // A memory is mapped up to its length: a fault there means a failing disk, or worse.
        Trap::MemoryOutOfBounds => views().any(|view| view.is_beyond_end(address) == Some(true)),
        // Calls and loads through a null that is not compared with zero before.
        Trap::NullReference | Trap::UninitializedElement => address < arch::PAGE_BYTES_MIN,
        _ => false,
    }
}

/// Whether another thread has opened the page by `memory.grow` since the fault: then the instruction runs again. This
/// can happen once for an address, since an open page stays open.
fn is_open_by_now(address: usize) -> bool {
    let is_open = || views().any(|view| view.is_beyond_end(address) == Some(false));
    region::current().is_some_and(|region| is_open() && region.is_new_late_fault(address))
}

/// Where the bytes of a memory are that has a reservation.
struct View {
    /// The reservation.
    addresses: Range<usize>,
    /// Host address of the guest's address 0, which may be below the reservation.
    origin: usize,
    /// The length of the memory.
    length_bytes: usize,
}

impl View {
    /// Whether the byte at a host address is beyond the length of the memory; `None` for an address of something else.
    fn is_beyond_end(&self, address: usize) -> Option<bool> {
        self.addresses.contains(&address).then(|| address - self.origin >= self.length_bytes)
    }
}

/// The views of all memories that have a reservation.
fn views() -> impl Iterator<Item = View> {
    (0..).zip(program::memory_plans()).flat_map(|(index, plan)| {
        let (memory, bytes) = (program::memory(index), plan.reservation_bytes as usize);
        let view = |first: u64, origin: u64| {
            let (first, origin) = (first as usize, origin as usize);
            View { addresses: first..origin + bytes, origin, length_bytes: memory.length_bytes as usize }
        };
        let views = match (plan.is_identity(), plan.base) {
            (true, _) => [Some(view(first_of_view(memory.base), 0)), Some(view(IDENTITY_ALIAS, IDENTITY_ALIAS))],
            (false, 0) => [None, None],
            (false, base) => [Some(view(base, base)), None],
        };
        views.into_iter().flatten()
    })
}
