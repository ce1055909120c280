//! RISC-V, 64 bits: stack switch, exceptions and frames, on every system.
//!
//! It exists beside the other processors' files with the same items. Parts that depend on the system are in a file of
//! the system's name in the folder beside this one. Contracts are documented in `arch/mod.rs` and must not be repeated
//! here.
//!
//! No code here or elsewhere in an executable uses the register `gp`: rustc and Cranelift do not ask the linker to
//! relax accesses into ones that do, so it is never set.
//!
//! # Safety
//! Assembly follows the RISC-V calling convention (RISC-V ELF psABI, chapters 1 and 2).

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::sync::atomic::AtomicUsize;

use super::Landing;
use crate::unwind::throw;

mod bytes;
mod linux;

pub use bytes::{bcmp, memcmp, memcpy, memmove, memset, strlen};
pub use linux::*;

/// The smallest page that a system may use.
pub const PAGE_BYTES_MIN: usize = 4096;
/// How far below the frame pointer of a Rust function its frame record is (the caller's frame pointer, then the return
/// address): it points to the end of the frame, above the record (psABI, section 2.3). That of a compiled function is
/// where the frame pointer points.
pub const RUNTIME_FRAME_OFFSET: usize = 16;

pub(super) unsafe fn call_on_stack(top: usize, function: extern "C" fn() -> !) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mv sp, a0",
            "mv s0, zero", // the chain of frame pointers ends here
            "mv ra, zero", // no return address: debuggers end here too
            "jr a1",       // does not return
            in("a0") top,
            in("a1") function,
            options(noreturn),
        )
    }
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_on_stack_and_return(
    argument: *mut c_void,
    function: extern "C" fn(*mut c_void),
    top: usize,
) {
    naked_asm!(
        frames!(".cfi_startproc"),
        "addi sp, sp, -16",
        frames!(".cfi_def_cfa_offset 16"),
        "sd ra, 8(sp)",
        "sd s0, 0(sp)",
        frames!(".cfi_offset ra, -8; .cfi_offset s0, -16"),
        "addi s0, sp, 16", // the chain of frame pointers leads back to this stack
        frames!(".cfi_def_cfa s0, 0"),
        "mv sp, a2",
        "jalr a1", // with the argument where it is; it preserves s0
        "addi sp, s0, -16",
        frames!(".cfi_def_cfa sp, 16"),
        "ld ra, 8(sp)",
        "ld s0, 0(sp)",
        frames!(".cfi_restore ra; .cfi_restore s0"),
        "addi sp, sp, 16",
        frames!(".cfi_def_cfa_offset 0"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

/// `wasmc_abi::builtins::RAISE`. It makes no frame: the trap is its caller's, and so are the frame pointer and the
/// return address from which the backtrace starts.
///
/// # Safety
/// None: traps are how compiled code ends.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn wasmc_raise(kind: u32) -> ! {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mv a1, s0",
        "mv a2, ra",
        "tail {raised}",
        frames!(".cfi_endproc"),
        raised = sym crate::traps::raise::raised,
    )
}

#[inline(always)]
pub(super) fn frame_pointer() -> usize {
    let frame_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mv {}, s0", out(reg) frame_pointer, options(nomem, nostack, preserves_flags)) }
    frame_pointer
}

#[inline(always)]
pub(super) fn end_backtrace() {
    // SAFETY: a directive is no instruction.
    unsafe { asm!(frames!(".cfi_undefined ra"), options(nomem, nostack, preserves_flags)) }
}

#[inline(always)]
pub(super) fn stack_pointer() -> usize {
    let stack_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mv {}, sp", out(reg) stack_pointer, options(nomem, nostack, preserves_flags)) }
    stack_pointer
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_resumably(function: usize, newest: *const AtomicUsize) -> usize {
    naked_asm!(
        frames!(".cfi_startproc"),
        // Under link-time optimization, LLVM assembles what is outside functions without the target's features.
        ".option push",
        ".option arch, +d",
        "addi sp, sp, -224",
        frames!(".cfi_def_cfa_offset 224"),
        "sd ra, 216(sp)",
        "sd s0, 208(sp)",
        frames!(".cfi_offset ra, -8; .cfi_offset s0, -16"),
        "addi s0, sp, 224",
        frames!(".cfi_def_cfa s0, 0"),
        "sd s1, 24(sp)",
        "sd s2, 32(sp)",
        "sd s3, 40(sp)",
        "sd s4, 48(sp)",
        "sd s5, 56(sp)",
        "sd s6, 64(sp)",
        "sd s7, 72(sp)",
        "sd s8, 80(sp)",
        "sd s9, 88(sp)",
        "sd s10, 96(sp)",
        "sd s11, 104(sp)",
        frames!(".cfi_offset s1, -200; .cfi_offset s2, -192; .cfi_offset s3, -184"),
        frames!(".cfi_offset s4, -176; .cfi_offset s5, -168; .cfi_offset s6, -160"),
        frames!(".cfi_offset s7, -152; .cfi_offset s8, -144; .cfi_offset s9, -136"),
        frames!(".cfi_offset s10, -128; .cfi_offset s11, -120"),
        "fsd fs0, 112(sp)",
        "fsd fs1, 120(sp)",
        "fsd fs2, 128(sp)",
        "fsd fs3, 136(sp)",
        "fsd fs4, 144(sp)",
        "fsd fs5, 152(sp)",
        "fsd fs6, 160(sp)",
        "fsd fs7, 168(sp)",
        "fsd fs8, 176(sp)",
        "fsd fs9, 184(sp)",
        "fsd fs10, 192(sp)",
        "fsd fs11, 200(sp)",
        "lla t0, 2f",
        "sd t0, 0(sp)",
        "ld t0, 0(a1)",
        "sd t0, 8(sp)",
        "sd a1, 16(sp)",
        "sd sp, 0(a1)",
        "jalr a0",
        "mv a0, zero",
        "2:", // resumed here, with the value where it is returned
        "ld t0, 8(sp)",
        "ld t1, 16(sp)",
        "sd t0, 0(t1)",
        "ld s1, 24(sp)",
        "ld s2, 32(sp)",
        "ld s3, 40(sp)",
        "ld s4, 48(sp)",
        "ld s5, 56(sp)",
        "ld s6, 64(sp)",
        "ld s7, 72(sp)",
        "ld s8, 80(sp)",
        "ld s9, 88(sp)",
        "ld s10, 96(sp)",
        "ld s11, 104(sp)",
        "fld fs0, 112(sp)",
        "fld fs1, 120(sp)",
        "fld fs2, 128(sp)",
        "fld fs3, 136(sp)",
        "fld fs4, 144(sp)",
        "fld fs5, 152(sp)",
        "fld fs6, 160(sp)",
        "fld fs7, 168(sp)",
        "fld fs8, 176(sp)",
        "fld fs9, 184(sp)",
        "fld fs10, 192(sp)",
        "fld fs11, 200(sp)",
        "ld s0, 208(sp)",
        frames!(".cfi_def_cfa sp, 224; .cfi_restore s0"),
        "ld ra, 216(sp)",
        frames!(".cfi_restore ra"),
        "addi sp, sp, 224",
        frames!(".cfi_def_cfa_offset 0"),
        "ret",
        ".option pop",
        frames!(".cfi_endproc"),
    )
}

pub(super) unsafe fn resume(call: usize, value: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mv sp, a1",
            "ld t0, 0(sp)",
            "jr t0",
            in("a0") value,
            in("a1") call,
            options(noreturn),
        )
    }
}

/// `wasmc_abi::builtins::EXCEPTION_THROW`: hands the exception on, with the address to which compiled code would return
/// and that code's frame pointer.
///
/// # Safety
/// Called by compiled code, with a live exception.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn wasmc_exception_throw(exception: usize) -> ! {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mv a1, ra", // and stays there: this is a function that was called
        "mv a2, s0",
        "tail {throw}",
        frames!(".cfi_endproc"),
        throw = sym throw::from_compiled,
    )
}

pub(super) unsafe fn land(landing: Landing, exception: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mv sp, a1",
            "mv s0, a2",
            "jr a3",
            in("a0") exception,
            in("a1") landing.stack_pointer,
            in("a2") landing.frame_pointer,
            in("a3") landing.program_counter,
            options(noreturn),
        )
    }
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_with_registers_on_stack(
    argument: *mut c_void,
    function: extern "C" fn(*mut c_void, usize),
) {
    naked_asm!(
        frames!(".cfi_startproc"),
        "addi sp, sp, -112",
        frames!(".cfi_def_cfa_offset 112"),
        "sd ra, 104(sp)",
        "sd s0, 96(sp)",
        frames!(".cfi_offset ra, -8; .cfi_offset s0, -16"),
        "addi s0, sp, 112",
        frames!(".cfi_def_cfa s0, 0"),
        "sd s1, 0(sp)",
        "sd s2, 8(sp)",
        "sd s3, 16(sp)",
        "sd s4, 24(sp)",
        "sd s5, 32(sp)",
        "sd s6, 40(sp)",
        "sd s7, 48(sp)",
        "sd s8, 56(sp)",
        "sd s9, 64(sp)",
        "sd s10, 72(sp)",
        "sd s11, 80(sp)",
        frames!(".cfi_offset s1, -112; .cfi_offset s2, -104; .cfi_offset s3, -96"),
        frames!(".cfi_offset s4, -88; .cfi_offset s5, -80; .cfi_offset s6, -72"),
        frames!(".cfi_offset s7, -64; .cfi_offset s8, -56; .cfi_offset s9, -48"),
        frames!(".cfi_offset s10, -40; .cfi_offset s11, -32"),
        "mv a2, a1",
        "mv a1, sp",
        "jalr a2", // with the argument where it is; it preserves what was stored
        "ld ra, 104(sp)",
        "ld s0, 96(sp)",
        frames!(".cfi_def_cfa sp, 112; .cfi_restore ra; .cfi_restore s0"),
        "addi sp, sp, 112",
        frames!(".cfi_def_cfa_offset 0"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

pub(super) fn stop() -> ! {
    // SAFETY: the instruction touches nothing and does not return.
    unsafe { asm!("unimp", options(noreturn, nomem, nostack)) }
}

// A function starts with `addi sp, sp, -16`, `sd ra, 8(sp)`, `sd s0, 0(sp)` and `mv s0, sp`, of two or of four bytes
// each. Only the first store can fault, since the second is to the same 16 aligned bytes; no signal but a fault is
// handled. That store is at 2 or 4, the first instruction behind all this at 8 or 16.
pub(super) fn frame_is_set_up(code_offset: u32) -> bool {
    code_offset >= 8
}
