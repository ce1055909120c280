//! Features of the processor, as far as this system says them.
//!
//! It exists for executables that need more than the baseline of their target. One file for each processor, chosen
//! here. A feature that cannot be asked for counts as there: what is unknown must not keep a program from running.
//!
//! # Safety
//! The files say what they ask the kernel.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(any(target_arch = "riscv64", test))]
mod hwprobe;
#[cfg(target_arch = "riscv64")]
mod riscv64;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
pub use aarch64::{NAMES, features};
#[cfg(target_arch = "riscv64")]
pub use riscv64::{NAMES, features};
#[cfg(target_arch = "x86_64")]
pub use x86_64::{NAMES, features};
