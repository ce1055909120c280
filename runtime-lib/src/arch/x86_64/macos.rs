//! x86-64 macOS: the structures that a signal handler gets.
//!
//! It exists because the kernel decides their layout. Contracts are documented in `arch/mod.rs` and `arch/macos.rs` and
//! must not be repeated here.
//!
//! # Safety
//! Reads the structures that the kernel passes to a handler (`i386/_mcontext.h`), and code.

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
    trap: u16,
    processor: u16,
    error: u32,
    fault_address: u64,
    rax: u64,
    rbx: u64,
    rcx: u64,
    rdx: u64,
    rdi: u64,
    rsi: u64,
    rbp: u64,
    rsp: u64,
    r8_to_r15: [u64; 8],
    rip: u64,
}

const _: () = {
    assert!(offset_of!(SignalContext, machine) == 48);
    assert!(offset_of!(MachineContext, rip) == 144);
};

pub(in crate::arch) unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    // SAFETY: the kernel made the one for the other, and both live as long as the handler runs.
    let machine = unsafe { &*context.machine };
    Registers {
        program_counter: machine.rip as usize,
        stack_pointer: machine.rsp as usize,
        frame_pointer: machine.rbp as usize,
        link_register: None,
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
    machine.rip = place;
    machine.rsp = call as u64;
    machine.rax = value as u64;
}

// `ud2`.
pub(in crate::arch) unsafe fn is_trap_instruction(instruction: *const c_void) -> bool {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe { instruction.cast::<[u8; 2]>().read() == [0x0f, 0x0b] }
}
