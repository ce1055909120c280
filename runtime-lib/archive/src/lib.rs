//! The runtime library as a static archive: `wasmc-runtime` with a panic handler, a global allocator and a version
//! stamp.
//!
//! It exists because a final program needs exactly one of each of these, and a library crate must not define them.
//! Nothing else belongs here: this crate is outside the workspace, so no test and no lint of the workspace sees it.
//!
//! # Safety
//! No operation here is unsafe; the version stamp's name is chosen by `wasmc-abi`, which `build.rs` asks for it.
#![no_std]

// The runtime's exported functions are reached by the linker only.
extern crate wasmc_runtime;

use core::panic::{Location, PanicInfo};

use wasmc_runtime::allocator::Allocator;
use wasmc_runtime::diagnostic::Message;
use wasmc_runtime::entry::exit;

/// The heap of host calls that need one.
#[global_allocator]
static ALLOCATOR: Allocator = Allocator::new();

/// Every object refers to this symbol: one of another version does not link.
#[unsafe(export_name = env!("WASMC_VERSION_STAMP"))]
pub static VERSION_STAMP: u8 = 0;

/// A panic is a bug of the runtime. Only its place is reported, because its message would need the formatting
/// machinery. This function is small enough to be inlined into its only caller, so that the optimizer sees that
/// messages are not used, and drops them all.
#[panic_handler]
#[inline(always)]
#[allow(unused_attributes, reason = "rustc says that it ignores `inline` here, but it tells LLVM: two kilobytes less")]
fn panic(information: &PanicInfo<'_>) -> ! {
    die(information.location())
}

/// Reports the place of a bug, and aborts.
#[inline(never)]
fn die(location: Option<&Location<'_>>) -> ! {
    let mut message = Message::new();
    message.text("wasmc: internal error in the runtime library");
    if let Some(location) = location {
        message.text(" at ").text(location.file()).text(":").decimal(u64::from(location.line()));
    }
    message.text("\n").send();
    exit::abort()
}
