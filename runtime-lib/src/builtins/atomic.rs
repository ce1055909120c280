//! `memory.atomic.wait` and `notify`, and atomic accesses for which Cranelift has no correct instructions.
//!
//! They exist because waiting needs the system, and because narrow exchanges are wrong on RISC-V. No function here may
//! check bounds or alignment: compiled code has done so, and traps with the right position.
//!
//! # Safety
//! Compiled code passes addresses that it has checked: they are aligned and in a memory, which never shrinks, and which
//! does not move if it is shared. Other threads of the guest may write to the same bytes; they are accessed atomically
//! here.

use core::ptr;
use core::sync::atomic::Ordering::SeqCst;
use core::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64};

use crate::threads::wait::{notify, wait};

/// `wasmc_abi::builtins::MEMORY_NOTIFY`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_memory_notify(address: u64, count: u32) -> u32 {
    notify(address as usize, count)
}

/// `wasmc_abi::builtins::MEMORY_WAIT32`.
///
/// # Safety
/// The address is that of an aligned word of a shared memory.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_memory_wait32(address: u64, expected: u32, nanoseconds: i64) -> u32 {
    // SAFETY: by the contract of this function.
    let word = unsafe { AtomicU32::from_ptr(ptr::with_exposed_provenance_mut(address as usize)) };
    wait(address as usize, || word.load(SeqCst) == expected, nanoseconds)
}

/// `wasmc_abi::builtins::MEMORY_WAIT64`.
///
/// # Safety
/// The address is that of an aligned long word of a shared memory.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_memory_wait64(address: u64, expected: u64, nanoseconds: i64) -> u32 {
    // SAFETY: by the contract of this function.
    let word = unsafe { AtomicU64::from_ptr(ptr::with_exposed_provenance_mut(address as usize)) };
    wait(address as usize, || word.load(SeqCst) == expected, nanoseconds)
}

/// `wasmc_abi::builtins::ATOMIC_CAS8`.
///
/// # Safety
/// The address is that of a byte of a memory.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_atomic_cas8(address: u64, expected: u32, replacement: u32) -> u32 {
    // SAFETY: by the contract of this function.
    let byte = unsafe { AtomicU8::from_ptr(ptr::with_exposed_provenance_mut(address as usize)) };
    let (Ok(old) | Err(old)) = byte.compare_exchange(expected as u8, replacement as u8, SeqCst, SeqCst);
    u32::from(old)
}

/// `wasmc_abi::builtins::ATOMIC_CAS16`.
///
/// # Safety
/// The address is that of two bytes of a memory, and even.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_atomic_cas16(address: u64, expected: u32, replacement: u32) -> u32 {
    // SAFETY: by the contract of this function.
    let half = unsafe { AtomicU16::from_ptr(ptr::with_exposed_provenance_mut(address as usize)) };
    let (Ok(old) | Err(old)) = half.compare_exchange(expected as u16, replacement as u16, SeqCst, SeqCst);
    u32::from(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_comparisons_take_the_low_bytes() {
        let word = AtomicU32::new(0x1122_3344);
        let address = word.as_ptr().expose_provenance() as u64;
        // SAFETY: the address is that of a byte of `word`.
        assert_eq!(unsafe { wasmc_atomic_cas8(address, 0xff44, 0xaaee) }, 0x44);
        // SAFETY: the address is that of two bytes of `word`.
        assert_eq!(unsafe { wasmc_atomic_cas16(address, 0x33ee, 0x5566) }, 0x33ee);
        // SAFETY: the address is that of two bytes of `word`.
        assert_eq!(unsafe { wasmc_atomic_cas16(address + 2, 0, 1) }, 0x1122);
        assert_eq!(word.load(SeqCst), 0x1122_5566);
    }

    #[test]
    fn waits_compare_all_bits() {
        let word = AtomicU64::new(1 << 32);
        let address = word.as_ptr().expose_provenance() as u64;
        // SAFETY: the address is that of `word`.
        assert_eq!(unsafe { wasmc_memory_wait64(address, 0, -1) }, 1);
        // SAFETY: the address is that of `word`.
        assert_eq!(unsafe { wasmc_memory_wait64(address, 1 << 32, 1) }, 2);
        // SAFETY: the address is that of the first half of `word`.
        assert_eq!(unsafe { wasmc_memory_wait32(address, 1, -1) }, 1);
        assert_eq!(wasmc_memory_notify(address, 1), 0);
    }
}
