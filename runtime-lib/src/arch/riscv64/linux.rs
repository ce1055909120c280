//! RISC-V Linux, 64 bits: process entry, system calls, threads, signal frames.
//!
//! It exists because the kernel decides how a process starts and what a signal handler finds. Contracts are documented
//! in `arch/mod.rs` and `arch/linux.rs` and must not be repeated here.
//!
//! # Safety
//! Assembly follows the RISC-V ELF psABI, and the kernel's own convention (table in `syscall(2)`): the number in `a7`,
//! arguments from `a0` on, the result in `a0`, everything else preserved but the vector registers, which no Rust code
//! here uses and which compiled code does not expect to survive a call.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::mem::offset_of;
use core::ptr;

use crate::arch::Registers;

/// `R_RISCV_RELATIVE` (psABI, section 8.5).
pub const RELOCATION_RELATIVE: u32 = 3;

/// The process entry point.
///
/// # Safety
/// Only the kernel jumps here.
#[cfg(not(test))]
#[unsafe(no_mangle)]
#[unsafe(naked)]
pub unsafe extern "C" fn _start() -> ! {
    naked_asm!(
        frames!(".cfi_startproc"),
        frames!(".cfi_undefined ra"),
        ".hidden __ehdr_start",
        ".hidden _DYNAMIC",
        "mv s0, zero",          // the outermost frame: the chain of frame pointers ends here
        "mv ra, zero",          // and nothing called us
        "mv s1, sp",            // argc and all that follows it; a multiple of 16
        "lla a0, __ehdr_start", // our own file header, mapped
        "lla a1, _DYNAMIC",     // our own dynamic section
        "mv a2, s1",
        "call {relocate}",
        "mv a0, s1",
        "call {start}",
        "unimp", // `start` does not return
        frames!(".cfi_endproc"),
        relocate = sym crate::entry::relocate::relocate,
        start = sym crate::entry::start::start,
    )
}

pub(in crate::arch) unsafe fn system_call(number: usize, arguments: [usize; 4]) -> usize {
    let result;
    // SAFETY: by the contract of the function of this name in `arch`; the kernel clobbers only this register.
    unsafe {
        asm!(
            "ecall",
            in("a7") number,
            inlateout("a0") arguments[0] => result,
            in("a1") arguments[1],
            in("a2") arguments[2],
            in("a3") arguments[3],
            in("a4") 0usize,
            options(nostack),
        );
    }
    result
}

#[unsafe(naked)]
pub(in crate::arch) unsafe extern "C" fn start_thread(
    flags: usize,
    top: usize,
    function: extern "C" fn(usize),
    region: usize,
    bytes: usize,
) -> usize {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mv t1, a2", // both threads find these where they are: the kernel preserves them
        "mv t2, a3",
        "mv t3, a4",
        "li a7, {clone}", // with flags and stack where they are
        "ecall",
        "beqz a0, 2f",
        "ret",
        "2:",
        frames!(".cfi_undefined ra"),
        "mv s0, zero", // the chain of frame pointers ends here
        "mv ra, zero",
        "mv s1, t2",
        "mv s2, t3",
        "mv a0, t2",
        "jalr t1",
        "mv a0, s1",
        "mv a1, s2",
        "li a7, {munmap}", // from here on there is no stack
        "ecall",
        "mv a0, zero",
        "li a7, {exit}",
        "ecall",
        "unimp", // exit does not return
        frames!(".cfi_endproc"),
        clone = const linux_raw_sys::general::__NR_clone,
        munmap = const linux_raw_sys::general::__NR_munmap,
        exit = const linux_raw_sys::general::__NR_exit,
    )
}

/// The part of the kernel's `struct sigaction` that says what a handler returns to: there is none, handlers always
/// return to the kernel's own code (in its vDSO).
pub type Restorer = [usize; 0];
/// No flag goes with it.
pub const RESTORER_FLAG: u32 = 0;

pub(in crate::arch) fn restorer() -> Restorer {
    []
}

/// The start of the kernel's `struct ucontext` (`asm/ucontext.h`, `asm/sigcontext.h`, `asm/ptrace.h`).
#[repr(C)]
struct SignalContext {
    flags: u64,
    link: u64,
    stack: [u64; 3],
    /// The signal mask, for which 1024 bits are kept.
    mask: [u64; 16],
    /// What follows is aligned for a register of 128 bits.
    padding: u64,
    pc: u64,
    ra: u64,
    sp: u64,
    gp: u64,
    tp: u64,
    t0_to_t2: [u64; 3],
    s0: u64,
    s1: u64,
    a0: u64,
}

const _: () = assert!(offset_of!(SignalContext, pc) == 176);

pub(in crate::arch) unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    Registers {
        program_counter: context.pc as usize,
        stack_pointer: context.sp as usize,
        frame_pointer: context.s0 as usize,
        link_register: Some(context.ra as usize),
    }
}

pub(in crate::arch) unsafe fn resume_interrupted(context: *mut c_void, call: usize, value: usize) {
    // SAFETY: by the contract of the function of this name in `arch`: the record of such a call starts with this
    // address.
    let place = unsafe { ptr::with_exposed_provenance::<u64>(call).read() };
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &mut *context.cast::<SignalContext>() };
    context.pc = place;
    context.sp = call as u64;
    context.a0 = value as u64;
}
