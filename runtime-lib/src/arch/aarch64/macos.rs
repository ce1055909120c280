//! AArch64 macOS: the structures that a signal handler gets.
//!
//! It exists because the kernel decides their layout. Contracts are documented in `arch/mod.rs` and `arch/macos.rs` and
//! must not be repeated here.
//!
//! # Safety
//! Reads the structures that the kernel passes to a handler (`arm/_mcontext.h`), and code.

use core::ffi::c_void;
use core::mem::offset_of;
use core::ptr;

use crate::arch::Registers;

/// The start of `ucontext_t` (`sys/_types/_ucontext.h`).
#[repr(C)]
struct SignalContext {
    on_stack: i32,
    mask: u32,
    stack: [u64; 3],
    link: u64,
    machine_bytes: u64,
    machine: *mut MachineContext,
}

/// The start of `struct __darwin_mcontext64`: the exception's registers, then the thread's.
#[repr(C)]
struct MachineContext {
    fault_address: u64,
    syndrome: u32,
    exception: u32,
    x0_to_x28: [u64; 29],
    frame_pointer: u64,
    link_register: u64,
    stack_pointer: u64,
    program_counter: u64,
}

const _: () = {
    assert!(offset_of!(SignalContext, machine) == 48);
    assert!(offset_of!(MachineContext, program_counter) == 272);
};

pub(in crate::arch) unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    // SAFETY: the kernel made the one for the other, and both live as long as the handler runs.
    let machine = unsafe { &*context.machine };
    Registers {
        program_counter: machine.program_counter as usize,
        stack_pointer: machine.stack_pointer as usize,
        frame_pointer: machine.frame_pointer as usize,
        link_register: Some(machine.link_register as usize),
    }
}

pub(in crate::arch) unsafe fn resume_interrupted(context: *mut c_void, call: usize, value: usize) {
    // SAFETY: by the contract of the function of this name in `arch`: the record of such a call starts with this
    // address.
    let place = unsafe { ptr::with_exposed_provenance::<u64>(call).read() };
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    // SAFETY: the kernel made the one for the other, and both live as long as the handler runs.
    let machine = unsafe { &mut *context.machine };
    machine.program_counter = place;
    machine.stack_pointer = call as u64;
    machine.x0_to_x28[0] = value as u64;
}

// `udf`, whatever its operand (Arm ARM, C6.2).
pub(in crate::arch) unsafe fn is_trap_instruction(instruction: *const c_void) -> bool {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe { instruction.cast::<u32>().read_unaligned() >> 16 == 0 }
}
