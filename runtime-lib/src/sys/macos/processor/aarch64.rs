//! AArch64 macOS: features are values of `sysctl` under `hw.optional.arm`.
//!
//! It exists because the processor's own registers cannot be read by programs. Features that all Macs have are not
//! asked for: the target's baseline has them.
//!
//! # Safety
//! A call that writes to a number of this file.

pub use wasmc_abi::processor::AARCH64 as NAMES;

use core::ffi::c_int;
use core::mem::size_of;
use core::ptr;

use wasmc_abi::processor::feature;

const I8MM: u64 = feature(NAMES, "i8mm");

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    let mut value: c_int = 0;
    let mut bytes = size_of::<c_int>();
    // SAFETY: the name ends with a zero, and the system writes at most `bytes` bytes to `value`.
    let result = unsafe {
        libc::sysctlbyname(
            c"hw.optional.arm.FEAT_I8MM".as_ptr(),
            (&raw mut value).cast(),
            &raw mut bytes,
            ptr::null_mut(),
            0,
        )
    };
    // A system that does not know the name runs on no processor with the feature.
    if result == 0 && value != 0 { u64::MAX } else { !I8MM }
}
