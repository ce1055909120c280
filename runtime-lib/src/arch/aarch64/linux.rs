//! AArch64 Linux: process entry, system calls, threads, signal frames.
//!
//! It exists because the kernel decides how a process starts and what a signal handler finds. Contracts are documented
//! in `arch/mod.rs` and `arch/linux.rs` and must not be repeated here.
//!
//! # Safety
//! Assembly follows AAPCS64, section 6, and the kernel's own convention (table in `syscall(2)`): the number in `x8`,
//! arguments from `x0` on, the result in `x0`, everything else preserved.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::mem::offset_of;
use core::ptr;

use crate::arch::Registers;

/// `R_AARCH64_RELATIVE` (ELF for the Arm 64-bit Architecture, section 5.7.11).
pub const RELOCATION_RELATIVE: u32 = 1027;

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
        frames!(".cfi_undefined x30"),
        ".hidden __ehdr_start",
        ".hidden _DYNAMIC",
        "mov x29, xzr",          // the outermost frame: the chain of frame pointers ends here
        "mov x30, xzr",          // and nothing called us
        "mov x19, sp",           // argc and all that follows it; a multiple of 16
        "adrp x0, __ehdr_start", // our own file header, mapped
        "add x0, x0, :lo12:__ehdr_start",
        "adrp x1, _DYNAMIC", // our own dynamic section
        "add x1, x1, :lo12:_DYNAMIC",
        "mov x2, x19",
        "bl {relocate}",
        "mov x0, x19",
        "bl {start}",
        "udf #0", // `start` does not return
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
            "svc #0",
            in("x8") number,
            inlateout("x0") arguments[0] => result,
            in("x1") arguments[1],
            in("x2") arguments[2],
            in("x3") arguments[3],
            in("x4") 0usize,
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
        "mov x9, x2", // both threads find these where they are: the kernel preserves them
        "mov x10, x3",
        "mov x11, x4",
        "mov x8, {clone}", // with flags and stack where they are
        "svc #0",
        "cbz x0, 2f",
        "ret",
        "2:",
        frames!(".cfi_undefined x30"),
        "mov x29, xzr", // the chain of frame pointers ends here
        "mov x30, xzr",
        "mov x19, x10",
        "mov x20, x11",
        "mov x0, x10",
        "blr x9",
        "mov x0, x19",
        "mov x1, x20",
        "mov x8, {munmap}", // from here on there is no stack
        "svc #0",
        "mov x0, xzr",
        "mov x8, {exit}",
        "svc #0",
        "udf #0", // exit does not return
        frames!(".cfi_endproc"),
        clone = const linux_raw_sys::general::__NR_clone,
        munmap = const linux_raw_sys::general::__NR_munmap,
        exit = const linux_raw_sys::general::__NR_exit,
    )
}

/// The part of the kernel's `struct sigaction` that says what a handler returns to.
pub type Restorer = usize;
/// The flag that goes with it: without it, handlers return to the kernel's own code (in its vDSO).
pub const RESTORER_FLAG: u32 = 0;

pub(in crate::arch) fn restorer() -> Restorer {
    0
}

/// The start of the kernel's `struct ucontext` (`asm/ucontext.h`, `asm/sigcontext.h`).
#[repr(C)]
struct SignalContext {
    flags: u64,
    link: u64,
    stack: [u64; 3],
    /// The signal mask, for which 1024 bits are kept.
    mask: [u64; 16],
    /// What follows is aligned for a vector register.
    padding: u64,
    fault_address: u64,
    x0_to_x28: [u64; 29],
    x29: u64,
    x30: u64,
    sp: u64,
    pc: u64,
}

const _: () = assert!(offset_of!(SignalContext, fault_address) == 176);

pub(in crate::arch) unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    Registers {
        program_counter: context.pc as usize,
        stack_pointer: context.sp as usize,
        frame_pointer: context.x29 as usize,
        link_register: Some(context.x30 as usize),
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
    context.x0_to_x28[0] = value as u64;
}
