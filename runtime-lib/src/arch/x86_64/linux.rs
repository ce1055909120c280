//! x86-64 Linux: process entry, system calls, threads, signal frames.
//!
//! It exists because the kernel decides how a process starts and what a signal handler finds. Contracts are documented
//! in `arch/mod.rs` and `arch/linux.rs` and must not be repeated here.
//!
//! # Safety
//! Assembly follows the System V psABI for x86-64: the entry state of section 3.4.1, the calling convention of section
//! 3.2, the kernel's own convention of appendix A.2.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::ptr;

use crate::arch::{HAS_FRAMES, Registers};

/// `R_X86_64_RELATIVE` (psABI, table 4.9).
pub const RELOCATION_RELATIVE: u32 = 8;

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
        frames!(".cfi_undefined rip"),
        ".hidden __ehdr_start",
        ".hidden _DYNAMIC",
        "xor ebp, ebp",                  // the outermost frame: the chain of frame pointers ends here
        "mov rbx, rsp",                  // argc and all that follows it
        "and rsp, -16",                  // aligned already, says the psABI; this costs nothing
        "lea rdi, [rip + __ehdr_start]", // our own file header, mapped
        "lea rsi, [rip + _DYNAMIC]",     // our own dynamic section
        "mov rdx, rbx",
        "call {relocate}",
        "mov rdi, rbx",
        "call {start}",
        "ud2",                           // `start` does not return
        frames!(".cfi_endproc"),
        relocate = sym crate::entry::relocate::relocate,
        start = sym crate::entry::start::start,
    )
}

pub(in crate::arch) unsafe fn system_call(number: usize, arguments: [usize; 4]) -> usize {
    let result;
    // SAFETY: by the contract of the function of this name in `arch`; the kernel clobbers only these registers.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") number => result,
            in("rdi") arguments[0],
            in("rsi") arguments[1],
            in("rdx") arguments[2],
            in("r10") arguments[3],
            in("r8") 0usize,
            lateout("rcx") _, // the return address
            lateout("r11") _, // the flags
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
        "mov r9, rdx", // the kernel preserves r9 and r8 in both threads, and does not read them
        "mov rdx, rcx",
        "mov eax, {clone}", // with flags and stack where they are
        "syscall",
        "test eax, eax",
        "jz 2f",
        "movsxd rax, eax",
        "ret",
        "2:",
        frames!(".cfi_undefined rip"),
        "xor ebp, ebp", // the chain of frame pointers ends here
        "mov rbx, rdx",
        "mov r12, r8",
        "mov rdi, rdx",
        "call r9",
        "mov rdi, rbx",
        "mov rsi, r12",
        "mov eax, {munmap}", // from here on there is no stack
        "syscall",
        "xor edi, edi",
        "mov eax, {exit}",
        "syscall",
        "ud2", // exit does not return
        frames!(".cfi_endproc"),
        clone = const linux_raw_sys::general::__NR_clone,
        munmap = const linux_raw_sys::general::__NR_munmap,
        exit = const linux_raw_sys::general::__NR_exit,
    )
}

/// The part of the kernel's `struct sigaction` that says what a handler returns to.
pub type Restorer = usize;
/// The flag that goes with it: this kernel has no way back of its own.
pub const RESTORER_FLAG: u32 = linux_raw_sys::general::SA_RESTORER;

pub(in crate::arch) fn restorer() -> Restorer {
    // Unwinders look for the call before the address to which a function returns.
    restore_signal_frame as *const () as usize + usize::from(HAS_FRAMES)
}

/// Tells the kernel to restore the interrupted registers.
///
/// # Safety
/// Only reached by the return of a signal handler.
#[unsafe(naked)]
unsafe extern "C" fn restore_signal_frame() {
    naked_asm!(
        frames!(".cfi_startproc"),
        // The stack pointer is the address of `SignalContext`. The caller of this "function" has the registers in
        // there: DW_CFA_def_cfa_expression and DW_CFA_expression, each with DW_OP_breg7 (DWARF 5, section 6.4.2).
        frames!(".cfi_signal_frame"),
        frames!(".cfi_escape 15, 4, 119, 160, 1, 6"),
        frames!(".cfi_escape 16, 0, 3, 119, 144, 1"),
        frames!(".cfi_escape 16, 1, 3, 119, 136, 1"),
        frames!(".cfi_escape 16, 2, 3, 119, 152, 1"),
        frames!(".cfi_escape 16, 3, 3, 119, 128, 1"),
        frames!(".cfi_escape 16, 4, 3, 119, 240, 0"),
        frames!(".cfi_escape 16, 5, 3, 119, 232, 0"),
        frames!(".cfi_escape 16, 6, 3, 119, 248, 0"),
        frames!(".cfi_escape 16, 7, 3, 119, 160, 1"),
        frames!(".cfi_escape 16, 8, 2, 119, 40"),
        frames!(".cfi_escape 16, 9, 2, 119, 48"),
        frames!(".cfi_escape 16, 10, 2, 119, 56"),
        frames!(".cfi_escape 16, 11, 3, 119, 192, 0"),
        frames!(".cfi_escape 16, 12, 3, 119, 200, 0"),
        frames!(".cfi_escape 16, 13, 3, 119, 208, 0"),
        frames!(".cfi_escape 16, 14, 3, 119, 216, 0"),
        frames!(".cfi_escape 16, 15, 3, 119, 224, 0"),
        frames!(".cfi_escape 16, 16, 3, 119, 168, 1"),
        frames!("nop"), // see `restorer`
        "mov eax, {number}",
        "syscall",
        "ud2", // rt_sigreturn does not return
        frames!(".cfi_endproc"),
        number = const linux_raw_sys::general::__NR_rt_sigreturn,
    )
}

/// The start of the kernel's `struct ucontext` (`asm/ucontext.h`, `asm/sigcontext.h`).
#[repr(C)]
struct SignalContext {
    flags: u64,
    link: u64,
    stack: [u64; 3],
    r8_to_r15: [u64; 8],
    rdi: u64,
    rsi: u64,
    rbp: u64,
    rbx: u64,
    rdx: u64,
    rax: u64,
    rcx: u64,
    rsp: u64,
    rip: u64,
}

pub(in crate::arch) unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &*context.cast::<SignalContext>() };
    Registers {
        program_counter: context.rip as usize,
        stack_pointer: context.rsp as usize,
        frame_pointer: context.rbp as usize,
        link_register: None,
    }
}

pub(in crate::arch) unsafe fn resume_interrupted(context: *mut c_void, call: usize, value: usize) {
    // SAFETY: by the contract of the function of this name in `arch`: the record of such a call starts with this
    // address.
    let place = unsafe { ptr::with_exposed_provenance::<u64>(call).read() };
    // SAFETY: by the contract of the function of this name in `arch`, this is what the kernel passed.
    let context = unsafe { &mut *context.cast::<SignalContext>() };
    context.rip = place;
    context.rsp = call as u64;
    context.rax = value as u64;
}
